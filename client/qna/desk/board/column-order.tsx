import { IconArrowsSort } from '@tabler/icons-react';
import { useT } from '../../../platform/text/i18n.js';
import { Button } from '../../../ui/form/button.js';
import type { Turnable } from '../hand/columns.rules.js';
import { useDesk } from '../state/desk-context.js';
import classes from './column-order.module.css';

/** Names the order of a column and turns it; the desk remembers it for this member. */
export function ColumnOrder({ column }: { column: Turnable }) {
  const t = useT('qna/desk');
  const { order } = useDesk();
  const isTurned = order.turned.has(column);
  const name = t(`order.${column}.${isTurned ? 'turned' : 'usual'}`);
  return (
    <Button
      kind="ghost"
      size="xs"
      className={classes.order}
      icon={<IconArrowsSort aria-hidden="true" />}
      aria-label={t('order.turn', { order: name })}
      onClick={() => order.turn(column)}
    >
      {name}
    </Button>
  );
}
