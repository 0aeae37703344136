import { useRef, type MouseEvent } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { useT } from '../../../platform/text/i18n.js';
import { useDesk } from '../state/desk-context.js';
import { pickColumnOf } from '../hand/picks.rules.js';
import classes from './pick-box.module.css';

/**
 * Chooses a question to be handled together with others; with Shift everything from the one chosen before. Only the
 * column in which something is chosen has boxes then.
 */
export function PickBox({ inquiry, isCurrent }: { inquiry: DeskInquiry; isCurrent: boolean }) {
  const t = useT('qna/desk');
  const { picks } = useDesk();
  const withShift = useRef(false);
  const column = pickColumnOf(inquiry);
  if (column === null || (picks.column !== null && picks.column !== column)) return null;
  return (
    <input
      type="checkbox"
      className={`check ${classes.box}`}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t('pick.toggle', { text: inquiry.text })}
      checked={picks.ids.has(inquiry.id)}
      // The change itself does not say whether Shift was held.
      onClick={(event: MouseEvent) => {
        withShift.current = event.shiftKey;
      }}
      onChange={() => {
        picks.toggle(inquiry, withShift.current);
        withShift.current = false;
      }}
    />
  );
}
