import { unavailable } from '../../../shared/kernel/failure.js';
import { FailureError } from '../failure-error.js';
import { isDatabaseAway } from './database-away.js';

export type BatchWriterOptions<Item, Result> = {
  /** Writes all items in one statement and answers one result per item, in the same order. */
  flush: (items: Item[]) => Promise<Result[]>;
  maxRows?: number;
  maxInFlight?: number;
  /** Items that may wait; past it a write is refused with `unavailable` instead of growing without bound. */
  maxQueued?: number;
};

type Waiting<Item, Result> = {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * Collects writes that arrive together into one statement. A write resolves only after the statement committed. When
 * a batch fails for a reason that lies in one of its items, halves are tried so that the others are not lost.
 */
export class BatchWriter<Item, Result> {
  private queue: Waiting<Item, Result>[] = [];
  private inFlight = 0;
  private scheduled = false;
  private readonly maxRows: number;
  private readonly maxInFlight: number;
  private readonly maxQueued: number;

  constructor(private readonly options: BatchWriterOptions<Item, Result>) {
    this.maxRows = options.maxRows ?? 500;
    this.maxInFlight = options.maxInFlight ?? 2;
    this.maxQueued = options.maxQueued ?? 20_000;
  }

  write(item: Item): Promise<Result> {
    if (this.queue.length >= this.maxQueued) return Promise.reject(new FailureError(unavailable));
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when everything written so far is settled. */
  async drain(): Promise<void> {
    while (this.queue.length > 0 || this.inFlight > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.pump();
    });
  }

  private pump(): void {
    while (this.inFlight < this.maxInFlight && this.queue.length > 0) {
      const batch = this.queue.splice(0, this.maxRows);
      this.inFlight += 1;
      void this.settle(batch).finally(() => {
        this.inFlight -= 1;
        this.pump();
      });
    }
  }

  private async settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.options.flush(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error('flush answered another number of results');
      results.forEach((result, index) => batch[index]?.resolve(result));
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) return batch.forEach(({ reject }) => reject(error));
      const middle = batch.length >> 1;
      await this.settle(batch.slice(0, middle));
      await this.settle(batch.slice(middle));
    }
  }
}
