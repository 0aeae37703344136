import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { Segmented } from '../../../ui/form/segmented.js';
import { RulesMarkdown } from '../../rules-markdown.js';
import classes from './texts.module.css';

type RulesFieldProps = { value: string; onChange: (rules: string) => void; disabled?: boolean };

/** The rules in Markdown, and how their readers will see them. */
export function RulesField({ value, onChange, disabled }: RulesFieldProps) {
  const t = useT('contest/builder');
  const [view, setView] = useState<'write' | 'read'>('write');
  const isRead = view === 'read' || disabled === true;
  return (
    <div className={classes.rules}>
      {!disabled && (
        <Segmented
          label={t('rulesField.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'write', label: t('rulesField.write') },
            { value: 'read', label: t('rulesField.read') },
          ]}
        />
      )}
      {isRead ? (
        <section className={classes.preview} aria-label={t('information.rules')}>
          {value.trim() === '' ? <p>{t('rulesField.nothing')}</p> : <RulesMarkdown text={value} />}
        </section>
      ) : (
        <Textarea
          label={t('information.rules')}
          description={t('information.rulesHint')}
          autosize
          minRows={8}
          maxRows={24}
          maxLength={20_000}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
