import { PasswordInput } from '@mantine/core';
import { IconCheck, IconEye, IconEyeOff, IconKey, IconLock } from '@tabler/icons-react';
import { changePassword, MIN_PASSWORD } from '../../../shared/account/own.schema.js';
import { useWait } from '../../platform/api/wait.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { Button } from '../../ui/form/button.js';
import { FormFailure } from '../form-failure.js';
import classes from './account.module.css';
import { useChangePassword } from './own.api.js';

const EMPTY = { current: '', password: '', endOthers: true };
const CONFLICTS = { 'account.password_wrong': 'current', 'account.password_same': 'password' };

/** The old password, the new one once, and whether the other devices go. */
export function PasswordForm({ onDone }: { onDone?: () => void }) {
  const t = useT('account/own');
  const { number } = useFormat();
  const save = useChangePassword();
  const waitSeconds = useWait(save.error);
  const form = useFieldForm({
    texts: 'account/own',
    failureTexts: 'account',
    schema: changePassword,
    initial: EMPTY,
    conflicts: CONFLICTS,
    send: async (body) => {
      const { ended } = await save.mutateAsync(body);
      showDone(
        ended > 0 ? t('password.doneEnded', { number: number(ended), count: ended }) : t('password.done'),
      );
      form.change(EMPTY);
    },
    onDone,
  });
  const { values, errors, change } = form;
  const isLong = values.password.normalize('NFC').length >= MIN_PASSWORD;
  const shared = {
    maxLength: 200,
    visibilityToggleButtonProps: { 'aria-label': t('password.toggle'), tabIndex: 0 },
    visibilityToggleIcon: ({ reveal }: { reveal: boolean }) =>
      reveal ? <IconEyeOff size={20} /> : <IconEye size={20} />,
  };
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <div className={classes.pair}>
        <PasswordInput
          {...shared}
          label={t('password.current')}
          leftSection={<IconLock size={20} />}
          autoComplete="current-password"
          value={values.current}
          error={errors.current}
          onChange={(event) => change({ current: event.currentTarget.value })}
        />
        <PasswordInput
          {...shared}
          label={t('password.new')}
          leftSection={<IconKey size={20} />}
          autoComplete="new-password"
          value={values.password}
          error={errors.password}
          description={
            <span className={classes.rule} data-met={isLong || undefined}>
              {isLong && <IconCheck size={16} aria-hidden="true" />}
              {t('password.rule')}
            </span>
          }
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => change({ password: event.currentTarget.value })}
        />
      </div>
      <FormFailure text={form.failure} />
      <div className={classes.foot}>
        <label className={classes.check}>
          <input
            type="checkbox"
            className="check"
            checked={values.endOthers}
            onChange={(event) => change({ endOthers: event.target.checked })}
          />
          {t('password.endOthers')}
        </label>
        <Button
          type="submit"
          kind="primary"
          busy={form.busy}
          busyText={t('password.sending')}
          aria-disabled={waitSeconds > 0 || undefined}
        >
          {t('password.title')}
        </Button>
      </div>
    </form>
  );
}
