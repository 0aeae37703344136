import { Textarea } from '@mantine/core';
import { MAX_LABELS, MAX_WORDS } from '../../../shared/qna/session.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Panel } from '../../ui/layout/panel.js';
import type { SettingsFields } from './form.js';
import { linesOf, refusalOf } from './lines.rules.js';
import classes from './fields.module.css';

/** Labels to sort questions by, and words that hold a question back for a moderator; one a line. */
export function ListFields({ values, errors, change }: SettingsFields) {
  const t = useT('qna/organise');
  const { number } = useFormat();
  const counted = (text: string, max: number) =>
    t('lists.counted', { number: number(linesOf(text).length), max: number(max) });
  return (
    <Panel title={t('lists.title')}>
      <div className={classes.pair}>
        <div>
          <Textarea
            label={t('lists.labels')}
            description={t('lists.labelsHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autosize
            minRows={4}
            maxRows={12}
            value={values.labels}
            onChange={(event) => change({ labels: event.currentTarget.value })}
            error={refusalOf(errors, 'labels')}
          />
          <p className={classes.count}>{counted(values.labels, MAX_LABELS)}</p>
        </div>
        <div>
          <Textarea
            label={t('lists.words')}
            description={t('lists.wordsHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autosize
            minRows={4}
            maxRows={12}
            value={values.words}
            onChange={(event) => change({ words: event.currentTarget.value })}
            error={refusalOf(errors, 'words')}
          />
          <p className={classes.count}>{counted(values.words, MAX_WORDS)}</p>
        </div>
      </div>
    </Panel>
  );
}
