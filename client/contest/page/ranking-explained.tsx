import { IconChevronRight } from '@tabler/icons-react';
import type { RoundView } from '../../../shared/contest/contest.schema.js';
import type { StandingRow } from '../../../shared/contest/standings.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Count } from '../../ui/data/chip.js';
import { Panel } from '../../ui/layout/panel.js';
import { useStandings } from '../contest.api.js';
import { decidedPair, type DecidedPair } from '../standings/standing-rows.rules.js';
import classes from './rules.module.css';

const STEPS = ['score', 'time', 'submission'] as const;

/** Why equal points are not an equal place, with two people of the table where there are such. */
export function RankingExplained({ round }: { round: RoundView | null }) {
  const t = useT('contest');
  return (
    <Panel title={t('ranking.title')}>
      <p className={classes.lead}>{t('ranking.lead')}</p>
      {round ? <RealExample round={round} /> : <p className={classes.lead}>{t('ranking.sample')}</p>}
      <ol className={classes.steps}>
        {STEPS.map((step, at) => (
          <li key={step}>
            <Count kind="navy" value={at + 1} />
            {t(`ranking.steps.${step}`)}
            {at < STEPS.length - 1 && <IconChevronRight aria-hidden="true" />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function RealExample({ round }: { round: RoundView }) {
  const t = useT('contest');
  const { number } = useFormat();
  const { data } = useStandings(round.id);
  const pair = data && (decidedPair(data.aroundOwn) ?? decidedPair(data.items));
  if (!pair) return data ? <p className={classes.lead}>{t('ranking.sample')}</p> : null;
  return (
    <>
      <p className={classes.lead}>
        {t('ranking.example', { nth: round.ordinal, points: number(pair.above.points) })}
      </p>
      <div className={classes.pair}>
        <Side row={pair.above} by={pair.by} isAbove />
        <Side row={pair.below} by={pair.by} />
      </div>
    </>
  );
}

type SideProps = { row: StandingRow; by: DecidedPair['by']; isAbove?: boolean };

function Side({ row, by, isAbove }: SideProps) {
  const t = useT('contest');
  const { clockUsed, timeWithSeconds, date } = useFormat();
  return (
    <div className={classes.side} data-above={isAbove || undefined}>
      <strong>{row.fullName}</strong>
      {by === 'time'
        ? t('ranking.timeUsed', { time: clockUsed(row.timeUsedMs) })
        : t('ranking.submittedAt', {
            time: timeWithSeconds(row.submittedAt),
            date: date(row.submittedAt),
          })}{' '}
      {isAbove && <b>{t('ranking.above')}</b>}
    </div>
  );
}
