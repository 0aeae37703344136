import { useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { TopicField } from '../question/topic-field.js';
import classes from './missing-topic.module.css';

type MissingTopicProps = { count: number; busy: boolean; onTopic: (topic: string) => void };

/** Questions without a topic need only one word from the organiser: the file is looked at again with it. */
export function MissingTopic({ count, busy, onTopic }: MissingTopicProps) {
  const t = useT('question-bank/import');
  const [topic, setTopic] = useState('');
  return (
    <Banner tone="warning">
      <b>{t('missingTopic.title', { count })}</b>
      <div className={classes.row}>
        <TopicField label={t('choose.topic')} value={topic} onChange={setTopic} />
        <Button
          busy={busy}
          busyText={t('choose.reading')}
          aria-disabled={topic.trim() === ''}
          onClick={() => topic.trim() !== '' && onTopic(topic.trim())}
        >
          {t('missingTopic.again')}
        </Button>
      </div>
    </Banner>
  );
}
