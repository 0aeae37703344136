import { useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { TopicField } from '../question/topic-field.js';

type TopicDialogProps = {
  open: boolean;
  count: number;
  onClose: () => void;
  onChoose: (topic: string) => void;
};

export function TopicDialog({ open, count, onClose, onChoose }: TopicDialogProps) {
  const t = useT('question-bank');
  const [topic, setTopic] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = topic.trim() === '';
  const choose = () => {
    setTried(isMissing);
    if (isMissing) return;
    onChoose(topic.trim());
    setTopic('');
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      size="sm"
      title={t('topic.title', { count })}
      footer={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button kind="primary" onClick={choose}>
            {t('act.changeTopic')}
          </Button>
        </>
      }
    >
      <TopicField
        label={t('topic.label')}
        value={topic}
        onChange={setTopic}
        description={t('topic.description')}
        error={tried && isMissing ? t('problem.topic_missing') : undefined}
      />
    </Sheet>
  );
}
