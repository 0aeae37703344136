import type { RunningAttempt } from '../../shared/contest/attempt.schema.js';
import type { CurrentRound } from '../../shared/contest/home.schema.js';

/** Something a member may care about now, the more urgent the earlier in the list. */
export type Urgent =
  | { kind: 'running'; attempt: RunningAttempt }
  | { kind: 'open'; round: CurrentRound }
  | { kind: 'upcoming'; round: CurrentRound };

type Known = { attempts: readonly RunningAttempt[]; rounds: readonly CurrentRound[] };

/**
 * Running attempts by their deadline, then rounds one may still enter by their close, then coming ones by their
 * opening. A round that opened or closed since the answer counts by the clock (`now`, ms since 1970).
 */
export function urgentOf({ attempts, rounds }: Known, now: number): Urgent[] {
  const running = attempts
    .filter((attempt) => Date.parse(attempt.deadlineAt) > now)
    .toSorted((one, two) => Date.parse(one.deadlineAt) - Date.parse(two.deadlineAt));
  const inAttempt = new Set<string>(running.map((attempt) => attempt.roundId));
  const open = rounds
    .filter((round) => isOpen(round, now) && !inAttempt.has(round.roundId) && round.attemptsLeft !== 0)
    .toSorted((one, two) => Date.parse(one.closesAt) - Date.parse(two.closesAt));
  const upcoming = rounds
    .filter((round) => Date.parse(round.opensAt) > now)
    .toSorted((one, two) => Date.parse(one.opensAt) - Date.parse(two.opensAt));
  return [
    ...running.map((attempt): Urgent => ({ kind: 'running', attempt })),
    ...open.map((round): Urgent => ({ kind: 'open', round })),
    ...upcoming.map((round): Urgent => ({ kind: 'upcoming', round })),
  ];
}

const isOpen = (round: CurrentRound, now: number): boolean =>
  Date.parse(round.opensAt) <= now && now < Date.parse(round.closesAt);

export type Stage = {
  /** The amber card: the attempt that runs. */
  card: Extract<Urgent, { kind: 'running' }> | null;
  /** The deep panel: the open round that closes first, without one the round that opens first. */
  hero: Exclude<Urgent, { kind: 'running' }> | null;
};

/** What stands on top: an attempt that runs, and what one may enter next. */
export function stageOf(urgent: readonly Urgent[]): Stage {
  return {
    card: urgent.find((one) => one.kind === 'running') ?? null,
    hero: urgent.find((one) => one.kind !== 'running') ?? null,
  };
}

/** Every instant at which the order above changes, in ms since 1970. */
export function instantsOf({ attempts, rounds }: Known): number[] {
  return [
    ...attempts.map((attempt) => Date.parse(attempt.deadlineAt)),
    ...rounds.flatMap((round) => [Date.parse(round.opensAt), Date.parse(round.closesAt)]),
  ];
}

/** The contest whose rounds are drawn in a row: that of the most urgent thing, else of the last standings. */
export function timelineContestOf(urgent: readonly Urgent[], lastContestId: string | null): string | null {
  const [first] = urgent;
  if (!first) return lastContestId;
  return first.kind === 'running' ? first.attempt.contestId : first.round.contestId;
}
