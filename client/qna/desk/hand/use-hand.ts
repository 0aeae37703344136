import { useEffect } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { Column, Row } from './columns.rules.js';
import { usePlace, type DeskFocus } from './use-desk-focus.js';
import { handIn, pinnedIn, type Hand } from './held-column.rules.js';

/** What the keys act on: never a card that was not drawn, and none by itself where somebody else took the last. */
export function useHand(focus: DeskFocus, rows: Record<Column, Row[]>) {
  const column = usePlace(focus, (place) => place.column);
  useEffect(() => {
    focus.give(column, pinnedIn(rows[column], focus.read().active[column]));
  }, [focus, column, rows]);
  const hand = (): Hand => {
    const place = focus.read();
    return handIn(rows[place.column], place.active[place.column]);
  };
  const current = (): DeskInquiry | null => {
    const found = hand();
    return found && 'card' in found ? found.card : null;
  };
  return { hand, current };
}
