import { BoundedMap } from '../bounded-map.js';
import type { Clock } from '../clock.js';

/** Whether what was read at one moment still holds at a later one, in milliseconds of the clock. */
export type IsFresh = (readAtMs: number, nowMs: number) => boolean;

/** As it was at most so long ago. A clock that was set back makes everything old. */
export const atMost =
  (ms: number): IsFresh =>
  (readAtMs, nowMs) =>
    nowMs >= readAtMs && nowMs - readAtMs < ms;

/** For what never changes once it is there. */
export const forGood: IsFresh = () => true;

/** A promise while it is being read. */
type Entry<Value> = { value: Value | Promise<Value>; readAtMs: number };

export type KeptOptions = {
  /** How many, or how much where entries are weighed; what was read longest ago goes first. */
  max: number;
  isFresh: IsFresh;
  weigh?: (key: string) => number;
};

/**
 * What was read a moment ago, by key, bounded. Who asks while it is being read waits for that reading, so a
 * hall that asks at once asks the database once. A reading that fails is not kept.
 */
export class Kept<Value> {
  private readonly entries: BoundedMap<string, Entry<Value>>;

  constructor(
    private readonly options: KeptOptions,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {
    this.entries = new BoundedMap(options.max, options.weigh);
  }

  /** The value kept under the key, where it is fresh, else what `read` answers. No promise where it is known. */
  get(key: string, read: () => Promise<Value>): Value | Promise<Value> {
    const nowMs = this.clock.nowMs();
    const known = this.entries.get(key);
    return known && this.options.isFresh(known.readAtMs, nowMs) ? known.value : this.read(key, nowMs, read);
  }

  /** After a change: the next who asks has it read anew, and what is being read meanwhile is not kept. */
  forget(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  /** Its age counts from the beginning: what changes while it is being read may be in it or not. */
  private read(key: string, nowMs: number, read: () => Promise<Value>): Promise<Value> {
    const reading = read();
    const entry: Entry<Value> = { value: reading, readAtMs: nowMs };
    this.entries.set(key, entry);
    reading.then(
      (value) => (entry.value = value),
      () => this.entries.get(key) === entry && this.entries.delete(key),
    );
    return reading;
  }
}
