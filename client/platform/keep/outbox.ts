import { ApiFailure } from '../api/api-failure.js';
import { retryDelayMs } from '../api/connection.js';
import { isNewer, type OutboxItem } from './outbox-order.js';
import type { OutboxStore } from './outbox-store.js';

/** What an outbox holds. A refused item stays, with the refusal, until it is replaced or dropped. */
export type OutboxEntry<Value> = OutboxItem<Value> & { refusal?: ApiFailure };

type OutboxOptions<Value> = {
  store: OutboxStore;
  /** Reads a stored item back; null drops what an older release wrote differently. */
  parse: (stored: unknown) => OutboxItem<Value> | null;
  /** Resolves after so many milliseconds; a test passes its own. */
  wait?: (ms: number) => Promise<void>;
};

type Send<Value> = (item: OutboxItem<Value>) => Promise<void>;

/** A durable queue of writes: kept on the device before they are sent, one per key, sent in order of their age. */
export class Outbox<Value> {
  readonly medium: OutboxStore['medium'];
  private entries: readonly OutboxEntry<Value>[] = [];
  private readonly listeners = new Set<() => void>();
  private draining: Promise<void> | null = null;
  private wake: () => void = () => undefined;

  private constructor(private readonly options: OutboxOptions<Value>) {
    this.medium = options.store.medium;
  }

  /** Opens the queue with what an earlier page left in it. */
  static async open<Value>(options: OutboxOptions<Value>): Promise<Outbox<Value>> {
    const outbox = new Outbox(options);
    await outbox.reload();
    return outbox;
  }

  /** Takes in what another page of this device put into the store or took out of it. */
  async reload(): Promise<void> {
    const { store, parse } = this.options;
    let known, stored;
    do {
      known = this.entries;
      stored = await store.all();
      // What changed here meanwhile may not have been in the store yet, or may still have been.
    } while (known !== this.entries);
    const items = stored.map(([, item]) => parse(item)).filter((item) => item !== null);
    this.change(
      items
        .sort((one, other) => (isNewer(one, other) ? 1 : -1))
        .map((item) => known.find((entry) => entry.key === item.key && !isNewer(item, entry)) ?? item),
    );
  }

  /** What is not yet with the server; the same array until something changes. */
  readonly pending = (): readonly OutboxEntry<Value>[] => this.entries;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Keeps the item on the device, in place of an older one of its key. Ignores one that is not newer. */
  async enqueue(item: OutboxItem<Value>): Promise<void> {
    const known = this.entries.find((entry) => entry.key === item.key);
    if (known && !isNewer(item, known)) return;
    this.change([...this.entries.filter((entry) => entry.key !== item.key), item]);
    await this.options.store.put(item.key, item);
  }

  /** Forgets the item of a key, unless a newer one took its place meanwhile. */
  async drop(key: string, upTo: { epoch: number; seq: number }): Promise<void> {
    const known = this.entries.find((entry) => entry.key === key);
    if (!known || isNewer(known, upTo)) return;
    this.change(this.entries.filter((entry) => entry !== known));
    await this.options.store.remove(key);
  }

  async clear(): Promise<void> {
    const keys = this.entries.map((entry) => entry.key);
    this.change([]);
    await Promise.all(keys.map((key) => this.options.store.remove(key)));
  }

  /** Sends until nothing is left or all that is left was refused; waits longer after each lost try. One at a time. */
  drain(send: Send<Value>): Promise<void> {
    this.draining ??= this.sendAll(send).finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  /** Ends the wait between two tries: the network is back, or somebody pressed “try now”. */
  retryNow(): void {
    this.wake();
  }

  private async sendAll(send: Send<Value>): Promise<void> {
    let lost = 0;
    for (let item = this.nextToSend(); item; item = this.nextToSend()) {
      try {
        await send(item);
        lost = 0;
        await this.drop(item.key, item);
      } catch (error) {
        if (error instanceof ApiFailure && !error.isTransient) this.refuse(item, error);
        else {
          await this.pause(retryDelayMs(lost));
          lost += 1;
        }
      }
    }
  }

  private nextToSend(): OutboxEntry<Value> | undefined {
    return this.entries.find((entry) => entry.refusal === undefined);
  }

  private refuse(item: OutboxItem<Value>, refusal: ApiFailure): void {
    this.change(
      this.entries.map((entry) =>
        entry.key === item.key && !isNewer(entry, item) ? { ...entry, refusal } : entry,
      ),
    );
  }

  private async pause(ms: number): Promise<void> {
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    const wait = this.options.wait ?? ((delay) => new Promise((resolve) => setTimeout(resolve, delay)));
    await Promise.race([wait(ms), woken]);
  }

  private change(entries: readonly OutboxEntry<Value>[]): void {
    this.entries = entries;
    for (const listener of [...this.listeners]) listener();
  }
}
