import { Textarea } from '@mantine/core';
import { useT } from '../../../platform/text/i18n.js';
import classes from './dialog-frame.module.css';
import { LONG_TEXT, MAX_TEXT, lengthOf } from './question-text.rules.js';

type TextFieldProps = { label: string; value: string; onChange: (text: string) => void };

/** The words of a question, with how many there are: as many as the author has. */
export function TextField({ label, value, onChange }: TextFieldProps) {
  const t = useT('qna/desk');
  const length = lengthOf(value);
  return (
    <>
      <Textarea
        autosize
        minRows={3}
        maxRows={8}
        label={label}
        data-autofocus
        value={value}
        error={length > MAX_TEXT ? t('field.tooLong') : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p
        className={`${classes.counter} num`}
        data-long={length >= LONG_TEXT || undefined}
        data-over={length > MAX_TEXT || undefined}
      >
        {t('field.length', { length, max: MAX_TEXT })}
      </p>
    </>
  );
}
