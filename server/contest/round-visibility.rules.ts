import type { Visibility } from '../../shared/contest/contest.schema.js';
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
