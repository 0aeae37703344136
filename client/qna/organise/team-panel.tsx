import { NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  DESK_ROLES,
  MAX_TEAM,
  type DeskRole,
  type QnaManageView,
} from '../../../shared/qna/session.schema.js';
import { useT } from '../../platform/text/i18n.js';
import { Avatar } from '../../ui/data/avatar.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { Panel } from '../../ui/layout/panel.js';
import classes from './side.module.css';
import { TeamSearch } from './team-search.js';
import { useTeam, type TeamChange } from './use-team.js';

type Team = QnaManageView['team'];

/** Who sits at the desk and what they may do there. */
export function TeamPanel({ sessionId, team }: { sessionId: string; team: Team }) {
  const t = useT('qna/organise');
  const { change, busy } = useTeam(sessionId);
  return (
    <Panel title={t('team.title')}>
      <p className={classes.text}>{t('team.roles')}</p>
      {team.length > 0 && (
        <ul className={classes.people} aria-label={t('team.title')}>
          {team.map((person) => (
            <Person key={person.memberId} person={person} busy={busy} onChange={change} />
          ))}
        </ul>
      )}
      {team.length < MAX_TEAM ? (
        <TeamSearch
          sessionId={sessionId}
          taken={team.map(({ memberId }) => memberId)}
          busy={busy}
          onAdd={(memberId, name) =>
            change({ memberId, role: 'triage', before: null, done: t('team.added', { name }) })
          }
        />
      ) : (
        <p className={classes.text}>{t('team.full', { max: MAX_TEAM })}</p>
      )}
    </Panel>
  );
}

type PersonProps = { person: Team[number]; busy: boolean; onChange: (change: TeamChange) => void };

function Person({ person: { memberId, name, unit, role }, busy, onChange }: PersonProps) {
  const t = useT('qna/organise');
  const qna = useT('qna');
  const put = (next: DeskRole | null, done: string) => onChange({ memberId, role: next, before: role, done });
  return (
    <li>
      <Avatar id={memberId} name={name} size={36} />
      <span className={classes.who}>
        <b>{name}</b>
        <small>{unit}</small>
      </span>
      <NativeSelect
        className={classes.role}
        aria-label={t('team.roleOf', { name })}
        value={role}
        disabled={busy}
        data={DESK_ROLES.map((value) => ({ value, label: qna(`role.${value}`) }))}
        onChange={(event) => {
          const next = DESK_ROLES.find((one) => one === event.currentTarget.value);
          if (next) put(next, t('team.changed', { name, role: qna(`role.${next}`) }));
        }}
      />
      <IconButton
        label={t('team.remove', { name })}
        icon={<IconTrash />}
        disabled={busy}
        onClick={() => put(null, t('team.removed', { name }))}
      />
    </li>
  );
}
