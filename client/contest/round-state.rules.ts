import type { RoundView } from '../../shared/contest/contest.schema.js';

/** What a contestant can do with a round at a moment. */
export type RoundState =
  /** `opensAt` in ms since 1970. */
  | { kind: 'upcoming'; opensAt: number | null }
  | { kind: 'running'; attemptId: string; deadlineAt: number | null }
  | { kind: 'fresh' }
  /** Tried before, `next` is the number of the attempt one may start. */
  | { kind: 'again'; next: number }
  | { kind: 'used_up' }
  | { kind: 'not_eligible' }
  /** Closed, and the own result is not shown yet; `at` is null when the instant is not known. */
  | { kind: 'pending'; at: string | null }
  | { kind: 'closed' }
  | { kind: 'cancelled' };

const ms = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));

/** The state follows from the round's window at `now` (ms since 1970), not from what the server said some time ago. */
export function roundStateOf(round: RoundView, now: number): RoundState {
  if (round.phase === 'cancelled') return { kind: 'cancelled' };
  const { own } = round;
  const deadlineAt = ms(own?.runningDeadlineAt ?? null);
  if (own?.runningAttemptId && (deadlineAt === null || deadlineAt > now)) {
    return { kind: 'running', attemptId: own.runningAttemptId, deadlineAt };
  }
  const opensAt = ms(round.opensAt);
  const closesAt = ms(own?.closesAt ?? round.closesAt);
  if (round.phase === 'draft' || opensAt === null || opensAt > now) return { kind: 'upcoming', opensAt };
  if (closesAt !== null && closesAt <= now) return closedState(round);
  return openState(round);
}

function openState({ own }: RoundView): RoundState {
  if (!own?.eligible) return { kind: 'not_eligible' };
  if (own.attemptsLeft === 0) return { kind: 'used_up' };
  return own.attemptsUsed === 0 ? { kind: 'fresh' } : { kind: 'again', next: own.attemptsUsed + 1 };
}

function closedState({ own, resultsVisible }: RoundView): RoundState {
  const isPending = own?.countedAttemptId && own.score === null && resultsVisible.kind !== 'never';
  if (!isPending) return { kind: 'closed' };
  return { kind: 'pending', at: resultsVisible.kind === 'at' ? resultsVisible.at : null };
}

export const canStart = (state: RoundState): boolean => state.kind === 'fresh' || state.kind === 'again';

/** Every instant at which some round of the contest changes its state, in ms since 1970. */
export function momentsOf(rounds: readonly RoundView[]): number[] {
  return rounds.flatMap((round) =>
    [
      round.opensAt,
      round.closesAt,
      round.standingsVisibleAt,
      round.own?.runningDeadlineAt ?? null,
      round.own?.closesAt ?? null,
      round.resultsVisible.kind === 'at' ? round.resultsVisible.at : null,
    ].flatMap((instant) => (instant === null ? [] : [Date.parse(instant)])),
  );
}

export type FocusRound = { round: RoundView; state: RoundState };

/** The round the page is about now: one's running attempt, else the open one that closes first, else the next. */
export function focusRoundOf(rounds: readonly RoundView[], now: number): FocusRound | null {
  const all = rounds.map((round) => ({ round, state: roundStateOf(round, now) }));
  const running = all.find(({ state }) => state.kind === 'running');
  const open = all
    .filter(({ state }) => ['fresh', 'again', 'used_up', 'not_eligible'].includes(state.kind))
    .toSorted((one, two) => instantOf(one.round.closesAt) - instantOf(two.round.closesAt));
  const coming = all
    .filter(({ state }) => state.kind === 'upcoming' && state.opensAt !== null)
    .toSorted((one, two) => instantOf(one.round.opensAt) - instantOf(two.round.opensAt));
  const enterable = open.find(({ state }) => canStart(state));
  return running ?? enterable ?? open[0] ?? coming[0] ?? null;
}

const instantOf = (instant: string | null): number => ms(instant) ?? Number.POSITIVE_INFINITY;

/** Whether the window is open at `now`, whoever may enter. */
export function isOpenAt(round: RoundView, now: number): boolean {
  return (
    round.phase !== 'cancelled' &&
    round.phase !== 'draft' &&
    instantOf(round.opensAt) <= now &&
    now < instantOf(round.closesAt)
  );
}

/** The round whose standings the page shows first: the latest by its opening whose standings are out. */
export function standingsRoundOf(rounds: readonly RoundView[]): RoundView | null {
  const out = rounds.filter((round) => round.standingsVisibleNow && round.phase !== 'cancelled');
  return out.toSorted((one, two) => instantOf(two.opensAt) - instantOf(one.opensAt))[0] ?? null;
}

/** The open round whose standings are still hidden, to say when they come; null when there is none. */
export function hiddenRoundOf(rounds: readonly RoundView[], now: number): RoundView | null {
  const hidden = rounds.filter(
    (round) => !round.standingsVisibleNow && round.phase !== 'cancelled' && instantOf(round.opensAt) <= now,
  );
  return hidden.toSorted((one, two) => instantOf(two.opensAt) - instantOf(one.opensAt))[0] ?? null;
}
