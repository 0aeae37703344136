import { useId } from 'react';
import { useNavigate } from 'react-router';
import { createMember } from '../../../shared/account/account.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Sheet } from '../../ui/layout/sheet.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { FormFailure } from '../form-failure.js';
import classes from '../forms.module.css';
import { useCreateMember } from '../member.api.js';
import { MEMBER_CONFLICTS, MemberFields } from './member-fields.js';
import { isOwnUnit, UnitSelect } from '../unit/unit-select.js';

type CreateMemberProps = {
  /** The unit that is looked at; proposed as the new member's. */
  unitId: string;
  onClose: () => void;
};

/** A new member; a slip lets them in for the first time. */
export function CreateMember({ unitId, onClose }: CreateMemberProps) {
  const t = useT('account');
  const id = useId();
  const navigate = useNavigate();
  const create = useCreateMember();
  const form = useFieldForm({
    texts: 'account',
    schema: createMember,
    initial: { fullName: '', code: '', email: null as string | null, unitId },
    conflicts: MEMBER_CONFLICTS,
    send: async (member) => {
      const made = await create.mutateAsync(member);
      await navigate(`/organise/members/${made.id}`);
    },
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('create.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={form.busy} busyText={t('create.sending')}>
            {t('create.send')}
          </Button>
        </>
      }
    >
      <form id={id} className={classes.form} onSubmit={form.submit} noValidate>
        <MemberFields values={form.values} errors={form.errors} onChange={form.change} autoFocus />
        <UnitSelect
          label={t('member.unit')}
          placeholder={t('create.chooseUnit')}
          allows={isOwnUnit}
          value={form.values.unitId}
          error={form.errors.unitId}
          onChange={(next) => form.change({ unitId: next })}
        />
        <p className={classes.hint}>{t('create.slipNext')}</p>
        <FormFailure text={form.failure} />
      </form>
    </Sheet>
  );
}
