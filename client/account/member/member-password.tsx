import { IconKey } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { setPassword, type MemberView } from '../../../shared/account/account.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { FormFailure } from '../form-failure.js';
import classes from '../forms.module.css';
import { useSetPassword } from '../member.api.js';
import { NewPassword } from './new-password.js';

export function MemberPassword({ member }: { member: MemberView }) {
  const t = useT('account');
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('password.title')}>
      <div className={classes.form}>
        <p className={classes.hint}>{t('password.about')}</p>
        <div>
          <Button icon={<IconKey />} onClick={() => setOpen(true)}>
            {t('password.open')}
          </Button>
        </div>
      </div>
      {open && <SetPassword member={member} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function SetPassword({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useT('account');
  const id = useId();
  const save = useSetPassword(member.id);
  const form = useFieldForm({
    texts: 'account',
    schema: setPassword,
    initial: { password: '' },
    send: save.mutateAsync,
    onDone: () => {
      showDone(t('password.done', { name: member.fullName }));
      onClose();
    },
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('password.open')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={form.busy} busyText={t('saving')}>
            {t('password.send')}
          </Button>
        </>
      }
    >
      <form id={id} className={classes.form} onSubmit={form.submit} noValidate>
        <p className={classes.hint}>{t('password.effect', { name: member.fullName })}</p>
        <NewPassword
          label={t('password.new')}
          value={form.values.password}
          error={form.errors.password}
          onChange={(password) => form.change({ password })}
        />
        <FormFailure text={form.failure} />
      </form>
    </Sheet>
  );
}
