import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconTicket } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { apiPost } from '../../platform/api/api.js';
import { useFailureText } from '../../platform/api/errors.js';
import { forgetAnswers, sessionKey, useSession } from '../../platform/api/session.js';
import { useWait } from '../../platform/api/wait.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { useT } from '../../platform/text/i18n.js';
import { Button, ButtonLink } from '../../ui/form/button.js';
import { EntranceFrame } from '../../ui/layout/entrance-frame.js';
import { rememberTyped } from './given-password.js';
import { returnPath } from './return-path.js';
import { SignInRefusal } from './sign-in-refusal.js';
import classes from './sign-in.module.css';

/** Whoever has no password, or has lost it: whom to ask, and where the code of a slip is typed. */
export function Component() {
  const t = useT('account');
  const { member } = useSession();
  const [search] = useSearchParams();
  usePageTitle(t('slipEntry.title'));
  if (member) return <Navigate to={returnPath(search.get('next'))} replace />;
  return (
    <EntranceFrame promise={t('signIn.promise')}>
      <h1 className={classes.title}>{t('slipEntry.title')}</h1>
      <p className={classes.about}>{t('slipEntry.about')}</p>
      <SlipForm />
      <ButtonLink kind="ghost" block className={classes.back} to="/sign-in">
        {t('slipEntry.back')}
      </ButtonLink>
    </EntranceFrame>
  );
}

function SlipForm() {
  const t = useT('account');
  const explain = useFailureText('account');
  const { hash } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState(() => codeIn(hash));
  const [missing, setMissing] = useState(false);
  const use = useSlip();
  const waitSeconds = useWait(use.error);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() === '' || waitSeconds > 0 || use.isPending) return field.current?.focus();
    use.mutate(code);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        className={classes.code}
        label={t('slipEntry.code')}
        leftSection={<IconTicket size={20} />}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        value={code}
        error={missing && t('slipEntry.missing')}
        onChange={(event) => {
          setCode(codeIn(event.currentTarget.value));
          setMissing(false);
        }}
      />
      <SignInRefusal text={use.isError ? explain(use.error) : null} waitSeconds={waitSeconds} />
      <Button
        type="submit"
        kind="primary"
        size="lg"
        block
        busy={use.isPending}
        busyText={t('signIn.sending')}
        aria-disabled={waitSeconds > 0 || undefined}
      >
        {t('slipEntry.send')}
      </Button>
    </form>
  );
}

/** Of a scanned or pasted link what stands behind the `#`. */
const codeIn = (text: string): string => text.slice(text.lastIndexOf('#') + 1);

function useSlip() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (code: string) => {
      await apiPost('/api/session/slip', { code });
      rememberTyped(null);
      forgetAnswers(queryClient, 'all');
      await queryClient.refetchQueries({ queryKey: sessionKey });
    },
  });
}
