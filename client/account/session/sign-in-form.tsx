import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle, IconEye, IconEyeOff, IconLock, IconUser } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { SignIn } from '../../../shared/account/account.schema.js';
import { apiPost } from '../../platform/api/api.js';
import { useFailureText } from '../../platform/api/errors.js';
import { forgetAnswers, sessionKey } from '../../platform/api/session.js';
import { focusFirstInvalid } from '../../platform/form/form-errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useWait } from '../../platform/api/wait.js';
import { Button } from '../../ui/form/button.js';
import { rememberTyped } from './given-password.js';
import { SignInRefusal } from './sign-in-refusal.js';
import classes from './sign-in.module.css';

/** One field for e-mail or code. A refusal never tells which of the two was wrong. */
export function SignInForm() {
  const t = useT('account');
  const explain = useFailureText('account');
  const signIn = useSignIn();
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const caps = useCapsLock();
  const [values, setValues] = useState({ login: '', password: '' });
  const [missing, setMissing] = useState({ login: false, password: false });
  const waitSeconds = useWait(signIn.error);

  useEffect(() => {
    if (missing.login || missing.password) focusFirstInvalid(form.current);
  }, [missing]);

  useEffect(() => {
    // A frame later: after a navigation the page's own content takes the focus first.
    const frame = requestAnimationFrame(() => first.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  const change = (name: 'login' | 'password', value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setMissing((before) => (before[name] ? { ...before, [name]: false } : before));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = { login: values.login.trim() === '', password: values.password === '' };
    setMissing(lacks);
    if (lacks.login || lacks.password || waitSeconds > 0 || signIn.isPending) return;
    signIn.mutate(values);
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        ref={first}
        label={t('signIn.login')}
        leftSection={<IconUser size={20} />}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        inputMode="email"
        maxLength={200}
        value={values.login}
        error={missing.login && t('signIn.loginMissing')}
        onChange={(event) => change('login', event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        leftSection={<IconLock size={20} />}
        name="password"
        autoComplete="current-password"
        maxLength={200}
        value={values.password}
        error={missing.password && t('signIn.passwordMissing')}
        description={caps.on ? <CapsNote /> : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.togglePassword'), tabIndex: 0 }}
        visibilityToggleIcon={({ reveal }) => (reveal ? <IconEyeOff size={20} /> : <IconEye size={20} />)}
        onChange={(event) => change('password', event.currentTarget.value)}
        onKeyDown={caps.watch}
        onKeyUp={caps.watch}
        onBlur={caps.forget}
      />
      <SignInRefusal text={signIn.isError ? explain(signIn.error) : null} waitSeconds={waitSeconds} />
      <Button
        type="submit"
        kind="primary"
        size="lg"
        block
        busy={signIn.isPending}
        busyText={t('signIn.sending')}
        aria-disabled={waitSeconds > 0 || undefined}
      >
        {t('signIn.send')}
      </Button>
    </form>
  );
}

function CapsNote() {
  const t = useT('account');
  return (
    <span className={classes.caps} role="status">
      <IconAlertTriangle size={16} aria-hidden="true" />
      {t('signIn.capsLock')}
    </span>
  );
}

/** Done only when the new session is known, so that the page one was going to finds its member. */
function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (login: SignIn) => {
      await apiPost('/api/session', login);
      rememberTyped(login.password);
      // A session that ended left answers to somebody else, and refusals to nobody.
      forgetAnswers(queryClient, 'all');
      await queryClient.refetchQueries({ queryKey: sessionKey });
    },
  });
}

/** Whether Caps Lock is on, as far as the keys pressed in a field tell. */
function useCapsLock() {
  const [on, setOn] = useState(false);
  return {
    on,
    watch: (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock')),
    forget: () => setOn(false),
  };
}
