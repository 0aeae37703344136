import type { AskInquiry, AuthorKey } from '../../../../shared/qna/inquiry.schema.js';
import type { ParticipantId } from '../../../../shared/qna/session.schema.js';
import { networkFailure } from '../../../platform/api/api-failure.js';
import { Outbox } from '../../../platform/keep/outbox.js';
import type { OutboxItem } from '../../../platform/keep/outbox-item.rules.js';
import { openOutboxStore, type OutboxStore } from '../../../platform/keep/outbox-store.js';
import { deviceNow } from '../../../platform/time/server-time.js';
import { isAuthorKey, makeAuthorKey } from './author-key.js';
import { openQuestionDrafts, type QuestionDrafts } from './question-drafts.js';
import { MAX_KEYS } from '../../question/question-limits.rules.js';
import { openQuestionTurns, type QuestionTurns } from './question-turns.js';

type Stores = { questions: OutboxStore; keys: OutboxStore; drafts: QuestionDrafts; turns: QuestionTurns };

/** Refusals that end when the host takes questions again, or when who wrote it is back at this device. */
const PASSING: ReadonlySet<string> = new Set(['qna.not_accepting', 'qna.asked_enough', 'qna.other_person']);

/** Which session, and who takes part. */
type Place = { sessionId: string; personId: ParticipantId };

async function openStores(): Promise<Stores> {
  return {
    questions: await openOutboxStore('questions'),
    keys: await openOutboxStore('question-keys'),
    drafts: openQuestionDrafts(),
    turns: openQuestionTurns(),
  };
}

/**
 * What this device keeps of one person in one session: questions on their way, the keys of those they asked, and what
 * is being typed. Whoever holds a key is the author, so a key is stored before its question leaves the device, and
 * whoever signs in on the device after them has other keys. The pages they have open tell each other when any of it, or
 * what became of a question, has changed.
 */
export class QuestionDevice {
  private heldKeys: readonly AuthorKey[] = [];
  /** What is being typed, or was when the page was left. */
  draft = '';
  private news = 0;
  private readonly listeners = new Set<() => void>();
  private readonly pages: BroadcastChannel;

  private constructor(
    private readonly place: Place,
    private readonly stores: Stores,
    /** Questions the server does not have yet. */
    readonly outbox: Outbox<AskInquiry>,
  ) {
    this.pages = new BroadcastChannel(`hai-dang.questions/${prefixOf(place)}`);
    this.pages.onmessage = () => void this.hear();
  }

  static async open(place: Place, stores?: Stores): Promise<QuestionDevice> {
    const opened = stores ?? (await openStores());
    const outbox = await Outbox.open<AskInquiry>({
      store: opened.questions,
      parse: (stored) => itemOf(prefixOf(place), stored),
      passes: ({ code }) => PASSING.has(code),
    });
    const device = new QuestionDevice(place, opened, outbox);
    await device.readKeys();
    device.draft = opened.drafts.read(prefixOf(place));
    return device;
  }

  /** False when a reload loses everything: the browser grants no storage. */
  get isKept(): boolean {
    return this.stores.keys.medium !== 'memory';
  }

  /** Keys of the questions asked here, newest first, as many as one request may carry. */
  readonly keys = (): readonly AuthorKey[] => this.heldKeys;

  /** How often another page has told that something changed. */
  readonly heard = (): number => this.news;

  /** Tells the other pages that something changed: on this device, or of a question they know. */
  readonly tell = (): void => this.pages.postMessage(null);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Puts a question into the queue and returns its key. */
  async put(text: string, anonymous: boolean): Promise<AuthorKey> {
    const key = makeAuthorKey();
    const at = deviceNow();
    await this.stores.keys.put(this.nameOf(key), at);
    this.change([key, ...this.heldKeys.filter((held) => held !== key)].slice(0, MAX_KEYS));
    const value = { key, text, anonymous, by: this.place.personId };
    await this.outbox.enqueue({ key: this.nameOf(key), epoch: 1, seq: at, value });
    this.tell();
    return key;
  }

  /** Gives a question up that the server never took. */
  async forget(key: AuthorKey): Promise<void> {
    await this.outbox.drop(this.nameOf(key), { epoch: 1, seq: Number.MAX_SAFE_INTEGER });
    await this.stores.keys.remove(this.nameOf(key));
    this.change(this.heldKeys.filter((held) => held !== key));
    this.tell();
  }

  /** Sends what is left, each question from one page at a time; `post` resolves when the server has it. */
  send(post: (question: AskInquiry) => Promise<void>): Promise<void> {
    const { questions, turns } = this.stores;
    return this.outbox.drain(async ({ key, value }) => {
      // Tried again as after a lost answer.
      if (!(await turns.take(key))) throw networkFailure();
      try {
        // Gone when another page has sent it or given it up.
        if (!(await questions.all()).some(([name]) => name === key)) return;
        await post(value);
        await questions.remove(key);
        this.tell();
      } finally {
        await turns.end(key);
      }
    });
  }

  /** Lets a refused question be sent once more. */
  async again(key: AuthorKey): Promise<void> {
    const entry = this.outbox.pending().find((pending) => pending.value.key === key);
    if (!entry) return;
    const { refusal: _refusal, ...item } = entry;
    await this.outbox.enqueue({ ...item, seq: item.seq + 1 });
  }

  keepDraft(text: string): void {
    this.draft = text;
    this.stores.drafts.write(prefixOf(this.place), text);
  }

  private async hear(): Promise<void> {
    await this.readKeys();
    await this.outbox.reload();
    this.news += 1;
    this.change(this.heldKeys);
  }

  private async readKeys(): Promise<void> {
    let known, stored;
    do {
      known = this.heldKeys;
      stored = keysOf(prefixOf(this.place), await this.stores.keys.all());
      // A key that came meanwhile may not have been read.
    } while (known !== this.heldKeys);
    if (stored.join() !== known.join()) this.heldKeys = stored;
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
function itemOf(prefix: string, stored: OutboxItem<unknown>): OutboxItem<AskInquiry> | null {
  return stored.key.startsWith(prefix) && isQuestion(stored) ? stored : null;
}

function isQuestion(stored: OutboxItem<unknown>): stored is OutboxItem<AskInquiry> {
  const { value } = stored;
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
