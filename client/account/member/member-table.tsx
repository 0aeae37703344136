import { Link } from 'react-router';
import type { MemberRow } from '../../../shared/account/account.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Avatar } from '../../ui/data/avatar.js';
import { Chip } from '../../ui/data/chip.js';
import { DataTable, type Column } from '../../ui/data/data-table.js';
import classes from './members.module.css';

export function MemberTable({ members }: { members: MemberRow[] }) {
  const t = useT('account');
  const columns: Column<MemberRow>[] = [
    { key: 'name', header: t('members.name'), primary: true, cell: (member) => <Who member={member} /> },
    { key: 'unit', header: t('members.unit'), cell: (member) => member.unit?.name },
    { key: 'roles', header: t('members.roles'), cell: (member) => <Roles member={member} /> },
    {
      key: 'state',
      header: t('members.status'),
      width: 190,
      cell: (member) => <State leftAt={member.leftAt} />,
    },
  ];
  return (
    <DataTable caption={t('members.title')} columns={columns} rows={members} keyOf={(member) => member.id} />
  );
}

function Who({ member }: { member: MemberRow }) {
  return (
    <span className={classes.who}>
      <Avatar id={member.id} name={member.fullName} size={36} />
      <span className={classes.name}>
        <Link to={`/organise/members/${member.id}`}>{member.fullName}</Link>
        <small>{[member.code, member.email].filter(Boolean).join(' · ')}</small>
      </span>
    </span>
  );
}

function Roles({ member }: { member: MemberRow }) {
  const t = useT('account');
  const roles = [...new Set(member.roles.map(({ role }) => role))];
  if (roles.length === 0) return <span className={classes.plain}>{t('role.member')}</span>;
  return (
    <span className={classes.chips}>
      {roles.map((role) => (
        <Chip key={role} size="sm" kind="navy">
          {t(`role.${role}`)}
        </Chip>
      ))}
    </span>
  );
}

function State({ leftAt }: { leftAt: string | null }) {
  const t = useT('account');
  const { date } = useFormat();
  return leftAt === null ? (
    <Chip size="sm" kind="teal">
      {t('members.here')}
    </Chip>
  ) : (
    <Chip size="sm">{t('members.leftOn', { date: date(leftAt) })}</Chip>
  );
}
