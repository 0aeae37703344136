import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { deviceNow } from '../../../platform/time/server-time.js';
import { SEEN_AFTER_MS } from '../../room/just-shown.js';
import type { Column, Row } from './columns.rules.js';
import { handIn, pinnedIn, type Hand } from './held-column.rules.js';

/** How long a card that was scrolled to may take to be drawn. */
const MAX_FRAMES = 30;

export const cardId = (id: InquiryId) => `inquiry-${id}`;
export const columnId = (column: Column) => `column-${column}`;

export type DeskPlace = {
  /** The column the keys act in. */
  column: Column;
  /** Of each column the card one comes back to. */
  active: Partial<Record<Column, InquiryId>>;
};

/**
 * Which card the keys act on, and how the focus comes to one that a virtual list may not have drawn yet. It stands
 * beside React's state, so that going from card to card draws those two cards anew and not the desk.
 */
export class DeskFocus {
  private place: DeskPlace = { column: 'pending', active: {} };
  private readonly listeners = new Set<() => void>();
  private readonly scrollers = new Map<Column, (id: InquiryId) => void>();
  private frame = 0;
  /** The card that came to hand by itself, and when; null once somebody has chosen one. */
  private given: { id: InquiryId; at: number } | null = null;
  private from: Element | null = null;

  readonly read = (): DeskPlace => this.place;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Shows a column; its card at hand becomes the one that the keys act on. */
  show(column: Column): void {
    if (this.place.column !== column) this.set({ ...this.place, column });
  }

  /** The keys act on this card from now on; the focus is on it already. */
  settle(column: Column, id: InquiryId): void {
    const { active } = this.place;
    this.given = null;
    if (this.place.column === column && active[column] === id) return;
    this.set({ column, active: { ...active, [column]: id } });
  }

  /**
   * Gives the keys a card that nobody chose, because there was none: the first one when the board has been loaded, later
   * what comes into an empty column.
   */
  give(column: Column, id: InquiryId | undefined): void {
    const { active } = this.place;
    if (active[column] === id) return;
    const isFirst = Object.keys(active).length === 0 && this.given === null;
    this.given = id === undefined || isFirst ? null : { id, at: deviceNow() };
    this.set({ ...this.place, active: { ...active, [column]: id } });
  }

  /** Whether a card has come to hand just now, so that a key on its way was meant for another. */
  isUnseen(id: InquiryId): boolean {
    return this.given?.id === id && deviceNow() - this.given.at < SEEN_AFTER_MS;
  }

  /** Brings the focus to a card, or to a column that has none; not from a field that somebody went to meanwhile. */
  go(column: Column, id: InquiryId | null): void {
    if (id === null) this.set({ column, active: { ...this.place.active, [column]: undefined } });
    else this.settle(column, id);
    cancelAnimationFrame(this.frame);
    this.from = document.activeElement;
    // A dialog that closes gives the focus back to what opened it; ours comes after that.
    this.frame = requestAnimationFrame(() => {
      if (id !== null) this.scrollers.get(column)?.(id);
      this.look(column, id, 0);
    });
  }

  /** The same, later than it was asked for: whoever writes by then goes on writing. */
  goLater(column: Column, id: InquiryId): void {
    if (isField(document.activeElement)) this.settle(column, id);
    else this.go(column, id);
  }

  /** A column says how to scroll to one of its cards. */
  register(column: Column, scroll: (id: InquiryId) => void) {
    this.scrollers.set(column, scroll);
    return () => void this.scrollers.delete(column);
  }

  private look(column: Column, id: InquiryId | null, frames: number): void {
    // Where it comes from, a card may still be drawn.
    const frame = document.getElementById(columnId(column));
    const element = id === null ? frame : frame?.querySelector<HTMLElement>(`#${cardId(id)}`);
    const now = document.activeElement;
    if (now !== this.from && isField(now)) return;
    if (element) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (frames < MAX_FRAMES) {
      this.frame = requestAnimationFrame(() => this.look(column, id, frames + 1));
    }
  }

  private set(place: DeskPlace): void {
    this.place = place;
    for (const listener of [...this.listeners]) listener();
  }
}

const isField = (element: Element | null) =>
  element !== null && element.matches('textarea, input:not([type=checkbox])');

export const useDeskFocus = (): DeskFocus => useState(() => new DeskFocus())[0];

/** What `pick` finds in the place at hand; draws anew only when that is another. */
export function usePlace<Picked extends string | boolean | null | undefined>(
  focus: DeskFocus,
  pick: (place: DeskPlace) => Picked,
): Picked {
  return useSyncExternalStore(focus.subscribe, () => pick(focus.read()));
}

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
