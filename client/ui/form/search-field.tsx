import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { IconButton } from './icon-button.js';
import classes from './search-field.module.css';

const PAUSE_MS = 300;

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void };

/** Reports what is searched for after a pause in typing, at once on Enter or when cleared. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const t = useT('ui');
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const text = draft ?? value;
  const report = (next: string) => {
    clearTimeout(timer.current);
    setDraft(null);
    onChange(next.trim());
  };
  const type = (next: string) => {
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), PAUSE_MS);
  };
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault();
        report(text);
      }}
    >
      <IconSearch aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => draft !== null && report(draft)}
      />
      {text !== '' && (
        <IconButton
          size="sm"
          label={t('clearSearch')}
          icon={<IconX />}
          onClick={() => {
            report('');
            input.current?.focus();
          }}
        />
      )}
    </form>
  );
}
