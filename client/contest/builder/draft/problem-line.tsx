import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { PublishProblem } from '../../../../shared/contest/contest.schema.js';
import { useT, type Translate } from '../../../platform/text/i18n.js';
import { isBlocking } from './steps.rules.js';
import classes from './problem-line.module.css';

/** What publishing would find, in words; codes and their parameters are the server's. */
export function problemText(t: Translate, { code, params }: PublishProblem): string {
  const level = typeof params.level === 'string' ? t(`level.${params.level}`) : '';
  // A draft may draw from a topic that is no more.
  const topic = params.topic === '' ? t('paper.unknownTopic') : params.topic;
  return t(`finding.${code}`, { ...params, level, topic, defaultValue: t('finding.publish.other') });
}

export function ProblemLine({ problem }: { problem: PublishProblem }) {
  const t = useT('contest/builder');
  const blocks = isBlocking(problem);
  return (
    <span className={classes.line} data-blocks={blocks || undefined}>
      {blocks ? <IconCircleX aria-hidden="true" /> : <IconAlertTriangle aria-hidden="true" />}
      <span>
        <span className="visually-hidden">{blocks ? t('check.blocks') : t('check.warns')}</span>{' '}
        {problemText(t, problem)}
      </span>
    </span>
  );
}
