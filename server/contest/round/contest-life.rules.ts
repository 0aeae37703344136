import type { ContestCan } from '../../../shared/contest/contest-life.schema.js';
import type { Visibility } from '../../../shared/contest/contest.schema.js';
import { settledAt } from './deadline.rules.js';
import { shown } from './round-visibility.rules.js';
import type { ContestState } from './round-phase.rules.js';

type Window = { closesAt: Date | null; graceMs: number; longestExtraMinutes: number };

/** A published contest is over once no answer of any of its rounds can count any more. */
export function isOver({ state }: { state: ContestState }, rounds: readonly Window[], now: Date): boolean {
  return (
    state === 'published' &&
    rounds.every(({ closesAt, ...round }) => closesAt !== null && settledAt({ closesAt, ...round }) <= now)
  );
}

/**
 * What may become of a contest: results that stand are not cancelled, only drafts are thrown away, and what may still be
 * entered is not put away.
 */
export function contestCanBe(
  contest: { state: ContestState },
  rounds: readonly Window[],
  now: Date,
): ContestCan {
  const over = isOver(contest, rounds, now);
  return {
    cancel: contest.state === 'published' && !over,
    correct: contest.state === 'published',
    archive: over || contest.state === 'cancelled',
    remove: contest.state === 'draft',
  };
}

type PublishedWindow = Window & { allCounted: boolean; contestState: ContestState };

/** Who has seen the key must not get another try, and once nothing can count any more no time is worth anything. */
export function roundCanBe(
  { contestState, closesAt, ...round }: PublishedWindow,
  answersVisible: Visibility,
  now: Date,
): { extend: boolean; giveTime: boolean } {
  if (contestState !== 'published' || closesAt === null) return { extend: false, giveTime: false };
  return {
    extend: !areAnswersOut({ ...round, closesAt }, answersVisible, now),
    giveTime: settledAt({ ...round, closesAt }) > now,
  };
}

/** Whether the key is shown to all by now. */
export function areAnswersOut(
  round: Window & { closesAt: Date; allCounted: boolean },
  answersVisible: Visibility,
  now: Date,
): boolean {
  return shown(answersVisible, { ...round, submittedAt: null }, now).now;
}
