import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { SESSION_SECRET } from '../../platform/auth/session-secret.js';
import { NotificationListener } from '../../platform/database/listener.js';
import { LOGGER } from '../../platform/log.js';
import { NodeBus } from '../../platform/realtime/node-bus.service.js';
import { NodeRoster } from '../../platform/database/node-roster.service.js';
import { boxOf, contentOf, HalfKey, keyOfSecret } from './asker-cipher.js';
import { askerNote, AskerNotes, type AskerNote } from './asker-notes.js';

const NOTE = 'qna.asker';
const WANT = 'qna.askers_wanted';
const ALL = 'qna.askers';
/** So many fit into a word between nodes once they are in a box. */
const AT_ONCE = 20;

const noted = z.object({ secretId: z.uuid(), box: z.string() });
const wanted = z.object({ half: z.string() });
const handedOver = z.object({ half: z.string(), box: z.string() });
const content = z.object({
  secrets: z.array(z.tuple([z.uuid(), z.string()])),
  notes: z.array(askerNote),
});
type Content = z.infer<typeof content>;

/**
 * What the limits and "never one's own" have to know of anonymous questions. It is kept in the memory of the nodes only,
 * under secrets that end with them: when the last one ends nothing is left of who asked, and no row ever knew. What nodes
 * tell each other of it passes through the database, so it is in boxes that only they can open.
 */
@Injectable()
export class AnonymousAskers {
  private readonly notes = new AskerNotes();
  private readonly half: HalfKey;

  constructor(
    private readonly bus: NodeBus,
    private readonly roster: NodeRoster,
    private readonly listener: NotificationListener,
    @Inject(SESSION_SECRET) secret: string,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.half = new HalfKey(secret);
    bus.on(NOTE, noted, (word, from) => this.hear(word, from));
    bus.on(WANT, wanted, ({ half }, from) => void this.handOver(half, from));
    bus.on(ALL, handedOver, (word) => this.takeOver(word));
    roster.onJoin((node) => this.want(node));
    bus.onGap(() => {
      for (const node of roster.others()) this.want(node);
    });
  }

  /** Resolves once every other node is about to know. */
  async note(asked: Parameters<AskerNotes['write']>[0]): Promise<void> {
    const note = this.notes.write(asked);
    const { id: secretId, secret } = this.notes.own;
    this.bus.tell(NOTE, { secretId, box: boxOf(keyOfSecret(secret), note) });
    await this.bus.sent();
  }

  /** Resolves once everything is known here that any node has told so far, as far as they can be heard. */
  async settle(): Promise<void> {
    if (this.roster.others().length > 0) await this.listener.settle().catch(() => undefined);
  }

  isAuthor(inquiryId: string, participantId: string): boolean {
    return this.notes.isAuthor(inquiryId, participantId);
  }

  askedBy(sessionId: string, participantId: string): { count: number; latestAt: Date | null } {
    return this.notes.askedBy(sessionId, participantId);
  }

  private hear({ secretId, box }: z.infer<typeof noted>, from: number): void {
    const secret = this.notes.secretOf(secretId);
    if (secret === undefined) this.want(from);
    else this.notes.take(askerNote.parse(contentOf(keyOfSecret(secret), box)));
  }

  private want(node: number): void {
    this.bus.tell(WANT, { half: this.half.public }, node);
  }

  private async handOver(half: string, to: number): Promise<void> {
    try {
      const key = this.half.with(half);
      const { secrets, notes } = this.notes.all();
      const tell = (part: Content): void =>
        this.bus.tell(ALL, { half: this.half.public, box: boxOf(key, part) }, to);
      for (const some of inParts(secrets)) tell({ secrets: some, notes: [] });
      for (const some of inParts<AskerNote>(notes)) {
        tell({ secrets: [], notes: some });
        await setImmediate();
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'what is known of anonymous questions was not handed over');
    }
  }

  private takeOver({ half, box }: z.infer<typeof handedOver>): void {
    const { secrets, notes } = content.parse(contentOf(this.half.with(half), box));
    for (const [id, secret] of secrets) this.notes.takeSecret(id, secret);
    for (const note of notes) this.notes.take(note);
  }
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, part) =>
    items.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
