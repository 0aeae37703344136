import type { ReactNode } from 'react';
import classes from './stat-cell.module.css';

type StatCellProps = {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  tone?: 'plain' | 'good' | 'now';
};

/** A number with what it counts. Several belong into one `StatRow`. */
export function StatCell({ label, value, note, tone = 'plain' }: StatCellProps) {
  return (
    <div className={classes.cell} data-tone={tone}>
      <dt className={classes.label}>{label}</dt>
      <dd className={`${classes.value} num`} translate="no">
        {value}
      </dd>
      {note && <dd className={classes.note}>{note}</dd>}
    </div>
  );
}

export function StatRow({ children }: { children: ReactNode }) {
  return <dl className={classes.row}>{children}</dl>;
}
