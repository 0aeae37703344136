import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { UnitView } from '../../../shared/account/account.schema.js';
import { useFailureText } from '../../platform/api/errors.js';
import { useT } from '../../platform/text/i18n.js';
import { Avatar } from '../../ui/data/avatar.js';
import { IconButton } from '../../ui/form/icon-button.js';
import { SearchField } from '../../ui/form/search-field.js';
import { FormFailure } from '../form-failure.js';
import forms from '../forms.module.css';
import { useMemberSearch } from '../member.api.js';
import { useSetCoordinators } from './unit.api.js';
import classes from './units.module.css';

/** Each change holds at once; the opposite button takes it back. */
export function UnitCoordinators({ unit }: { unit: UnitView }) {
  const t = useT('account');
  const explain = useFailureText('account');
  const heading = useId();
  const set = useSetCoordinators(unit.id);
  const [outcome, setOutcome] = useState<{ failure?: string; done?: string }>({});
  const ids = unit.coordinators.map(({ id }) => String(id));

  const change = async (memberIds: string[], done: string) => {
    setOutcome({});
    try {
      await set.mutateAsync(memberIds);
      setOutcome({ done });
    } catch (error) {
      setOutcome({ failure: explain(error) });
    }
  };

  return (
    <section className={classes.part} aria-labelledby={heading}>
      <h3 id={heading}>{t('units.coordinators')}</h3>
      {ids.length === 0 && <p className={classes.nobody}>{t('coordinators.none')}</p>}
      <ul className={classes.coordinators}>
        {unit.coordinators.map(({ id, fullName }) => (
          <li key={id}>
            <Avatar id={id} name={fullName} size={32} />
            {fullName}
            <IconButton
              label={t('coordinators.remove', { name: fullName })}
              icon={<IconTrash />}
              disabled={set.isPending}
              onClick={() =>
                void change(
                  ids.filter((other) => other !== id),
                  t('coordinators.removed', { name: fullName }),
                )
              }
            />
          </li>
        ))}
      </ul>
      <p role="status" className={`${forms.outcome} ${classes.nobody}`}>
        {outcome.done}
      </p>
      <FormFailure text={outcome.failure ?? null} />
      <Candidates
        chosen={ids}
        busy={set.isPending}
        onAdd={(id, name) => void change([...ids, id], t('coordinators.added', { name }))}
      />
    </section>
  );
}

type CandidatesProps = { chosen: string[]; busy: boolean; onAdd: (id: string, name: string) => void };

function Candidates({ chosen, busy, onAdd }: CandidatesProps) {
  const t = useT('account');
  const common = useT('platform');
  const [q, setQ] = useState('');
  const found = useMemberSearch(q);
  const people = q === '' ? [] : (found.data?.items ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <>
      <SearchField label={t('coordinators.search')} value={q} onChange={setQ} />
      <p role="status" className="visually-hidden">
        {q !== '' && found.data && t('coordinators.found', { count: people.length })}
      </p>
      {q !== '' && found.isError && <p className={classes.nobody}>{t('members.failed')}</p>}
      {q !== '' && found.data && people.length === 0 && <p className={classes.nobody}>{t('members.none')}</p>}
      <ul className={classes.coordinators}>
        {people.map(({ id, fullName, code, unit }) => (
          <li key={id}>
            <Avatar id={id} name={fullName} size={32} />
            <span>
              {fullName}
              <small>{[code, unit?.name].filter(Boolean).join(' · ')}</small>
            </span>
            <IconButton
              outline
              label={t('coordinators.add', { name: fullName })}
              icon={<IconPlus />}
              disabled={busy}
              onClick={() => {
                onAdd(id, fullName);
                setQ('');
              }}
            />
          </li>
        ))}
      </ul>
      {q !== '' && found.data?.next && <p className={classes.nobody}>{common('moreFound')}</p>}
    </>
  );
}
