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
  return new Date(Math.min(ownEnd, ownClose(attempt.closesAt, attempt.extraMinutes).getTime()));
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

/** Nobody begins what ends at once: this much has to be left. */
const SHORTEST_START_MS = 10_000;

/**
 * Whether an attempt may begin at `now`: the round is open for this person, whose extra minutes move the close, and there
 * is time to answer something. `ends`: there was, a moment ago.
 */
export function startOf(
  round: { opensAt: Date; closesAt: Date },
  extraMinutes: number,
  now: Date,
): 'early' | 'open' | 'ends' | 'closed' {
  if (now < round.opensAt) return 'early';
  const leftMs = ownClose(round.closesAt, extraMinutes).getTime() - now.getTime();
  if (leftMs <= 0) return 'closed';
  return leftMs < SHORTEST_START_MS ? 'ends' : 'open';
}

/** The round's close for somebody with extra minutes. */
export function ownClose(closesAt: Date, extraMinutes: number): Date {
  return new Date(closesAt.getTime() + extraMinutes * MINUTE_MS);
}

/**
 * Until when an attempt goes on that is reopened at `now` for so many minutes: never past the close for this person, and
 * never less than it would have had anyway.
 */
export function reopenedUntil(attempt: Parameters<typeof deadlineOf>[0], minutes: number, now: Date): Date {
  const wanted = Math.max(now.getTime() + minutes * MINUTE_MS, deadlineOf(attempt).getTime());
  return new Date(Math.min(wanted, ownClose(attempt.closesAt, attempt.extraMinutes).getTime()));
}

/**
 * Time used for the ranking, in ms. The grace is nobody's working time, so it ends at the deadline; nor is the time
 * between being ended by the server and being reopened.
 */
export function timeUsedMs(
  { startedAt, deadlineAt, pausedMs }: { startedAt: Date; deadlineAt: Date; pausedMs: number },
  submittedAt: Date,
): number {
  const endedMs = Math.min(submittedAt.getTime(), deadlineAt.getTime());
  return Math.max(0, endedMs - startedAt.getTime() - pausedMs);
}
