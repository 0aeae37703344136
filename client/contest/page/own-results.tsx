import { IconClipboardCheck } from '@tabler/icons-react';
import type { ContestView, RoundView } from '../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Panel } from '../../ui/layout/panel.js';
import { StatCell, StatRow } from '../../ui/data/stat-cell.js';
import { canStart, focusRoundOf } from '../round-state.rules.js';
import { RoundRow } from './round-row.js';
import classes from './rounds.module.css';

type OwnResultsProps = { contest: ContestView; now: number; onStart: (round: RoundView) => void };

/** The rounds the reader took part in, each with the way to its result. */
export function OwnResults({ contest, now, onStart }: OwnResultsProps) {
  const t = useT('contest');
  const { number } = useFormat();
  const entered = contest.rounds.filter((round) => (round.own?.attemptsUsed ?? 0) > 0);
  const scored = entered.filter((round) => (round.own?.score ?? null) !== null);
  const focus = focusRoundOf(contest.rounds, now);
  if (entered.length === 0) {
    return (
      <EmptyState
        icon={<IconClipboardCheck />}
        title={t('ownResults.empty.title')}
        action={
          focus &&
          canStart(focus.state) && (
            <Button kind="primary" onClick={() => onStart(focus.round)}>
              {t('page.enterRound', { nth: focus.round.ordinal })}
            </Button>
          )
        }
      >
        {t('ownResults.empty.text')}
      </EmptyState>
    );
  }
  const sum = (of: (round: RoundView) => number) => scored.reduce((total, round) => total + of(round), 0);
  return (
    <>
      {scored.length > 0 && (
        <StatRow>
          <StatCell
            label={t('ownResults.rounds')}
            value={t('ownResults.of', {
              part: number(entered.length),
              whole: number(contest.rounds.length),
            })}
          />
          <StatCell
            tone="good"
            label={t('ownResults.points')}
            value={t('ownResults.of', {
              part: number(sum((round) => round.own?.score ?? 0)),
              whole: number(sum((round) => round.maxScore)),
            })}
          />
        </StatRow>
      )}
      <Panel kind="flush" className={classes.own}>
        <h2 className="visually-hidden">{t('page.tabs.results')}</h2>
        <ol className={classes.ownRows}>
          {entered.map((round) => (
            <RoundRow
              key={round.id}
              round={round}
              now={now}
              isCurrent={round.id === focus?.round.id}
              onStart={onStart}
            />
          ))}
        </ol>
      </Panel>
    </>
  );
}
