import { useT } from '../../platform/text/i18n.js';
import { SearchField } from '../../ui/form/search-field.js';
import { Segmented } from '../../ui/form/segmented.js';
import classes from './members.module.css';
import { MEMBER_STATES, type MemberFilters } from '../member.api.js';
import { UnitSelect } from '../unit/unit-select.js';

type MemberFilterBarProps = {
  filters: MemberFilters;
  onChange: (changes: Partial<Omit<MemberFilters, 'cursor'>>) => void;
};

export function MemberFilterBar({ filters, onChange }: MemberFilterBarProps) {
  const t = useT('account');
  return (
    <div className={classes.filters}>
      <SearchField
        label={t('members.search')}
        value={filters.q}
        onChange={(q) => q !== filters.q && onChange({ q })}
      />
      <div className={classes.unit}>
        <UnitSelect
          hideLabel
          label={t('members.unit')}
          none={t('members.everyUnit')}
          value={filters.unit}
          onChange={(unit) => onChange({ unit })}
        />
      </div>
      <Segmented
        label={t('members.status')}
        value={filters.status}
        onChange={(status) => onChange({ status })}
        options={MEMBER_STATES.map((value) => ({ value, label: t(`members.state.${value}`) }))}
      />
    </div>
  );
}
