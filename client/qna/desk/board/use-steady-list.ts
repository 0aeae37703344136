import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type MouseEvent, type PointerEvent } from 'react';
import { useT } from '../../../platform/text/i18n.js';
import { deviceNow } from '../../../platform/time/server-time.js';
import { showNote } from '../../../ui/feedback/toast-queue.js';
import { aimedBefore, shiftOf, startsMoved, type Placed } from './steady-list.rules.js';

type List = Virtualizer<HTMLDivElement, Element>;
type Before = { placed: readonly Placed[]; anchorKey: string | undefined };

/**
 * Keeps the card at hand where it is on the screen when rows come or go above it, and takes no press that was aimed
 * before the list moved: it would hit another card than the one that was there.
 */
export function useSteadyList(list: List, anchorKey: string | undefined) {
  const t = useT('qna/desk');
  const before = useRef<Before>({ placed: [], anchorKey: undefined });
  const movedAt = useRef(-Infinity);
  const aimedAt = useRef(-Infinity);
  const refuses = useRef(false);
  useLayoutEffect(() => {
    const placed = list.getVirtualItems().map(({ key, start, size }) => ({ key: String(key), start, size }));
    const was = before.current;
    const isAnchored = anchorKey !== undefined && isInSight(list, placed, anchorKey);
    adjustOnlyOutOfSight(list, isAnchored);
    const shift = isAnchored && was.anchorKey === anchorKey ? shiftOf(was.placed, placed, anchorKey) : 0;
    if (startsMoved(was.placed, placed, scrollBy(list.scrollElement, shift))) movedAt.current = deviceNow();
    before.current = { placed, anchorKey };
  });
  return {
    onPointerMove: () => {
      aimedAt.current = deviceNow();
    },
    onPointerDownCapture: ({ pointerType }: PointerEvent) => {
      const times = { now: deviceNow(), movedAt: movedAt.current, aimedAt: aimedAt.current };
      refuses.current = aimedBefore({ ...times, isTouch: pointerType === 'touch' });
    },
    onClickCapture: (event: MouseEvent) => {
      // A press of a key has no aim.
      if (!refuses.current || event.detail === 0) return;
      refuses.current = false;
      event.preventDefault();
      event.stopPropagation();
      showNote(t('news.moved'), t('taken.nothingElse'));
    },
  };
}

function isInSight(list: List, placed: readonly Placed[], key: string): boolean {
  const row = placed.find((one) => one.key === key);
  const top = list.scrollOffset ?? 0;
  const height = list.scrollElement?.clientHeight ?? 0;
  return row !== undefined && row.start + row.size > top && row.start < top + height;
}

/** The list's own way keeps what is on top in its place; while the card at hand is in sight, that is what stays. */
function adjustOnlyOutOfSight(list: List, isAnchored: boolean): void {
  list.shouldAdjustScrollPositionOnItemSizeChange = isAnchored
    ? () => false
    : (item) => item.start < (list.scrollOffset ?? 0);
}

/** Scrolls as far as the list lets itself be, and says how far that was. */
function scrollBy(element: HTMLElement | null, px: number): number {
  if (!element || px === 0) return 0;
  const from = element.scrollTop;
  element.scrollTop = from + px;
  return element.scrollTop - from;
}
