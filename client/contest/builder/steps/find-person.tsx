import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { MemberRow } from '../../../../shared/account/account.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { Avatar } from '../../../ui/data/avatar.js';
import { IconButton } from '../../../ui/form/icon-button.js';
import { SearchField } from '../../../ui/form/search-field.js';
import { useMembersFound } from '../draft/builder.api.js';
import classes from './run-step.module.css';

export type Person = { id: string; fullName: string; unit: string | null };

/** The one person something is done for, with the way back to choosing another. */
export function PersonHead({ person, onEnd }: { person: Person; onEnd: () => void }) {
  const t = useT('contest/builder');
  return (
    <div className={classes.person}>
      <Avatar id={person.id} name={person.fullName} size={36} />
      <span>
        <b>{person.fullName}</b>
        <br />
        {person.unit}
      </span>
      <IconButton label={t('extra.other')} icon={<IconX />} onClick={onEnd} />
    </div>
  );
}

type FindPersonProps = { label: string; onFind: (person: Person) => void };

/** `label` tells the searches of a page apart. */
export function FindPerson({ label, onFind }: FindPersonProps) {
  const t = useT('contest/builder');
  const common = useT('platform');
  const [q, setQ] = useState('');
  const found = useMembersFound(q);
  const members: MemberRow[] = q.length < 2 ? [] : (found.data?.items ?? []);
  return (
    <div className={classes.form}>
      <SearchField label={label} value={q} onChange={setQ} />
      {members.length > 0 && (
        <ul className={classes.found}>
          {members.map((member) => (
            <li key={member.id}>
              <button
                type="button"
                onClick={() =>
                  onFind({ id: member.id, fullName: member.fullName, unit: member.unit?.name ?? null })
                }
              >
                <Avatar id={member.id} name={member.fullName} size={32} />
                <span>
                  {member.fullName}
                  <small>{[member.code, member.unit?.name].filter(Boolean).join(' · ')}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {members.length > 0 && found.data?.next && <p className={classes.text}>{common('moreFound')}</p>}
      {q.length >= 2 && found.data?.items.length === 0 && <p className={classes.text}>{t('extra.nobody')}</p>}
    </div>
  );
}
