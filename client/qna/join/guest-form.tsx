import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/errors.js';
import { useT } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import { qnaKeys } from '../qna.api.js';
import classes from './guest-form.module.css';
import { MAX_NAME, nameTrouble } from './guest-name.rules.js';
import { useGuestEntry } from './join.api.js';

/** Lets somebody without an account in by name, for this session and on this device. */
export function GuestForm({ invitation }: { invitation: QnaInvitation }) {
  const t = useT('join');
  const explain = useFailureText('qna');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const entry = useGuestEntry(invitation.code);
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const enter = () => {
    const found = nameTrouble(name);
    if (found) {
      setTrouble(t(`guest.${found}`, { most: MAX_NAME }));
      field.current?.focus();
      return;
    }
    setTrouble('');
    entry.mutate(name.trim(), {
      onSuccess: ({ id: sessionId }) => {
        // What was asked as nobody is no answer any more.
        queryClient.removeQueries({ queryKey: qnaKeys.all(sessionId) });
        void navigate(`/qna/${sessionId}`, { replace: true });
      },
    });
  };
  const error = trouble || (entry.error ? explain(entry.error) : '');
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!entry.isPending) enter();
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
      <p id={`${id}-hint`} className={classes.hint}>
        {t(invitation.privacy.level === 'hidden' ? 'guest.hintHidden' : 'guest.hint')}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="lg"
        block
        busy={entry.isPending}
        busyText={t('guest.entering')}
      >
        {t('guest.enter')}
      </Button>
    </form>
  );
}
