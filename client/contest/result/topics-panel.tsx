import type { AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import { TopicBar } from '../../ui/data/topic-bar.js';
import classes from './result.module.css';

type Topics = NonNullable<AttemptResult['score']>['topics'];

export function TopicsPanel({ topics }: { topics: Topics }) {
  const t = useT('contest/result');
  const { percent, number } = useFormat();
  const hasMean = topics.some((topic) => topic.mean !== null);
  return (
    <Panel
      title={t('topics.title')}
      action={
        <span className={classes.legend} aria-hidden="true">
          <span>
            <i className={classes.ownSign} />
            {t('topics.own')}
          </span>
          {hasMean && (
            <span>
              <i className={classes.meanSign} />
              {t('topics.mean')}
            </span>
          )}
        </span>
      }
    >
      {topics.map((topic) => (
        <TopicBar
          key={topic.topic}
          topic={topic.topic}
          share={topic.questions > 0 ? topic.correct / topic.questions : 0}
          result={`${number(topic.correct)}/${number(topic.questions)}`}
          mean={topic.mean}
          meanLabel={t('topics.meanOf', { mean: percent(topic.mean ?? 0) })}
        />
      ))}
    </Panel>
  );
}
