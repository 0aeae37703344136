import type { z } from 'zod';
import type { contestState, RoundPhase, Visibility } from '../../../shared/contest/contest.schema.js';

export type ContestState = z.infer<typeof contestState>;

/** An inclusive start and an exclusive end; null where the organiser has not set it. */
export type RoundWindow = { opensAt: Date | null; closesAt: Date | null };

export type ContestPhase = 'draft' | 'upcoming' | 'running' | 'closed' | 'cancelled';

/**
 * A round is open from the very instant it opens and closed from the very instant it closes.
 * Without a whole window it has not opened yet.
 */
export function phaseOf(round: RoundWindow & { contestState: ContestState }, now: Date): RoundPhase {
  if (round.contestState !== 'published') return round.contestState;
  if (round.opensAt === null || round.closesAt === null || now < round.opensAt) return 'upcoming';
  return now < round.closesAt ? 'open' : 'closed';
}

/** A contest runs from its first opening to its last close, pauses between rounds included. */
export function contestPhaseOf(rounds: readonly RoundWindow[], state: ContestState, now: Date): ContestPhase {
  if (state !== 'published') return state;
  const phases = rounds.map((round) => phaseOf({ ...round, contestState: state }, now));
  if (phases.every((phase) => phase === 'upcoming')) return 'upcoming';
  return phases.every((phase) => phase === 'closed') ? 'closed' : 'running';
}

/**
 * What a visibility is measured against. `closesAt` is the instant after which nothing can change any more: give
 * `settledAt` of the round, because answers shown at the bare close could still be sent within the grace.
 * `submittedAt` is that of the attempt looked at, null while it runs or where no attempt is meant.
 */
export type VisibilityFrame = { closesAt: Date | null; submittedAt: Date | null };

/** The instant from which it is visible; null when that instant is not known yet or never comes. */
export function visibleAt(visibility: Visibility, frame: VisibilityFrame): Date | null {
  switch (visibility.kind) {
    case 'on_submission':
      return frame.submittedAt;
    case 'on_close':
      return frame.closesAt;
    case 'at':
      return new Date(visibility.at);
    case 'never':
      return null;
  }
}

/** Visible from the very instant of `visibleAt` on. */
export function isVisible(visibility: Visibility, frame: VisibilityFrame, now: Date): boolean {
  const from = visibleAt(visibility, frame);
  return from !== null && from <= now;
}
