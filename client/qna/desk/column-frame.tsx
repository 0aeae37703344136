import { useId, useState, type ReactNode, type Ref } from 'react';
import { useT } from '../../platform/i18n.js';
import { Count } from '../../ui/chip.js';
import classes from './column-frame.module.css';
import type { Column } from './columns.rules.js';
import { useDesk } from './desk-context.js';
import { moveInto } from './desk-may.rules.js';
import { columnId, usePlace } from './use-desk-focus.js';

type ColumnFrameProps = { column: Column; scroller?: Ref<HTMLDivElement>; children: ReactNode };

export function countKind(column: Column, count: number) {
  if (count === 0) return 'plain';
  if (column === 'pending') return 'red';
  return column === 'answering' ? 'amber' : 'plain';
}

/** A column with its name and count; what is dragged here moves into this state. */
export function ColumnFrame({ column, scroller, children }: ColumnFrameProps) {
  const t = useT('desk');
  const { all, role, drag, actions, focus } = useDesk();
  const isShown = usePlace(focus, (place) => place.column === column);
  const titleId = useId();
  const [isOver, setIsOver] = useState(false);
  const { inquiry } = drag;
  const accepts = inquiry !== null && moveInto(column, inquiry, role) !== null;
  const count = all[column].length;
  return (
    <section
      id={columnId(column)}
      tabIndex={-1}
      className={classes.column}
      data-shown={isShown || undefined}
      data-accepts={accepts || undefined}
      data-over={(accepts && isOver) || undefined}
      aria-labelledby={titleId}
      onDragOver={(event) => {
        if (!accepts) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        drag.set(null);
        if (inquiry) actions.drop(inquiry, column);
      }}
    >
      <header className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {t(`column.${column}`)}
        </h2>
        <Count value={count} kind={countKind(column, count)} />
        {column !== 'answering' && <span className={classes.order}>{t(`order.${column}`)}</span>}
      </header>
      <div className={classes.scroll} ref={scroller}>
        {children}
      </div>
    </section>
  );
}
