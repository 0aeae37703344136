import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../platform/text/i18n.js';
import { clampTo, typedNumber } from './number-stepper.rules.js';
import classes from './number-stepper.module.css';

type NumberStepperProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** Hides the label when a table heading already says it. */
  labelHidden?: boolean;
  size?: 'sm' | 'md';
  error?: string;
  disabled?: boolean;
};

const HOLD_MS = 400;
const REPEAT_MS = 80;

/** A whole number by typing, by ↑ and ↓, or by buttons that repeat while they are held. */
export function NumberStepper(props: NumberStepperProps) {
  const { label, value, onChange, min, max, step = 1, labelHidden, size = 'md', error, disabled } = props;
  const t = useT('ui');
  const id = useId();
  // While typing, the text may be empty or out of range; it becomes a number when the field is left.
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? null : typedNumber(draft);
  /** From what stands in the field, which may be typed and not settled yet. */
  const move = (by: number) => {
    setDraft(null);
    onChange(clampTo({ value: (typed ?? value) + by, min, max }));
  };
  const down = useHold(() => move(-step), value > min);
  const up = useHold(() => move(step), value < max);
  const settle = () => {
    setDraft(null);
    if (typed !== null) onChange(clampTo({ value: typed, min, max }));
  };
  return (
    <div className={classes.field} data-size={size}>
      {/* Around the field it would belong to its first button. */}
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : classes.label}>
        {label}
      </label>
      <span className={classes.row} data-error={error ? '' : undefined}>
        <button
          {...down}
          type="button"
          tabIndex={-1}
          aria-label={t('stepDown')}
          disabled={disabled || value <= min}
        >
          <IconMinus />
        </button>
        <input
          id={id}
          className="num"
          inputMode="numeric"
          role="spinbutton"
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-invalid={error ? true : undefined}
          disabled={disabled}
          value={draft ?? String(value)}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={settle}
          onKeyDown={(event) => {
            const by = { ArrowUp: step, ArrowDown: -step, PageUp: 10 * step, PageDown: -10 * step }[
              event.key
            ];
            if (by !== undefined) {
              event.preventDefault();
              move(by);
            } else if (event.key === 'Enter') settle();
          }}
        />
        <button
          {...up}
          type="button"
          tabIndex={-1}
          aria-label={t('stepUp')}
          disabled={disabled || value >= max}
        >
          <IconPlus />
        </button>
      </span>
      {error && <span className={classes.error}>{error}</span>}
    </div>
  );
}

/** Acts on press, then again and again while the button is held down. */
function useHold(act: () => void, canGoOn: boolean) {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!canGoOn) clearTimeout(timer.current);
    return () => clearTimeout(timer.current);
  }, [canGoOn]);
  const again = () => {
    latest.current();
    timer.current = setTimeout(again, REPEAT_MS);
  };
  const stop = () => clearTimeout(timer.current);
  return {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      latest.current();
      timer.current = setTimeout(again, HOLD_MS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    // A press by keyboard or assistive technology has no pointer.
    onClick: (event: React.MouseEvent) => event.detail === 0 && latest.current(),
  };
}
