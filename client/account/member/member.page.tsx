import { IconUserOff } from '@tabler/icons-react';
import { useParams } from 'react-router';
import type { MemberView } from '../../../shared/account/account.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { ButtonLink } from '../../ui/form/button.js';
import { Chip } from '../../ui/data/chip.js';
import { QueryStates } from '../../ui/feedback/query-states.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { RowBones } from '../../ui/feedback/skeletons.js';
import { StateDisc } from '../../ui/feedback/state-disc.js';
import classes from '../member.module.css';
import { MemberDeparture } from './member-departure.js';
import { MemberSlip } from './member-slip.js';
import { MemberProfile } from './member-profile.js';
import { MemberRoles } from '../role/member-roles.js';
import { MemberStays } from './member-stays.js';
import { useMember } from '../member.api.js';

export function Component() {
  const { id = '' } = useParams();
  const t = useT('account');
  const missing = () => <Missing />;
  return (
    <QueryStates
      query={useMember(id)}
      texts="account"
      failed={t('member.failed')}
      loading={<RowBones rows={6} />}
      answers={{ not_found: missing, 'input.invalid': missing }}
      frame={(state) => (
        <>
          <PageHeader
            title={t('members.title')}
            crumbs={[{ to: '/organise/members', label: t('members.title') }]}
          />
          {state}
        </>
      )}
    >
      {(member) => <Member key={member.id} member={member} />}
    </QueryStates>
  );
}

function Missing() {
  const t = useT('account');
  return (
    <StateDisc
      headingLevel={2}
      icon={<IconUserOff />}
      title={t('member.missing')}
      action={<ButtonLink to="/organise/members">{t('member.toList')}</ButtonLink>}
    >
      {t('member.missingHint')}
    </StateDisc>
  );
}

function Member({ member }: { member: MemberView }) {
  const t = useT('account');
  const { date } = useFormat();
  const { edit } = member.can;
  return (
    <>
      <PageHeader
        title={member.fullName}
        subtitle={[member.code, member.unit?.name].filter(Boolean).join(' · ')}
        crumbs={[{ to: '/organise/members', label: t('members.title') }]}
        badge={member.leftAt && <Chip>{t('members.leftOn', { date: date(member.leftAt) })}</Chip>}
      />
      {!edit && <p className={classes.readOnly}>{t('member.readOnly')}</p>}
      <div className={classes.columns}>
        <div className={classes.column}>
          <MemberProfile member={member} />
          <MemberStays member={member} />
        </div>
        <div className={classes.column}>
          <MemberRoles member={member} />
          {member.can.makeSlip && <MemberSlip member={member} />}
          {edit && <MemberDeparture member={member} />}
        </div>
      </div>
    </>
  );
}
