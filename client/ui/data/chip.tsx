import type { ReactNode } from 'react';
import classes from './chip.module.css';

type ChipProps = {
  /** Colour never stands alone: the word or the icon says the same. */
  kind?: 'plain' | 'line' | 'navy' | 'amber' | 'teal' | 'red' | 'plum' | 'deep' | 'now';
  size?: 'sm' | 'md';
  icon?: ReactNode;
  children: ReactNode;
};

/** A word about the state or kind of something. */
export function Chip({ kind = 'plain', size = 'md', icon, children }: ChipProps) {
  return (
    <span className={classes.chip} data-kind={kind} data-size={size}>
      {icon}
      {children}
    </span>
  );
}

/** On air, or about to be. */
export function LiveBadge({ soft, children }: { soft?: boolean; children: ReactNode }) {
  return (
    <span className={classes.live} data-soft={soft || undefined}>
      {children}
    </span>
  );
}

type CountProps = { value: number; kind?: 'plain' | 'navy' | 'amber' | 'red' };

export function Count({ value, kind = 'plain' }: CountProps) {
  return (
    <span className={`${classes.count} num`} data-kind={kind} translate="no">
      {value}
    </span>
  );
}
