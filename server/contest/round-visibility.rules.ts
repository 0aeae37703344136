import type { CountingRule, Visibility } from '../../shared/contest/contest.schema.js';
import { settledAt } from './deadline.rules.js';
import { isVisible, visibleAt } from './round-phase.rules.js';

export type ShownRound = { closesAt: Date; graceMs: number; longestExtraMinutes: number };

/** Whether something of a round is shown at `now`, and the instant it will be while it is not (null: never or unknown). */
export type Shown = { now: boolean; at: Date | null };

/** Measures a visibility against the instant after which no answer of the round can count any more. */
export function shown(
  visibility: Visibility,
  round: ShownRound & { submittedAt: Date | null },
  now: Date,
): Shown {
  const frame = { closesAt: settledAt(round), submittedAt: round.submittedAt };
  const visible = isVisible(visibility, frame, now);
  return { now: visible, at: visible ? null : visibleAt(visibility, frame) };
}

/** Whether knowing which attempt counts tells nothing of its score: of several, the best is chosen by it. */
export function tellsNothing(round: { counting: CountingRule; attemptsAllowed: number | null }): boolean {
  return round.counting !== 'best' || round.attemptsAllowed === 1;
}

/**
 * Answers promised for an instant after the last answer stay after it when the round goes on past that instant: then
 * they wait for its end. Those shown earlier on purpose keep their instant.
 */
export function keptBehind(
  answers: Visibility,
  { before, after }: { before: ShownRound; after: ShownRound },
): Visibility {
  if (answers.kind !== 'at') return answers;
  const at = new Date(answers.at);
  // An answer may still arrive at the very last instant; one millisecond later the round is settled.
  const wasBehind = at.getTime() >= settledAt(before).getTime() - 1;
  return wasBehind && at < settledAt(after) ? { kind: 'on_close' } : answers;
}
