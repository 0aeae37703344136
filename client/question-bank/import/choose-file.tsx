import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { SampleLinks } from '../question/sample-files.js';
import { TopicField } from '../question/topic-field.js';
import classes from './choose-file.module.css';

type ChooseFileProps = {
  onFile: (file: File, fallbackTopic: string) => void;
  busy: boolean;
  /** What was wrong with the last file. */
  failure: string | null;
};

/** Where a file is dropped or chosen, and the topic for questions that name none. */
export function ChooseFile({ onFile, busy, failure }: ChooseFileProps) {
  const t = useT('question-bank/import');
  const [topic, setTopic] = useState('');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file && !busy) onFile(file, topic.trim());
  };
  return (
    <div className={classes.grid}>
      <Panel>
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files[0]);
          }}
        >
          <span className={classes.disc} aria-hidden="true">
            <IconFileUpload />
          </span>
          <h2>{t('choose.drop')}</h2>
          <p>{t('choose.limits')}</p>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            accept=".gift,.txt,.csv,.tsv,.xlsx,text/csv,text/plain"
            tabIndex={-1}
            aria-label={t('choose.button')}
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // The same file may be chosen again after it was put right.
              event.currentTarget.value = '';
            }}
          />
          <Button
            kind="primary"
            busy={busy}
            busyText={t('choose.reading')}
            onClick={() => input.current?.click()}
          >
            {t('choose.button')}
          </Button>
        </div>
        {failure !== null && (
          <div className={classes.failure}>
            <Banner tone="danger" role="alert">
              {failure}
            </Banner>
          </div>
        )}
      </Panel>
      <div className={classes.side}>
        <Panel title={t('choose.topicTitle')}>
          <TopicField
            label={t('choose.topic')}
            value={topic}
            onChange={setTopic}
            description={t('choose.topicHint')}
          />
        </Panel>
        <Panel title={t('choose.samples')}>
          <p className={classes.hint}>{t('choose.samplesHint')}</p>
          <SampleLinks />
        </Panel>
      </div>
    </div>
  );
}
