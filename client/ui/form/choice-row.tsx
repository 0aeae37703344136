import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './choice-row.module.css';

type ChoiceRowProps = {
  /** Shown at the left: A, B, C… */
  letter: string;
  children: ReactNode;
  /** One of many, or any of many. */
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** An option whose whole row is the target; inside is a real radio button or check box. */
export function ChoiceRow({ letter, children, type, name, checked, onChange, disabled }: ChoiceRowProps) {
  return (
    <label className={classes.row} data-type={type}>
      <span className={classes.letter} aria-hidden="true">
        {letter}
      </span>
      <span className={classes.text}>{children}</span>
      <input
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={classes.mark} aria-hidden="true">
        {type === 'checkbox' && <IconCheck />}
      </span>
    </label>
  );
}

type ChoiceVerdictProps = {
  letter: string;
  children: ReactNode;
  /** `missed`: right, but not chosen. */
  verdict: 'right' | 'wrong' | 'missed' | 'neutral';
  /** Says the verdict in words: “Bạn chọn, chưa đúng”. */
  note?: string;
};

/** The same row in a review: icon and words say what the colour says. */
export function ChoiceVerdict({ letter, children, verdict, note }: ChoiceVerdictProps) {
  const good = verdict === 'right' || verdict === 'missed';
  return (
    <div className={classes.row} data-verdict={verdict}>
      <span className={classes.letter} aria-hidden="true">
        {good ? <IconCheck /> : verdict === 'wrong' ? <IconX /> : letter}
      </span>
      <span className={classes.text}>
        {children}
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </div>
  );
}
