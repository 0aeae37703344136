import { NativeSelect } from '@mantine/core';
import type { UnitView } from '../../../shared/account/account.schema.js';
import { useUnits } from './unit.api.js';

type UnitSelectProps = {
  label: string;
  value: string;
  onChange: (id: string) => void;
  /** What the empty choice says; without it a unit must be chosen. */
  none?: string;
  placeholder?: string;
  /** Which units may be chosen; those above them stand there greyed, so that the tree stays whole. */
  allows?: (unit: UnitView) => boolean;
  error?: string;
  hideLabel?: boolean;
};

/** All open units as a tree. */
export function UnitSelect(props: UnitSelectProps) {
  const { label, value, onChange, none, placeholder, allows, error, hideLabel } = props;
  const units = useUnits();
  const shown = (units.data ?? []).filter((unit) => unit.closedAt === null || unit.id === value);
  return (
    <NativeSelect
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {none === undefined && (
        <option value="" disabled>
          {placeholder}
        </option>
      )}
      {shown.map((unit) => (
        <option key={unit.id} value={unit.id} disabled={allows && !allows(unit)}>
          {'\u2003'.repeat(unit.depth) + unit.name}
        </option>
      ))}
    </NativeSelect>
  );
}

/** A unit that the reader administers. */
export const isOwnUnit = (unit: UnitView): boolean => unit.can.edit;
