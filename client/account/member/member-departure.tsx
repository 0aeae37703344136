import { TextInput } from '@mantine/core';
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { departMember, type MemberView } from '../../../shared/account/account.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { useSession } from '../../platform/api/session.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { showDone, showFailed, showUndo } from '../../ui/feedback/toast-queue.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { FormFailure } from '../form-failure.js';
import classes from '../forms.module.css';
import { useDepartMember, useTakeBackMember } from '../member.api.js';

/** Leaving and coming back. One does not record one's own departure: nobody would be left to take it back. */
export function MemberDeparture({ member }: { member: MemberView }) {
  const t = useT('account');
  const { member: self } = useSession();
  const [open, setOpen] = useState(false);
  const takeBack = useTakeBack(member);
  if (self?.id === member.id) return null;
  return (
    <Panel title={t(member.leftAt === null ? 'departure.title' : 'departure.leftTitle')}>
      <div className={classes.form}>
        <p className={classes.hint}>
          {t(member.leftAt === null ? 'departure.about' : 'departure.leftAbout')}
        </p>
        <div>
          {member.leftAt === null ? (
            <Button kind="danger-soft" icon={<IconUserMinus />} onClick={() => setOpen(true)}>
              {t('departure.open')}
            </Button>
          ) : (
            <Button
              icon={<IconUserPlus />}
              busy={takeBack.busy}
              busyText={t('saving')}
              onClick={takeBack.run}
            >
              {t('departure.takeBack')}
            </Button>
          )}
        </div>
      </div>
      {open && <Depart member={member} onUndo={takeBack.run} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function useTakeBack(member: MemberView) {
  const t = useT('account');
  const explain = useFailureText('account');
  const takeBack = useTakeBackMember(member.id);
  const run = async () => {
    try {
      await takeBack.mutateAsync();
      showDone(t('departure.back', { name: member.fullName }));
    } catch (error) {
      showFailed(explain(error));
    }
  };
  return { busy: takeBack.isPending, run: () => void run() };
}

type DepartProps = { member: MemberView; onUndo: () => void; onClose: () => void };

function Depart({ member, onUndo, onClose }: DepartProps) {
  const t = useT('account');
  const id = useId();
  const depart = useDepartMember(member.id);
  const form = useFieldForm({
    texts: 'account',
    schema: departMember,
    initial: { reason: '' },
    send: depart.mutateAsync,
    onDone: () => {
      showUndo(t('departure.done', { name: member.fullName }), onUndo);
      onClose();
    },
  });
  return (
    <Sheet
      open
      size="sm"
      onClose={onClose}
      title={t('departure.open')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="danger" busy={form.busy} busyText={t('saving')}>
            {t('departure.send')}
          </Button>
        </>
      }
    >
      <form id={id} className={classes.form} onSubmit={form.submit} noValidate>
        <p className={classes.hint}>{t('departure.effect', { name: member.fullName })}</p>
        <TextInput
          label={t('stays.why')}
          maxLength={300}
          value={form.values.reason}
          error={form.errors.reason}
          onChange={(event) => form.change({ reason: event.currentTarget.value })}
        />
        <FormFailure text={form.failure} />
      </form>
    </Sheet>
  );
}
