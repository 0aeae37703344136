import type { MemberView } from '../../../shared/account/account.schema.js';
import { editMember } from '../../../shared/account/account.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Button } from '../../ui/form/button.js';
import { Panel } from '../../ui/layout/panel.js';
import { showDone } from '../../ui/feedback/toast-queue.js';
import { useFieldForm } from '../../platform/form/field-form.js';
import { FormFailure } from '../form-failure.js';
import classes from '../forms.module.css';
import { useEditMember } from '../member.api.js';
import { MEMBER_CONFLICTS, MemberFields } from './member-fields.js';
import looks from '../member.module.css';

export function MemberProfile({ member }: { member: MemberView }) {
  const t = useT('account');
  return (
    <Panel title={t('member.profile')}>
      {member.can.edit ? <Edit member={member} /> : <Facts member={member} />}
    </Panel>
  );
}

function Edit({ member: { id, fullName, code, email } }: { member: MemberView }) {
  const t = useT('account');
  const edit = useEditMember(id);
  const form = useFieldForm({
    texts: 'account',
    schema: editMember,
    initial: { fullName, code, email },
    conflicts: MEMBER_CONFLICTS,
    send: edit.mutateAsync,
    onDone: () => showDone(t('member.saved')),
  });
  const { values } = form;
  const same = values.fullName === fullName && values.code === code && values.email === email;
  return (
    <form className={classes.form} onSubmit={form.submit} noValidate>
      <MemberFields values={values} errors={form.errors} onChange={form.change} />
      <FormFailure text={form.failure} />
      <div className={classes.buttons}>
        <Button
          type="submit"
          kind="primary"
          busy={form.busy}
          busyText={t('saving')}
          disabled={same && !form.busy}
        >
          {t('member.save')}
        </Button>
      </div>
    </form>
  );
}

function Facts({ member }: { member: MemberView }) {
  const t = useT('account');
  return (
    <dl className={looks.facts}>
      <dt>{t('member.fullName')}</dt>
      <dd>{member.fullName}</dd>
      <dt>{t('member.code')}</dt>
      <dd>{member.code}</dd>
      <dt>{t('member.email')}</dt>
      <dd>{member.email ?? t('member.noEmail')}</dd>
    </dl>
  );
}
