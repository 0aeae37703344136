import { PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import {
  IconCircle,
  IconCircleCheckFilled,
  IconEye,
  IconEyeOff,
  IconKey,
  IconLock,
} from '@tabler/icons-react';
import { firstPassword, MIN_PASSWORD } from '../../../shared/account/own.schema.js';
import { apiDelete } from '../../platform/api/api.js';
import { forgetAnswers, sessionKey, useSession } from '../../platform/api/session.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { usePageTitle } from '../../platform/page/page-title.js';
import { calledName } from '../../platform/text/called-name.js';
import { useT } from '../../platform/text/i18n.js';
import { showFailed } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { LogoMark } from '../../ui/layout/app-logo.js';
import { ConnectionBanner } from '../../ui/layout/connection-banner.js';
import { LanguageSwitch } from '../../ui/layout/preferences.js';
import { FormFailure } from '../form-failure.js';
import { rememberTyped, typedPassword } from '../session/given-password.js';
import classes from './first-password.module.css';
import { useSetFirstPassword } from './own.api.js';

const PRODUCT = 'Hải Đăng';

/** Before everything else, for whoever came in by what somebody else gave them: a password of their own, or out again. */
export function FirstPassword() {
  const t = useT('account/own');
  const { member } = useSession();
  const name = calledName(member?.fullName ?? '');
  const giver = member?.passwordGivenBy ?? '';
  const title = t('first.title', { name });
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.brand}>
        <LogoMark size={38} />
        <span translate="no">{PRODUCT}</span>
        <LanguageSwitch className={classes.language} />
      </header>
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={classes.main}>
        <span className={classes.sign} aria-hidden="true">
          <IconKey />
        </span>
        <h1>{title}</h1>
        <p className={classes.about}>{giver === '' ? t('first.byInstallation') : t('first.by', { giver })}</p>
        <PasswordOfOnesOwn />
      </main>
    </div>
  );
}

function PasswordOfOnesOwn() {
  const t = useT('account/own');
  const given = typedPassword();
  const go = useEntrance();
  const save = useSetFirstPassword();
  const form = useFieldForm({
    texts: 'account/own',
    failureTexts: 'account',
    schema: firstPassword,
    initial: { password: '' },
    conflicts: { 'account.password_same': 'password' },
    send: async (body) => {
      await save.mutateAsync(body);
      await go();
    },
  });
  const { password } = form.values;
  const missing = MIN_PASSWORD - password.normalize('NFC').length;
  const differs = password !== '' && password.normalize('NFC') !== given?.normalize('NFC');
  const isReady = missing <= 0 && differs;
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <PasswordInput
        // The one thing to do here.
        autoFocus
        defaultVisible={false}
        label={t('password.new')}
        leftSection={<IconLock size={20} />}
        autoComplete="new-password"
        maxLength={200}
        value={password}
        error={form.errors.password}
        visibilityToggleButtonProps={{ 'aria-label': t('password.toggle'), tabIndex: 0 }}
        visibilityToggleIcon={({ reveal }) => (reveal ? <IconEyeOff size={20} /> : <IconEye size={20} />)}
        onChange={(event) => form.change({ password: event.currentTarget.value })}
      />
      <ul className={classes.rules}>
        <Rule met={missing <= 0}>
          {missing > 0 && password !== '' ? t('first.missing', { count: missing }) : t('first.long')}
        </Rule>
        {given !== null && <Rule met={differs}>{t('first.differs')}</Rule>}
      </ul>
      <FormFailure text={form.failure} />
      <div className={classes.foot}>
        <Button
          type="submit"
          kind="primary"
          size="lg"
          block
          disabled={!isReady}
          busy={form.busy}
          busyText={t('password.sending')}
        >
          {t('first.save')}
        </Button>
        <Later />
      </div>
    </form>
  );
}

function Rule({ met, children }: { met: boolean; children: string }) {
  return (
    <li data-met={met || undefined}>
      {met ? <IconCircleCheckFilled aria-hidden="true" /> : <IconCircle aria-hidden="true" />}
      {children}
    </li>
  );
}

function Later() {
  const t = useT('account/own');
  const go = useEntrance();
  const leave = async () => {
    try {
      await apiDelete('/api/session');
      await go();
    } catch {
      showFailed(t('first.stillIn'));
    }
  };
  return (
    <Button kind="ghost" block onClick={() => void leave()}>
      {t('first.later')}
    </Button>
  );
}

/** On to where one was going: what was refused meanwhile is asked again. */
function useEntrance() {
  const queryClient = useQueryClient();
  return async () => {
    rememberTyped(null);
    forgetAnswers(queryClient, 'all');
    await queryClient.refetchQueries({ queryKey: sessionKey });
  };
}
