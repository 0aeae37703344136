import { IconChevronDown } from '@tabler/icons-react';
import { useFormat, useT } from '../../platform/text/i18n.js';
import { Button } from '../form/button.js';
import { Count } from './chip.js';
import classes from './filter-menu.module.css';
import { Popover } from '../layout/popover.js';

type FilterMenuProps<Value extends string> = {
  label: string;
  options: { value: Value; label: string; count?: number }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** A filter as a chip that opens a list of check boxes; how many are on stands in the chip. */
export function FilterMenu<Value extends string>({
  label,
  options,
  chosen,
  onChange,
}: FilterMenuProps<Value>) {
  const t = useT('ui');
  const { number } = useFormat();
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Popover
      label={label}
      trigger={(attributes) => (
        <button
          type="button"
          className={classes.chip}
          data-on={chosen.length > 0 || undefined}
          {...attributes}
        >
          {label}
          {chosen.length > 0 && <Count value={chosen.length} kind="navy" />}
          <IconChevronDown aria-hidden="true" />
        </button>
      )}
    >
      <ul>
        {options.map((option) => (
          <li key={option.value}>
            <label className={classes.option}>
              <input
                type="checkbox"
                className="check"
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              <span>{option.label}</span>
              {option.count !== undefined && <span className={classes.count}>{number(option.count)}</span>}
            </label>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <Button kind="ghost" size="sm" block onClick={() => onChange([])}>
          {t('clearFilter')}
        </Button>
      )}
    </Popover>
  );
}
