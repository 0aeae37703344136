import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { usePeriod } from '../period-text.js';
import type { RoundState } from '../round-state.rules.js';

const SEPARATOR = ' · ';

/** The line under a round's title: its window, and where the reader stands. */
export function useRoundLine(): (round: RoundView, state: RoundState) => string {
  const period = usePeriod();
  const stateText = useStateText();
  return (round, state) =>
    [period(round.opensAt, round.closesAt), ...stateText(round, state)]
      .filter((part) => part !== null)
      .join(SEPARATOR);
}

function useStateText() {
  const t = useT('contest');
  const { dateTime, time, date } = useFormat();
  const score = useScoreText();
  const left = ({ own }: RoundView): string | null => {
    const count = own?.attemptsLeft ?? null;
    if (count === 0) return t('rounds.last');
    return count === null ? null : t('rounds.left', { count });
  };
  const pending = (at: string | null) =>
    at === null ? t('rounds.pendingSoon') : t('rounds.pendingAt', { time: time(at), date: date(at) });
  return (round: RoundView, state: RoundState): (string | null)[] => {
    switch (state.kind) {
      case 'upcoming':
        return [round.opensAt ? t('rounds.opensAt', { at: dateTime(round.opensAt) }) : t('rounds.undated')];
      case 'running':
        return [t('rounds.running', { current: round.own?.attemptsUsed ?? 1 }), left(round)];
      case 'fresh':
        return [
          t('rounds.size', { minutes: round.durationMinutes, questions: round.questionCount }),
          left(round),
        ];
      case 'again':
        return [score(round), left(round) ?? t('rounds.unlimited')];
      case 'used_up':
        return [score(round) ?? t('rounds.submitted'), t('rounds.usedUp')];
      case 'not_eligible':
        return [t('rounds.notEligible')];
      case 'pending':
        return [pending(state.at)];
      case 'cancelled':
        return [t('rounds.cancelled')];
      case 'closed':
        return [outcome(round)];
    }
  };

  function outcome(round: RoundView): string {
    return score(round) ?? (round.own?.countedAttemptId ? t('rounds.submitted') : t('rounds.notEntered'));
  }
}

/** “95 điểm, hạng 46” as far as it is shown; null while it is not. */
function useScoreText(): (round: RoundView) => string | null {
  const t = useT('contest');
  const { number } = useFormat();
  return ({ own }) => {
    if (!own || own.score === null) return null;
    const points = number(own.score);
    if (own.rank === null) return t('rounds.score', { points });
    return t('rounds.scoreRank', { points, rank: number(own.rank) });
  };
}
