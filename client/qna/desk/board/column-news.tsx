import { IconArrowDown, IconArrowUp, IconRefresh } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import type { Column } from '../hand/columns.rules.js';
import { useDesk } from '../state/desk-context.js';
import { columnId } from '../hand/use-desk-focus.js';
import classes from './column-news.module.css';

/** What waits until somebody asks for it or leaves the column: new questions, another order, or a hint. */
export function ColumnNews({ column }: { column: Column }) {
  const t = useT('qna/desk');
  const { behind, holds } = useDesk();
  const { waiting, isAbove, stale } = behind[column];
  if (waiting === 0 && stale === null) return null;
  const Icon = waiting === 0 ? IconRefresh : isAbove ? IconArrowUp : IconArrowDown;
  return (
    <div className={classes.place}>
      <Button
        kind="primary"
        className={classes.news}
        icon={<Icon aria-hidden="true" />}
        onClick={() => {
          holds.release(column);
          // The button goes with what it let in; the focus stays in the column, the card at hand the one it is.
          document.getElementById(columnId(column))?.focus({ preventScroll: true });
        }}
      >
        {waiting > 0 ? t('news.waiting', { count: waiting }) : t(`news.${stale ?? 'order'}`)}
      </Button>
    </div>
  );
}
