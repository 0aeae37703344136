import type { AskInquiry, AuthorKey } from '../../../shared/qna/inquiry.schema.js';
import type { ParticipantId } from '../../../shared/qna/session.schema.js';
import { Outbox } from '../../platform/outbox.js';
import type { OutboxItem } from '../../platform/outbox-order.js';
import { openOutboxStore, type OutboxStore } from '../../platform/outbox-store.js';
import { deviceNow } from '../../platform/server-time.js';
import { isAuthorKey, makeAuthorKey } from './author-key.js';
import { MAX_KEYS } from './question-limits.rules.js';

type Stores = { questions: OutboxStore; keys: OutboxStore; drafts: OutboxStore };

/** Which session, and who takes part. */
type Place = { sessionId: string; personId: ParticipantId };

async function openStores(): Promise<Stores> {
  return {
    questions: await openOutboxStore('questions'),
    keys: await openOutboxStore('question-keys'),
    drafts: await openOutboxStore('question-drafts'),
  };
}

/**
 * What this device keeps of one person in one session: questions on their way, the keys of those they asked, and what
 * is being typed. Whoever holds a key is the author, so a key is stored before its question leaves the device, and
 * whoever signs in on the device after them has other keys.
 */
export class QuestionDevice {
  private heldKeys: readonly AuthorKey[];
  private readonly listeners = new Set<() => void>();

  private constructor(
    private readonly place: Place,
    private readonly stores: Stores,
    private readonly kept: { outbox: Outbox<AskInquiry>; keys: readonly AuthorKey[]; draft: string },
  ) {
    this.heldKeys = kept.keys;
  }

  static async open(place: Place, stores?: Stores): Promise<QuestionDevice> {
    const opened = stores ?? (await openStores());
    const outbox = await Outbox.open<AskInquiry>({
      store: opened.questions,
      parse: (stored) => itemOf(prefixOf(place), stored),
    });
    const keys = keysOf(prefixOf(place), await opened.keys.all());
    const draft = (await opened.drafts.all()).find(([key]) => key === prefixOf(place))?.[1];
    return new QuestionDevice(place, opened, {
      outbox,
      keys,
      draft: typeof draft === 'string' ? draft : '',
    });
  }

  /** Questions the server does not have yet. */
  get outbox(): Outbox<AskInquiry> {
    return this.kept.outbox;
  }

  /** What was being typed when the page was left. */
  get draft(): string {
    return this.kept.draft;
  }

  /** False when a reload loses everything: the browser grants no storage. */
  get isKept(): boolean {
    return this.stores.keys.medium !== 'memory';
  }

  /** Keys of the questions asked here, newest first, as many as one request may carry. */
  readonly keys = (): readonly AuthorKey[] => this.heldKeys;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Puts a question into the queue and returns its key. */
  async put(text: string, anonymous: boolean): Promise<AuthorKey> {
    const key = makeAuthorKey();
    const at = deviceNow();
    await this.stores.keys.put(this.nameOf(key), at);
    this.change([key, ...this.heldKeys].slice(0, MAX_KEYS));
    const value = { key, text, anonymous, by: this.place.personId };
    await this.outbox.enqueue({ key: this.nameOf(key), epoch: 1, seq: at, value });
    return key;
  }

  /** Gives a question up that the server never took. */
  async forget(key: AuthorKey): Promise<void> {
    await this.outbox.drop(this.nameOf(key), { epoch: 1, seq: Number.MAX_SAFE_INTEGER });
    await this.stores.keys.remove(this.nameOf(key));
    this.change(this.heldKeys.filter((held) => held !== key));
  }

  /** Lets a refused question be sent once more. */
  async again(key: AuthorKey): Promise<void> {
    const entry = this.outbox.pending().find((pending) => pending.value.key === key);
    if (!entry) return;
    const { refusal: _refusal, ...item } = entry;
    await this.outbox.enqueue({ ...item, seq: item.seq + 1 });
  }

  async keepDraft(text: string): Promise<void> {
    this.kept.draft = text;
    const name = prefixOf(this.place);
    await (text === '' ? this.stores.drafts.remove(name) : this.stores.drafts.put(name, text));
  }

  private nameOf(key: AuthorKey): string {
    return prefixOf(this.place) + key;
  }

  private change(keys: readonly AuthorKey[]): void {
    this.heldKeys = keys;
    for (const listener of [...this.listeners]) listener();
  }
}

const prefixOf = ({ sessionId, personId }: Place) => `${sessionId}/${personId}/`;

function keysOf(prefix: string, stored: [string, unknown][]): AuthorKey[] {
  return stored
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, at]) => ({ key: name.slice(prefix.length), at: typeof at === 'number' ? at : 0 }))
    .filter(({ key }) => isAuthorKey(key))
    .sort((one, other) => other.at - one.at)
    .slice(0, MAX_KEYS)
    .map(({ key }) => key);
}

/** The queue is shared by all people and sessions of this device; each sees its own. */
function itemOf(prefix: string, stored: unknown): OutboxItem<AskInquiry> | null {
  return isItem(stored) && stored.key.startsWith(prefix) ? stored : null;
}

function isItem(stored: unknown): stored is OutboxItem<AskInquiry> {
  if (typeof stored !== 'object' || stored === null) return false;
  if (!('key' in stored && 'epoch' in stored && 'seq' in stored && 'value' in stored)) return false;
  return (
    typeof stored.key === 'string' &&
    typeof stored.epoch === 'number' &&
    typeof stored.seq === 'number' &&
    isQuestion(stored.value)
  );
}

function isQuestion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'key' in value &&
    isAuthorKey(value.key) &&
    'text' in value &&
    typeof value.text === 'string' &&
    'anonymous' in value &&
    typeof value.anonymous === 'boolean'
  );
}
