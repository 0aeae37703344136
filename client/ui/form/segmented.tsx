import { useId, type ReactNode } from 'react';
import classes from './segmented.module.css';

type SegmentedProps<Value extends string> = {
  label: string;
  options: { value: Value; label: string; icon?: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
  block?: boolean;
};

/** One of a few, all in view: real radio buttons, so arrow keys and screen readers know what it is. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  block,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes.root} data-block={block || undefined}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
