const MINUTE_MS = 60_000;

/**
 * When an attempt ends: its minutes after the start, but never past the round's close. Minutes granted to a person
 * lengthen both, so that extra time is worth the same at any moment of the window.
 */
export function deadlineOf(attempt: {
  startedAt: Date;
  durationMinutes: number;
  extraMinutes: number;
  closesAt: Date;
}): Date {
  const minutes = attempt.durationMinutes + attempt.extraMinutes;
  const ownEnd = attempt.startedAt.getTime() + minutes * MINUTE_MS;
  const roundEnd = attempt.closesAt.getTime() + attempt.extraMinutes * MINUTE_MS;
  return new Date(Math.min(ownEnd, roundEnd));
}

/** The last instant at which something may reach the server and still count. */
export function acceptsUntil(deadlineAt: Date, graceMs: number): Date {
  return new Date(deadlineAt.getTime() + graceMs);
}

/**
 * The instant from which no answer of the round can count any more, whoever gives it: what "on close" means for
 * everything that would help somebody who may still answer. `longestExtraMinutes` is the most granted in the round.
 */
export function settledAt(round: { closesAt: Date; graceMs: number; longestExtraMinutes: number }): Date {
  return new Date(round.closesAt.getTime() + round.longestExtraMinutes * MINUTE_MS + round.graceMs + 1);
}

/** Time used for the ranking, in ms: the grace is nobody's working time, so it ends at the deadline. */
export function timeUsedMs(startedAt: Date, submittedAt: Date, deadlineAt: Date): number {
  const endedMs = Math.min(submittedAt.getTime(), deadlineAt.getTime());
  return Math.max(0, endedMs - startedAt.getTime());
}
