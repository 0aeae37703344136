import { TextInput } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { transferMember, type MemberView } from '../../../shared/account/account.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { FormFailure } from '../form-failure.js';
import forms from '../forms.module.css';
import { useTransferMember } from '../member.api.js';
import classes from '../member.module.css';
import { UnitSelect } from '../unit/unit-select.js';

/** Where the member belongs and belonged; results stay with the unit of their time. */
export function MemberStays({ member }: { member: MemberView }) {
  const t = useT('account');
  const { date } = useFormat();
  const [moving, setMoving] = useState(false);
  const movable = member.can.edit && member.leftAt === null;
  return (
    <Panel
      title={t('stays.title')}
      action={
        movable && (
          <Button size="sm" icon={<IconArrowsExchange />} onClick={() => setMoving(true)}>
            {t('stays.transfer')}
          </Button>
        )
      }
    >
      <ol className={classes.stays}>
        {member.history.map((stay) => (
          <li key={stay.from} data-now={stay.until === null || undefined}>
            <strong>{stay.unit.name}</strong>
            <span>
              {stay.until === null
                ? t('stays.since', { from: date(stay.from) })
                : t('stays.span', { from: date(stay.from), until: date(stay.until) })}
            </span>
            {stay.reason !== '' && <span>{t('stays.reason', { reason: stay.reason })}</span>}
          </li>
        ))}
      </ol>
      {moving && <Transfer member={member} onClose={() => setMoving(false)} />}
    </Panel>
  );
}

function Transfer({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useT('account');
  const id = useId();
  const transfer = useTransferMember(member.id);
  const form = useFieldForm({
    texts: 'account',
    schema: transferMember,
    initial: { unitId: '', reason: '' },
    conflicts: { 'account.unit_closed': 'unitId' },
    send: transfer.mutateAsync,
    onDone: () => {
      showDone(t('stays.transferred', { name: member.fullName }));
      onClose();
    },
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('stays.transferTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={form.busy} busyText={t('saving')}>
            {t('stays.transfer')}
          </Button>
        </>
      }
    >
      <form id={id} className={forms.form} onSubmit={form.submit} noValidate>
        <p className={forms.hint}>{t('stays.transferHint', { unit: member.unit?.name })}</p>
        <UnitSelect
          label={t('stays.to')}
          placeholder={t('create.chooseUnit')}
          allows={(unit) => unit.can.edit && unit.id !== member.unit?.id}
          value={form.values.unitId}
          error={form.errors.unitId}
          onChange={(unitId) => form.change({ unitId })}
        />
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
