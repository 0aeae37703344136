import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Avatar } from '../../ui/data/avatar.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { SearchField } from '../../ui/form/search-field.js';
import { useTeamCandidates } from './organise.api.js';
import classes from './side.module.css';

type TeamSearchProps = {
  sessionId: string;
  taken: string[];
  busy: boolean;
  onAdd: (memberId: string, name: string) => void;
};

/** Finds people by name or code; a moderator need not be let into the members' directory for it. */
export function TeamSearch({ sessionId, taken, busy, onAdd }: TeamSearchProps) {
  const t = useT('qna/organise');
  const common = useT('platform');
  const explain = useFailureText('qna');
  const [q, setQ] = useState('');
  const found = useTeamCandidates(sessionId, q);
  const asked = q.length >= 2;
  const people = asked ? (found.data?.items ?? []).filter(({ memberId }) => !taken.includes(memberId)) : [];
  const nobody = asked && found.data !== undefined && people.length === 0;
  return (
    <>
      <SearchField label={t('team.search')} value={q} onChange={setQ} />
      <p role="status" className="visually-hidden">
        {people.length > 0 && t('team.found', { count: people.length })}
      </p>
      <p role="status" className={`${classes.outcome} ${classes.searched}`}>
        {nobody && t('team.nobody')}
        {asked && found.isError && explain(found.error)}
      </p>
      <ul className={classes.people}>
        {people.map(({ memberId, name, code, unit }) => (
          <li key={memberId}>
            <Avatar id={memberId} name={name} size={36} />
            <span className={classes.who}>
              <b>{name}</b>
              <small>{[code, unit].filter(Boolean).join(' · ')}</small>
            </span>
            <IconButton
              outline
              label={t('team.add', { name })}
              icon={<IconPlus />}
              disabled={busy}
              onClick={() => {
                onAdd(memberId, name);
                setQ('');
              }}
            />
          </li>
        ))}
      </ul>
      {asked && found.data?.more && <p className={classes.text}>{common('moreFound')}</p>}
    </>
  );
}
