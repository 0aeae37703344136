import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import type { Column } from './columns.rules.js';

/** How long a card that was scrolled to may take to be drawn. */
const MAX_FRAMES = 30;

export const cardId = (id: InquiryId) => `inquiry-${id}`;
export const columnId = (column: Column) => `column-${column}`;

export type DeskFocus = ReturnType<typeof useDeskFocus>;

/** Which card the keys act on, and how the focus comes to one that a virtual list may not have drawn yet. */
export function useDeskFocus() {
  const [column, setColumn] = useState<Column>('pending');
  /** Of each column the card one comes back to. */
  const [active, setActive] = useState<Partial<Record<Column, InquiryId>>>({});
  const [wanted, setWanted] = useState<{ column: Column; id: InquiryId | null } | null>(null);
  const scrollers = useRef(new Map<Column, (id: InquiryId) => void>());

  useEffect(() => {
    if (!wanted) return;
    let frame = 0;
    let frames = 0;
    const look = () => {
      const id = wanted.id === null ? columnId(wanted.column) : cardId(wanted.id);
      const element = document.getElementById(id);
      if (element) {
        element.focus({ preventScroll: true });
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      } else if (frames < MAX_FRAMES) {
        frames += 1;
        frame = requestAnimationFrame(look);
      }
    };
    if (wanted.id !== null) scrollers.current.get(wanted.column)?.(wanted.id);
    // A dialog that closes gives the focus back to what opened it; ours comes after that.
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [wanted]);

  /** The keys act on this card from now on; the focus is on it already. */
  const settle = useCallback((of: Column, id: InquiryId) => {
    setColumn(of);
    setActive((before) => (before[of] === id ? before : { ...before, [of]: id }));
  }, []);
  /** Brings the focus to a card, or to a column that has none. */
  const go = useCallback(
    (to: Column, id: InquiryId | null) => {
      if (id === null) setColumn(to);
      else settle(to, id);
      setWanted({ column: to, id });
    },
    [settle],
  );
  /** A column says how to scroll to one of its cards. */
  const register = useCallback((of: Column, scroll: (id: InquiryId) => void) => {
    scrollers.current.set(of, scroll);
    return () => void scrollers.current.delete(of);
  }, []);
  return useMemo(
    () => ({ column, active, settle, go, register, show: setColumn }),
    [column, active, settle, go, register],
  );
}
