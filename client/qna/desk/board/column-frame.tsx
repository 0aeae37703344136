import { useId, useState, type DragEvent, type PointerEvent, type ReactNode, type Ref } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { Count } from '../../../ui/data/chip.js';
import { ColumnOrder } from './column-order.js';
import classes from './column-frame.module.css';
import { TURNABLE, type Column } from '../hand/columns.rules.js';
import { useDesk } from '../state/desk-context.js';
import { moveInto } from '../state/desk-may.rules.js';
import { columnId, usePlace } from '../hand/use-desk-focus.js';

type ColumnFrameProps = {
  column: Column;
  scroller?: Ref<HTMLDivElement>;
  /** Between the head and the list. */
  hints?: ReactNode;
  /** Over the foot of the list. */
  news?: ReactNode;
  children: ReactNode;
};

export function countKind(column: Column, count: number) {
  if (count === 0) return 'plain';
  if (column === 'pending') return 'red';
  return column === 'answering' ? 'amber' : 'plain';
}

/** A column with its name and count; what is dragged here moves into this state. */
export function ColumnFrame({ column, scroller, hints, news, children }: ColumnFrameProps) {
  const t = useT('qna/desk');
  const { all, focus } = useDesk();
  const isShown = usePlace(focus, (place) => place.column === column);
  const titleId = useId();
  const { over, ...drop } = useDrop(column);
  const count = all[column].length;
  const turnable = TURNABLE.find((one) => one === column);
  return (
    <section
      id={columnId(column)}
      tabIndex={-1}
      className={classes.column}
      data-shown={isShown || undefined}
      aria-labelledby={titleId}
      {...over}
      {...drop}
      {...usePresence(column)}
    >
      <header className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {t(`column.${column}`)}
        </h2>
        <Count value={count} kind={countKind(column, count)} />
        {turnable && <ColumnOrder column={turnable} />}
      </header>
      {hints}
      <div className={classes.scroll} ref={scroller}>
        {children}
      </div>
      {news}
    </section>
  );
}

/** Whoever is in a column finds it as it was. A finger is in it while it is down. */
function usePresence(column: Column) {
  const { holds } = useDesk();
  return {
    onPointerEnter: () => holds.enter(column, 'pointer'),
    onPointerLeave: ({ currentTarget }: PointerEvent) => {
      holds.leave(column, 'pointer');
      if (!currentTarget.contains(document.activeElement)) holds.leave(column, 'focus');
    },
    onPointerCancel: () => holds.leave(column, 'pointer'),
    onFocus: () => holds.enter(column, 'focus'),
    onBlur: () => holds.leave(column, 'focus'),
  };
}

function useDrop(column: Column) {
  const { role, drag, actions } = useDesk();
  const [isOver, setIsOver] = useState(false);
  const { inquiry } = drag;
  const accepts = inquiry !== null && moveInto(column, inquiry, role) !== null;
  return {
    over: { 'data-accepts': accepts || undefined, 'data-over': (accepts && isOver) || undefined },
    onDragOver: (event: DragEvent) => {
      if (!accepts) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      drag.set(null);
      if (inquiry) actions.drop(inquiry, column);
    },
  };
}
