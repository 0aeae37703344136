import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './result.module.css';
import { useResponseText } from './response-text.js';

/** When the attempt ran, what counts of it, and honestly what did not arrive in time. */
export function AttemptFacts({ result }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const { timeWithSeconds, date, durationUsed } = useFormat();
  const at = (instant: string) => `${timeWithSeconds(instant)}, ${date(instant)}`;
  return (
    <>
      <Panel title={t('facts.title')}>
        <dl className={classes.facts}>
          <dt>{t('facts.started')}</dt>
          <dd>{at(result.startedAt)}</dd>
          <dt>{t('facts.submitted')}</dt>
          <dd>{at(result.submittedAt)}</dd>
          <dt>{t('facts.used')}</dt>
          <dd>{durationUsed(result.timeUsedMs)}</dd>
          {result.counts !== null && (
            <>
              <dt>{t('facts.counts')}</dt>
              <dd>{result.counts ? t('facts.counted') : t('facts.notCounted')}</dd>
            </>
          )}
        </dl>
        {result.closedBy === 'server' && <p className={classes.factNote}>{t('facts.byServer')}</p>}
        <Link
          className={classes.standingsLink}
          to={`/contests/${result.contestId}/rounds/${result.roundId}/standings`}
        >
          {t('facts.standings')}
        </Link>
      </Panel>
      {result.late.length > 0 && <LateAnswers result={result} />}
    </>
  );
}

function LateAnswers({ result }: { result: AttemptResult }) {
  const t = useT('contest/result');
  const { timeWithSeconds, date } = useFormat();
  const textOf = useResponseText();
  const promptAt = (position: number) =>
    result.review?.find((question) => question.position === position)?.prompt ?? null;
  return (
    <Panel title={t('late.title', { count: result.late.length })}>
      <p className={classes.lateLead}>{t('late.text')}</p>
      <ul className={classes.late}>
        {result.late.map((answer) => (
          <li key={`${answer.position} ${answer.receivedAt}`}>
            <IconClockExclamation aria-hidden="true" />
            <span>
              <strong>{t('late.question', { position: answer.position })}</strong>
              <span>{textOf(answer.response, promptAt(answer.position))}</span>
              <small>
                {t(`late.reasons.${answer.reason}`, {
                  time: timeWithSeconds(answer.receivedAt),
                  date: date(answer.receivedAt),
                })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
