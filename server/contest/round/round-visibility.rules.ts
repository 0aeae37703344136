import type { CountingRule, Visibility } from '../../../shared/contest/contest.schema.js';
import { settledAt } from './deadline.rules.js';
import { isVisible, visibleAt } from './round-phase.rules.js';

export type ShownRound = { closesAt: Date; graceMs: number; longestExtraMinutes: number };

/** When to ask again while the last attempts of a round that is over are still being counted. */
const COUNTING_MS = 3_000;

/** Whether something of a round is shown at `now`, and the instant it will be while it is not (null: never or unknown). */
export type Shown = { now: boolean; at: Date | null };

/**
 * What waits for the close is shown once the last attempt that can count is counted (`allCounted`), which rows tell and
 * no clock: until then it comes at the end of the last deadline or, when that has passed, in a moment.
 */
export function shown(
  visibility: Visibility,
  round: ShownRound & { submittedAt: Date | null; allCounted: boolean },
  now: Date,
): Shown {
  const settled = settledAt(round);
  if (visibility.kind === 'on_close') {
    if (round.allCounted) return { now: true, at: null };
    return { now: false, at: settled > now ? settled : new Date(now.getTime() + COUNTING_MS) };
  }
  const frame = { closesAt: settled, submittedAt: round.submittedAt };
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
