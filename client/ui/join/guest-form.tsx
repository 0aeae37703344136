import { useId, useRef, useState } from 'react';
import { useFailureText } from '../../platform/api/errors.js';
import { fieldErrors } from '../../platform/form/form-errors.js';
import { useWait } from '../../platform/api/wait.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import classes from './guest-form.module.css';
import { MAX_NAME, nameTrouble } from './guest-name.rules.js';

type GuestFormProps = {
  /** Where the name will be seen, and by whom. */
  hint: string;
  /** The verb and the place: “Vào buổi hỏi đáp”. */
  enterText: string;
  busy: boolean;
  /** Why one was not let in; null as long as nothing failed. */
  failure: Error | null;
  /** Whose texts explain it. */
  texts: string;
  onEnter: (name: string) => void;
};

/** Lets somebody without an account in by name. What is wrong with the name, or with entering, stands at the field. */
export function GuestForm({ hint, enterText, busy, failure, texts, onEnter }: GuestFormProps) {
  const t = useT('ui/join');
  const common = useT('platform');
  const explain = useFailureText(texts);
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const waitSeconds = useWait(failure);
  const enter = () => {
    const found = nameTrouble(name);
    setTrouble(found ? t(`guest.${found}`, { most: MAX_NAME }) : '');
    if (found) field.current?.focus();
    else onEnter(name.trim());
  };
  const refused = fieldErrors(failure, { t, common })['name'];
  const error = trouble || (refused ?? (failure ? explain(failure) : ''));
  const wait = waitSeconds > 0 ? t('guest.wait', { count: waitSeconds }) : '';
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && waitSeconds === 0) enter();
      }}
    >
      <label htmlFor={id}>{t('guest.name')}</label>
      <input
        ref={field}
        id={id}
        value={name}
        autoComplete="name"
        aria-describedby={`${id}-error ${id}-hint`}
        aria-invalid={error !== '' || undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <p id={`${id}-error`} className={classes.error} role="alert">
        {error}
      </p>
      <p role="timer" aria-live="off" className={classes.error} translate="no">
        {wait}
      </p>
      <p id={`${id}-hint`} className={classes.hint}>
        {hint}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="lg"
        block
        busy={busy}
        busyText={t('guest.entering')}
        aria-disabled={waitSeconds > 0 || undefined}
      >
        {enterText}
      </Button>
    </form>
  );
}
