import type { LedgerStatistics } from '../../../shared/qna/ledger.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import { StatCell, StatRow } from '../../ui/data/stat-cell.js';
import { DECLINE_REASONS } from '../question/decline-reasons.js';
import { addsUp, OUTCOMES } from './ledger.rules.js';
import classes from './ledger-numbers.module.css';

/** What the session came to. Every question is in one of the outcomes, and the page shows the sum. */
export function LedgerNumbers({ statistics }: { statistics: LedgerStatistics }) {
  const t = useT('qna/ledger');
  const { number, durationUsed, clockUsed } = useFormat();
  const { asked, outcomes, medianSecondsToAnswer, meanAnswerSeconds, votes } = statistics;
  const spent = (seconds: number | null) =>
    seconds === null ? t('numbers.none') : durationUsed(seconds * 1000);
  const mean =
    meanAnswerSeconds === null || meanAnswerSeconds >= 3600
      ? spent(meanAnswerSeconds)
      : t('numbers.minutes', { time: clockUsed(meanAnswerSeconds * 1000).replace(/^0(?=\d:)/, '') });
  return (
    <Panel title={t('numbers.title')} className={classes.panel}>
      <StatRow>
        <StatCell label={t('numbers.asked')} value={number(asked)} />
        <StatCell
          label={t('numbers.answered')}
          value={number(outcomes.onAir + outcomes.inWriting)}
          tone="good"
        />
        <StatCell label={t('numbers.votes')} value={number(votes)} note={t('numbers.votesNote')} />
        <StatCell
          label={t('numbers.median')}
          value={spent(medianSecondsToAnswer)}
          note={t('numbers.medianNote')}
        />
        <StatCell label={t('numbers.mean')} value={mean} note={t('numbers.meanNote')} />
      </StatRow>
      {asked > 0 && <OutcomeBar statistics={statistics} />}
    </Panel>
  );
}

function OutcomeBar({ statistics }: { statistics: LedgerStatistics }) {
  const t = useT('qna/ledger');
  const { number, percent } = useFormat();
  const { asked, outcomes } = statistics;
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {OUTCOMES.map((outcome) => (
          <span key={outcome} data-outcome={outcome} style={{ flexGrow: outcomes[outcome] }} />
        ))}
      </div>
      <dl className={classes.outcomes}>
        {OUTCOMES.map((outcome) => (
          <div key={outcome} className={classes.outcome}>
            <dt>
              <span className={classes.dot} data-outcome={outcome} aria-hidden="true" />
              {t(`outcome.${outcome}`)}
            </dt>
            <dd className="num" translate="no">
              {number(outcomes[outcome])} <span>{percent(outcomes[outcome] / asked)}</span>
            </dd>
            {outcome === 'declined' && <Reasons statistics={statistics} />}
          </div>
        ))}
      </dl>
      {addsUp(statistics) && (
        <p className={classes.sum}>
          {t('numbers.sum', {
            parts: OUTCOMES.map((outcome) => number(outcomes[outcome])).join(' + '),
            asked: number(asked),
          })}
        </p>
      )}
    </>
  );
}

function Reasons({ statistics }: { statistics: LedgerStatistics }) {
  const common = useT('qna');
  const { number } = useFormat();
  const reasons = DECLINE_REASONS.filter((reason) => statistics.declinedBy[reason] > 0);
  return reasons.map((reason) => (
    <dd key={reason} className={classes.reason}>
      {common(`decline.${reason}`)}{' '}
      <b className="num" translate="no">
        {number(statistics.declinedBy[reason])}
      </b>
    </dd>
  ));
}
