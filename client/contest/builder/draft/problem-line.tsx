import { IconAlertTriangle, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import type { PublishProblem } from '../../../../shared/contest/contest.schema.js';
import { useT, type Translate } from '../../../platform/text/i18n.js';
import { weightOf } from './findings.rules.js';
import classes from './problem-line.module.css';

/** What publishing would find, in words; codes and their parameters are the server's. */
export function problemText(t: Translate, { code, params }: PublishProblem): string {
  const level = typeof params.level === 'string' ? t(`level.${params.level}`) : '';
  // A draft may draw from a topic that is no more.
  const topic = params.topic === '' ? t('paper.unknownTopic') : params.topic;
  return t(`finding.${code}`, { ...params, level, topic, defaultValue: t('finding.publish.other') });
}

const icons = { lacks: IconCircleDashed, wrong: IconCircleX, warns: IconAlertTriangle };

export function ProblemLine({ problem }: { problem: PublishProblem }) {
  const t = useT('contest/builder');
  const weight = weightOf(problem);
  const Icon = icons[weight];
  return (
    <span className={classes.line} data-weight={weight}>
      <Icon aria-hidden="true" />
      <span>
        <span className="visually-hidden">{t(`check.${weight}`)}</span> {problemText(t, problem)}
      </span>
    </span>
  );
}
