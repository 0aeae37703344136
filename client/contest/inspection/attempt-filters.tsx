import { Select } from '@mantine/core';
import { IconClockExclamation, IconClockPlus, IconDevices } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { inspectedState, type InspectionCounts } from '../../../shared/contest/inspection.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { SearchField } from '../../ui/form/search-field.js';
import { Segmented } from '../../ui/form/segmented.js';
import { useUnits } from '../builder/draft/builder.api.js';
import classes from './attempts.module.css';
import { FLAGS, type InspectionFilter } from './inspection-address.js';

type AttemptFiltersProps = {
  counts: InspectionCounts;
  filter: InspectionFilter;
  onChange: (change: Partial<InspectionFilter>) => void;
};

const STATES = ['all', ...inspectedState.options] as const;

const icons: Record<(typeof FLAGS)[number], ReactNode> = {
  moved: <IconDevices aria-hidden="true" />,
  extra: <IconClockPlus aria-hidden="true" />,
  late: <IconClockExclamation aria-hidden="true" />,
};

/** Words, unit, state and what is to be known; each says how many there are under the others. */
export function AttemptFilters({ counts, filter, onChange }: AttemptFiltersProps) {
  const t = useT('contest/inspection');
  const { number } = useFormat();
  const state = STATES.find((one) => one === filter.state) ?? 'all';
  return (
    <div className={classes.filters}>
      <div className={classes.search}>
        <SearchField label={t('filter.search')} value={filter.q} onChange={(q) => onChange({ q })} />
      </div>
      <UnitFilter value={filter.unit} onChange={(unit) => onChange({ unit })} />
      <div className={classes.states}>
        <Segmented
          label={t('filter.state')}
          value={state}
          onChange={(next) => onChange({ state: next === 'all' ? '' : next })}
          options={STATES.map((value) => ({
            value,
            label: t('filter.counted', { label: t(`state.${value}`), number: number(counts[value]) }),
          }))}
        />
      </div>
      <div className={classes.flags} role="group" aria-label={t('filter.only')}>
        <span aria-hidden="true">{t('filter.only')}</span>
        {FLAGS.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.flag}
            aria-pressed={filter[name] === '1'}
            onClick={() => onChange({ [name]: filter[name] === '1' ? '' : '1' })}
          >
            {icons[name]}
            {t(`filter.${name}`)} <b className="num">{number(counts[name])}</b>
          </button>
        ))}
      </div>
    </div>
  );
}

function UnitFilter({ value, onChange }: { value: string; onChange: (unit: string) => void }) {
  const t = useT('contest/inspection');
  const units = useUnits();
  const data = (units.data?.items ?? []).map((unit) => ({
    value: unit.id,
    label: '\u2003'.repeat(unit.depth) + unit.name,
  }));
  return (
    <Select
      className={classes.unit}
      aria-label={t('filter.unit')}
      placeholder={t('filter.anyUnit')}
      data={data}
      value={value === '' ? null : value}
      onChange={(unit) => onChange(unit ?? '')}
      searchable
      clearable
      nothingFoundMessage={t('filter.noUnit')}
    />
  );
}
