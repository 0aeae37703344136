import { useMemo, useState } from 'react';
import type { UnitTree } from '../../../../shared/account/account.schema.js';
import type { Eligibility } from '../../../../shared/contest/contest.schema.js';
import { useFormat, useT } from '../../../platform/text/i18n.js';
import { QueryStates } from '../../../ui/feedback/query-states.js';
import { SearchField } from '../../../ui/form/search-field.js';
import { Segmented } from '../../../ui/form/segmented.js';
import { Bone } from '../../../ui/feedback/skeletons.js';
import { useUnits } from '../draft/builder.api.js';
import { unitChoices, withUnit } from './eligibility-tree.rules.js';
import classes from './eligibility-field.module.css';

type EligibilityFieldProps = {
  value: Eligibility;
  onChange: (value: Eligibility) => void;
  error?: string;
};

/** Everybody, or the members of chosen units and all units below them. */
export function EligibilityField({ value, onChange, error }: EligibilityFieldProps) {
  const t = useT('contest/builder');
  return (
    <div className={classes.root}>
      <b className={classes.label}>{t('eligibility.title')}</b>
      <Segmented
        label={t('eligibility.title')}
        value={value.kind}
        onChange={(kind) => onChange(kind === 'all' ? { kind } : { kind, unitIds: [] })}
        options={[
          { value: 'all', label: t('eligibility.all') },
          { value: 'units', label: t('eligibility.units') },
        ]}
      />
      {value.kind === 'units' && <UnitList chosen={value.unitIds} onChange={onChange} />}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type Units = Extract<Eligibility, { kind: 'units' }>;
type UnitListProps = { chosen: Units['unitIds']; onChange: (value: Units) => void };

function UnitList(props: UnitListProps) {
  const t = useT('contest/builder');
  return (
    <QueryStates
      query={useUnits()}
      texts="contest/builder"
      failed={t('eligibility.failed')}
      loading={<Bone height={180} />}
    >
      {({ items }) => <UnitChoices units={items} {...props} />}
    </QueryStates>
  );
}

function UnitChoices({ units, chosen, onChange }: UnitListProps & { units: UnitTree['items'] }) {
  const t = useT('contest/builder');
  const { number } = useFormat();
  const [q, setQ] = useState('');
  const choices = useMemo(() => unitChoices({ units, chosen, q }), [units, chosen, q]);
  return (
    <>
      <SearchField label={t('eligibility.search')} value={q} onChange={setQ} />
      <ul className={classes.list} aria-label={t('eligibility.units')}>
        {choices.map(({ unit, isChosen, isCovered }) => (
          <li key={unit.id} style={{ paddingLeft: q === '' ? unit.depth * 22 : 0 }}>
            <label>
              <input
                type="checkbox"
                className="check"
                checked={isChosen || isCovered}
                disabled={isCovered}
                onChange={() => onChange({ kind: 'units', unitIds: withUnit(units, chosen, unit.id) })}
              />
              <span>{unit.name}</span>
              <small>
                {isCovered && t('eligibility.covered')}
                {!isCovered &&
                  unit.headCount > 0 &&
                  t('eligibility.people', { count: unit.headCount, number: number(unit.headCount) })}
              </small>
            </label>
          </li>
        ))}
        {choices.length === 0 && <li className={classes.none}>{t('eligibility.noMatch')}</li>}
      </ul>
    </>
  );
}
