import { useId } from 'react';
import { TextInput } from '@mantine/core';
import { useT } from '../../../platform/text/i18n.js';
import { useDesk } from '../state/desk-context.js';
import { answererOf, countedNames } from '../state/desk-filter.rules.js';

const MAX_LENGTH = 120;

/** Who answers: anybody, not only members; those named before are offered. */
export function AnswererField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = useT('qna/desk');
  const names = useId();
  const { all } = useDesk();
  const known = countedNames(Object.values(all).flat().map(answererOf));
  return (
    <>
      <TextInput
        label={t('answer.answerer')}
        maxLength={MAX_LENGTH}
        list={names}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={names}>
        {known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
