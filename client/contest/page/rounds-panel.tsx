import { IconCalendarEvent } from '@tabler/icons-react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Panel } from '../../ui/layout/panel.js';
import type { FocusRound } from '../round-state.rules.js';
import { RoundRow } from './round-row.js';
import classes from './rounds.module.css';

type RoundsPanelProps = {
  rounds: readonly RoundView[];
  now: number;
  focus: FocusRound | null;
  onStart: (round: RoundView) => void;
};

export function RoundsPanel({ rounds, now, focus, onStart }: RoundsPanelProps) {
  const t = useT('contest');
  const common = useCommonRule(rounds);
  return (
    <Panel
      kind="flush"
      title={t('rounds.title')}
      action={common && <span className={classes.common}>{common}</span>}
    >
      {rounds.length === 0 ? (
        <EmptyState icon={<IconCalendarEvent />} title={t('rounds.empty.title')}>
          {t('rounds.empty.text')}
        </EmptyState>
      ) : (
        <ol className={classes.rows}>
          {rounds.map((round) => (
            <RoundRow
              key={round.id}
              round={round}
              now={now}
              isCurrent={round.id === focus?.round.id}
              onStart={onStart}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** “Mỗi vòng được thi 2 lượt, lấy lượt cao hơn” when that is so in every round. */
function useCommonRule(rounds: readonly RoundView[]): string | null {
  const t = useT('contest');
  const [first] = rounds;
  if (!first) return null;
  const isCommon = rounds.every(
    (round) => round.attemptsAllowed === first.attemptsAllowed && round.counting === first.counting,
  );
  if (!isCommon) return null;
  if (first.attemptsAllowed === null) return t(`rounds.commonUnlimited.${first.counting}`);
  if (first.attemptsAllowed === 1) return t('rounds.commonOne');
  return t(`rounds.common.${first.counting}`, { attempts: first.attemptsAllowed });
}
