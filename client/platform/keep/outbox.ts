import { ApiFailure } from '../api/api-failure.js';
import { retryDelayMs } from '../api/connection.js';
import { isItem, isNewer, isSendable, type OutboxItem } from './outbox-item.rules.js';
import type { OutboxStore } from './outbox-store.js';

/**
 * What an outbox holds. A refused item stays, with the refusal, until it is replaced or dropped; one whose refusal can be
 * cured is `waiting` to be sent again.
 */
export type OutboxEntry<Value> = OutboxItem<Value> & { refusal?: ApiFailure; waiting?: boolean };

type OutboxOptions<Value> = {
  store: OutboxStore;
  /** Reads a stored item back; null drops what an older release wrote differently. */
  parse: (stored: OutboxItem<unknown>) => OutboxItem<Value> | null;
  /** Refusals that pass by themselves beside those of `ApiFailure.isCurable`. */
  passes?: (refusal: ApiFailure) => boolean;
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
  /** Keys of those refused since the last pause: not sent before the next. */
  private readonly rests = new Set<string>();
  /** Whether a new item ends the pause: the server answers, only not as wished. */
  private hearsNews = false;

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
    const items = stored
      .map(([, item]) => (isItem(item) ? parse(item) : null))
      .filter((item) => item !== null);
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
    this.rests.delete(item.key);
    this.change([...this.entries.filter((entry) => entry.key !== item.key), item]);
    if (this.hearsNews) this.wake();
    await this.options.store.put(item.key, item);
  }

  /** Forgets the item of a key, unless a newer one took its place meanwhile. */
  async drop(key: string, upTo: { epoch: number; seq: number }): Promise<void> {
    const known = this.entries.find((entry) => entry.key === key);
    if (!known || isNewer(known, upTo)) return;
    this.change(this.entries.filter((entry) => entry !== known));
    await this.options.store.remove(key);
  }

  /**
   * Sends until nothing is left or all that is left was refused for good; waits longer after each lost try and each round
   * of refusals that can be cured. One at a time.
   */
  drain(send: Send<Value>): Promise<void> {
    this.draining ??= this.sendAll(send).finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  /** Ends the wait between two tries: the network is back, somebody signed in, or pressed “try now”. */
  retryNow(): void {
    this.wake();
  }

  private async sendAll(send: Send<Value>): Promise<void> {
    for (let lost = 0; this.entries.some(isSendable);) {
      const item = this.entries.find((entry) => isSendable(entry) && !this.rests.has(entry.key));
      const failure = item && (await this.sendOne(item, send));
      if (failure === null) lost = 0;
      if (item && !stopsAll(failure)) continue;
      this.hearsNews = !item || isAnswer(failure);
      await this.pause(Math.max(retryDelayMs(lost), retryAfterMs(failure)));
      this.hearsNews = false;
      this.rests.clear();
      lost += 1;
    }
  }

  /** Null when it arrived. */
  private async sendOne(item: OutboxItem<Value>, send: Send<Value>): Promise<unknown> {
    try {
      await send(item);
      await this.drop(item.key, item);
      return null;
    } catch (error) {
      if (error instanceof ApiFailure && !error.isTransient) this.refuse(item, error);
      return error;
    }
  }

  private refuse(item: OutboxItem<Value>, refusal: ApiFailure): void {
    const waiting = refusal.isCurable || this.options.passes?.(refusal) === true;
    if (waiting) this.rests.add(item.key);
    this.change(
      this.entries.map((entry) =>
        entry.key === item.key && !isNewer(entry, item)
          ? { ...entry, refusal, ...(waiting && { waiting }) }
          : entry,
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

const isAnswer = (failure: unknown): failure is ApiFailure =>
  failure instanceof ApiFailure && !failure.isTransient;

/** What keeps the others from arriving as well: no answer, nobody signed in, too fast. Null: nothing failed. */
const stopsAll = (failure: unknown): boolean =>
  failure !== null && (!isAnswer(failure) || failure.status === 401 || failure.status === 429);

const retryAfterMs = (failure: unknown): number =>
  isAnswer(failure) ? Number(failure.params.retryAfterSeconds ?? 0) * 1_000 : 0;
