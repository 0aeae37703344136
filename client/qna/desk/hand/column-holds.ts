import type { DeskInquiry } from '../../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../../shared/qna/session.schema.js';
import { COLUMNS, type Column } from './columns.rules.js';
import type { OwnAct, Presence } from './held-column.rules.js';

/** How long a column stays as it is after pointer and focus have left it. */
export const HELD_FOR_MS = 2_000;
/** Of how many questions it is remembered that this desk moved them. */
const REMEMBERED = 200;

type Part = 'pointer' | 'focus';

export type Holds = {
  presence: Readonly<Partial<Record<Column, Presence>>>;
  /** How often each column was told to take in what waits. */
  releases: Readonly<Partial<Record<Column, number>>>;
  own: ReadonlyMap<InquiryId, OwnAct>;
};

/**
 * Which columns somebody is in, and what this desk did itself. Beside React's state: a pointer that crosses the board
 * draws nothing, only what a column was kept from does when it is let in.
 */
export class ColumnHolds {
  private holds: Holds = { presence: {}, releases: {}, own: new Map() };
  private readonly parts = new Set<`${Column} ${Part}`>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private input: OwnAct['by'] = 'key';

  readonly read = (): Holds => this.holds;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What was used last: it says whether the list may close behind what one moves. */
  used(input: OwnAct['by']): void {
    this.input = input;
  }

  enter(column: Column, part: Part): void {
    const key = `${column} ${part}` as const;
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.parts.add(key);
    this.setPresence(column);
    // A card that is taken from the page takes the focus with it without a word.
    if (part === 'focus') for (const other of COLUMNS) if (other !== column) this.leave(other, 'focus');
  }

  leave(column: Column, part: Part): void {
    const key = `${column} ${part}` as const;
    if (!this.parts.has(key) || this.timers.has(key)) return;
    const end = () => {
      this.parts.delete(key);
      this.timers.delete(key);
      this.setPresence(column);
      this.tell();
    };
    this.timers.set(key, setTimeout(end, HELD_FOR_MS));
  }

  /** Lets in what waits for a column, and the order that is due. */
  release(column: Column): void {
    const { releases } = this.holds;
    this.holds = { ...this.holds, releases: { ...releases, [column]: (releases[column] ?? 0) + 1 } };
    this.tell();
  }

  /** This desk moves these questions, or, when it is done, has made them what they are now. */
  own(inquiries: readonly DeskInquiry[], { isDone = false } = {}): void {
    const own = new Map(this.holds.own);
    for (const { id, rev } of inquiries) {
      const by = own.get(id)?.by;
      own.delete(id);
      own.set(id, { rev: isDone ? rev - 1 : rev, by: (isDone && by) || this.input });
    }
    for (const id of [...own.keys()].slice(0, Math.max(0, own.size - REMEMBERED))) own.delete(id);
    this.holds = { ...this.holds, own };
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private setPresence(column: Column): void {
    const has = (part: Part) => this.parts.has(`${column} ${part}`);
    const now: Presence = has('pointer') ? 'pointer' : has('focus') ? 'focus' : null;
    if ((this.holds.presence[column] ?? null) === now) return;
    this.holds = { ...this.holds, presence: { ...this.holds.presence, [column]: now } };
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
