import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { QnaInvitation } from '../../../shared/qna/session.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useWait } from '../../platform/api/wait.js';
import { Button } from '../../ui/form/button.js';
import { privacySentences } from '../question/privacy.rules.js';
import { qnaKeys } from '../room/qna.api.js';
import classes from './guest-form.module.css';
import { MAX_NAME, nameTrouble } from './guest-name.rules.js';
import { invitationKey, useGuestEntry } from './join.api.js';

/** Lets somebody without an account in by name, for this session and on this device. */
export function GuestForm({ invitation }: { invitation: QnaInvitation }) {
  const t = useT('qna/join');
  const explain = useFailureText('qna');
  const queryClient = useQueryClient();
  const entry = useGuestEntry(invitation.code);
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const waitSeconds = useWait(entry.error);
  const enter = () => {
    const found = nameTrouble(name);
    if (found) {
      setTrouble(t(`guest.${found}`, { most: MAX_NAME }));
      field.current?.focus();
      return;
    }
    setTrouble('');
    entry.mutate(name.trim(), {
      onSuccess: (entered) => {
        // What was asked as nobody is no answer any more; the page goes on by what holds now.
        queryClient.removeQueries({ queryKey: qnaKeys.all(entered.id) });
        queryClient.setQueryData(invitationKey(entered.code), entered);
      },
    });
  };
  const error = trouble || (entry.error ? explain(entry.error) : '');
  const wait = waitSeconds > 0 ? t('guest.wait', { count: waitSeconds }) : '';
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!entry.isPending && waitSeconds === 0) enter();
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
      <p role="timer" aria-live="off" className={classes.error}>
        {wait}
      </p>
      <p id={`${id}-hint`} className={classes.hint}>
        {privacySentences(invitation.privacy, 'guest').map((sentence) => t(`privacy.${sentence}`))}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="lg"
        block
        busy={entry.isPending}
        busyText={t('guest.entering')}
        aria-disabled={waitSeconds > 0 || undefined}
      >
        {t('guest.enter')}
      </Button>
    </form>
  );
}
