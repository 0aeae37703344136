import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { NotificationListener } from '../database/listener.js';
import { LOGGER } from '../log.js';
import { NodeRoster } from '../database/node-roster.service.js';

const CHANNEL = 'nodes';
/** PostgreSQL refuses a payload of 8,000 bytes. */
export const MAX_BYTES = 7_999;
const BATCH = 500;
const MAX_QUEUED = 10_000;

const HELLO = 'hello';
const GAP = 'gap';

/** `n` numbers what a node says; `to` is for one node alone. */
const envelope = z.object({
  from: z.number(),
  to: z.number().optional(),
  n: z.number(),
  kind: z.string(),
  data: z.unknown(),
});
type Envelope = z.infer<typeof envelope>;

/**
 * What nodes tell each other: small signals, after the commit of their cause, in order, over the connection that listens
 * anyway. Each is heard once by every other node or, if that cannot be, there is a gap: a connection was lost, a node
 * died, something was too long. Whoever keeps something in memory hears of gaps and looks at rows again.
 */
@Injectable()
export class NodeBus {
  private readonly hearers = new Map<string, (data: unknown, from: number) => void>();
  private readonly onGapDo: (() => void)[] = [];
  /** Number of the last word of each node. */
  private readonly heard = new Map<number, number>();
  private queue: string[] = [];
  private sending: Promise<void> | undefined;
  private said = 0;
  private everMet = false;

  constructor(
    private readonly listener: NotificationListener,
    private readonly roster: NodeRoster,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    listener.listen(
      CHANNEL,
      (payload) => this.hear(payload),
      () => this.lineIsBack(),
    );
    roster.onJoin(() => {
      this.everMet = true;
    });
    roster.onGone((node) => {
      this.heard.delete(node);
      this.gap('a node is gone');
    });
  }

  /** Makes itself known, so that nobody takes itself for alone. Call it once everybody hears. */
  async start(): Promise<void> {
    this.post({ kind: HELLO, data: null });
    await this.sent();
  }

  on<Schema extends z.ZodType>(
    kind: string,
    schema: Schema,
    act: (data: z.output<Schema>, from: number) => void,
  ): void {
    this.hearers.set(kind, (data, from) => act(schema.parse(data), from));
  }

  /** Something may have been missed, of any kind. */
  onGap(act: () => void): void {
    this.onGapDo.push(act);
  }

  /** Tells every other node, or one. Returns at once. */
  tell(kind: string, data: unknown, to?: number): void {
    if (this.everMet) this.post({ kind, data, ...(to !== undefined && { to }) });
  }

  /** Resolves when everything told so far is on its way. What cannot be sent now goes later, and is not waited for. */
  async sent(): Promise<void> {
    await this.sending;
  }

  private post(word: Pick<Envelope, 'kind' | 'to' | 'data'>): void {
    this.said += 1;
    const text = JSON.stringify({ from: this.roster.own, n: this.said, ...word });
    if (Buffer.byteLength(text) > MAX_BYTES) {
      this.logger.error({ kind: word.kind }, 'too long for the other nodes, which look at rows instead');
      this.post({ kind: GAP, data: null });
      return;
    }
    this.queue.push(text);
    if (this.queue.length > MAX_QUEUED) {
      this.queue = [];
      this.post({ kind: GAP, data: null });
    }
    this.sending ??= this.send().finally(() => {
      this.sending = undefined;
    });
  }

  private async send(): Promise<void> {
    // What is said in the same turn goes together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, BATCH);
      try {
        await this.listener.send(CHANNEL, batch);
      } catch {
        // The line is away; it is all said again when it is back, and known by its numbers.
        this.queue.unshift(...batch);
        return;
      }
    }
  }

  private hear(payload: string): void {
    try {
      this.take(envelope.parse(JSON.parse(payload)));
    } catch (error) {
      this.logger.error({ err: error }, 'a word of another node was not understood');
    }
  }

  private take({ from, to, n, kind, data }: Envelope): void {
    if (from === this.roster.own) return;
    this.roster.met(from);
    const last = this.heard.get(from) ?? n - 1;
    if (n <= last) return;
    this.heard.set(from, n);
    if (kind === GAP || n > last + 1) this.gap('a word of another node is missing');
    if (to === undefined || to === this.roster.own) this.hearers.get(kind)?.(data, from);
  }

  private lineIsBack(): void {
    this.heard.clear();
    this.post({ kind: HELLO, data: null });
    this.gap('the listening connection was away');
  }

  private gap(why: string): void {
    this.logger.info({ why }, 'gap between nodes');
    for (const act of this.onGapDo) act();
  }
}
