import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { LOGGER } from '../log.js';

export type NotificationHandler = (payload: string) => void;

/** A statement for this connection, parsed by whoever asks. */
type Statement = { text: string; values: readonly unknown[] };
export type LineWatch = {
  /** What this connection has to hold for as long as it lives, such as a lock of its session. */
  claim: Statement;
  /** What is asked with every pulse, and who is told the rows. */
  question: Statement;
  onRows: (rows: unknown) => void;
};

const RECONNECT_MS = 1_000;
/** How often the connection is asked whether it still hears, and how long it may take to say so. */
const PULSE_MS = 300;
const PULSE_LIMIT_MS = 3_000;

const SEND = `SELECT pg_notify($1, message) FROM unnest($2::text[]) WITH ORDINALITY AS told (message, place) ORDER BY place`;

/**
 * One connection that listens to Postgres channels for the whole process, and speaks on them. Notifications can be
 * missed while it is away, so each listener also gives what to do after a reconnect.
 */
@Injectable()
export class NotificationListener implements OnApplicationShutdown {
  private readonly handlers = new Map<
    string,
    { onNotification: NotificationHandler; onReconnect: () => void }
  >();
  private lineWatch: LineWatch | undefined;
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private nextPulse: NodeJS.Timeout | undefined;
  private listeningSinceMs = Number.POSITIVE_INFINITY;
  private heardAtMs = Number.NEGATIVE_INFINITY;
  private queries: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  listen(channel: string, onNotification: NotificationHandler, onReconnect: () => void): void {
    this.handlers.set(channel, { onNotification, onReconnect });
  }

  watchLine(watch: LineWatch): void {
    this.lineWatch = watch;
  }

  /** Sends payloads in order. Resolves when they are on their way to everybody who listens; fails while away. */
  async send(channel: string, payloads: readonly string[]): Promise<void> {
    if (this.listeningSinceMs === Number.POSITIVE_INFINITY) throw new Error('the listener is away');
    if (this.client) await this.query(this.client, { text: SEND, values: [channel, [...payloads]] });
  }

  /** Resolves when everything that was announced before the call has been heard; fails while away. */
  async settle(): Promise<void> {
    if (this.listeningSinceMs === Number.POSITIVE_INFINITY) throw new Error('the listener is away');
    if (this.client) await this.query(this.client, { text: 'SELECT 1' });
  }

  /**
   * Until when everything that was announced since `readAtMs` has been heard, in milliseconds of the clock. It is never
   * before `readAtMs`, and it is just that while the connection is away or was away since.
   */
  heardUntil(readAtMs: number): number {
    return readAtMs >= this.listeningSinceMs ? Math.max(readAtMs, this.heardAtMs) : readAtMs;
  }

  /** Called once every handler is registered. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'haidang-listener',
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      query_timeout: PULSE_LIMIT_MS,
    });
    this.client = client;
    this.queries = Promise.resolve();
    client.on('notification', ({ channel, payload }) =>
      this.handlers.get(channel)?.onNotification(payload ?? ''),
    );
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, new Error('listener connection ended')));
    await client.connect();
    if (this.lineWatch) await client.query(queryOf(this.lineWatch.claim));
    for (const channel of this.handlers.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    this.listeningSinceMs = this.clock.nowMs();
    await this.ask(client);
    this.pulseLater(client);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearTimeout(this.nextPulse);
    await this.client?.end().catch(() => undefined);
  }

  private pulseLater(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.nextPulse = setTimeout(() => {
      this.ask(client).then(
        () => this.pulseLater(client),
        (error: unknown) => this.reconnect(client, error instanceof Error ? error : new Error(String(error))),
      );
    }, PULSE_MS);
  }

  /** What was announced before a question is on this connection before its answer. */
  private async ask(client: pg.Client): Promise<void> {
    const askedAtMs = this.clock.nowMs();
    const question = this.lineWatch ? queryOf(this.lineWatch.question) : { text: 'SELECT 1' };
    const rows = await this.query(client, question);
    if (this.stopped || this.client !== client) return;
    this.heardAtMs = askedAtMs;
    this.lineWatch?.onRows(rows);
  }

  /** One statement after the other: the next is sent when the one before has been answered. */
  private async query(client: pg.Client, statement: { text: string; values?: unknown[] }): Promise<object[]> {
    const before = this.queries;
    const mine = before.then(() => client.query<object>(statement));
    this.queries = mine.catch(() => undefined);
    return (await mine).rows;
  }

  private reconnect(client: pg.Client, error: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    this.listeningSinceMs = Number.POSITIVE_INFINITY;
    this.logger.warn({ err: error }, 'notification listener lost, reconnecting');
    void client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.startAgain(), RECONNECT_MS);
  }

  private async startAgain(): Promise<void> {
    try {
      await this.start();
      for (const { onReconnect } of this.handlers.values()) onReconnect();
    } catch (error) {
      const client = this.client;
      if (client) this.reconnect(client, error instanceof Error ? error : new Error(String(error)));
    }
  }
}

function queryOf({ text, values }: Statement): { text: string; values: unknown[] } {
  return { text, values: [...values] };
}
