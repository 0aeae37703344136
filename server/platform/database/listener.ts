import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { LOGGER } from '../log.js';

export type NotificationHandler = (payload: string) => void;

const RECONNECT_MS = 1_000;
/** How often the connection is asked whether it still hears, and how long it may take to say so. */
const PULSE_MS = 300;
const PULSE_LIMIT_MS = 3_000;

/**
 * One connection that listens to Postgres channels for the whole process. Notifications can be missed while it is
 * away, so each listener also gives what to do after a reconnect.
 */
@Injectable()
export class NotificationListener implements OnApplicationShutdown {
  private readonly handlers = new Map<
    string,
    { onNotification: NotificationHandler; onReconnect: () => void }
  >();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private nextPulse: NodeJS.Timeout | undefined;
  private listeningSinceMs = Number.POSITIVE_INFINITY;
  private heardAtMs = Number.NEGATIVE_INFINITY;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  listen(channel: string, onNotification: NotificationHandler, onReconnect: () => void): void {
    this.handlers.set(channel, { onNotification, onReconnect });
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
    client.on('notification', ({ channel, payload }) =>
      this.handlers.get(channel)?.onNotification(payload ?? ''),
    );
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, new Error('listener connection ended')));
    await client.connect();
    for (const channel of this.handlers.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    this.listeningSinceMs = this.clock.nowMs();
    this.pulse(client);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearTimeout(this.nextPulse);
    await this.client?.end().catch(() => undefined);
  }

  /** What was announced before a question is on this connection before its answer. */
  private pulse(client: pg.Client): void {
    const askedAtMs = this.clock.nowMs();
    client.query('SELECT 1').then(
      () => {
        if (this.stopped || this.client !== client) return;
        this.heardAtMs = askedAtMs;
        this.nextPulse = setTimeout(() => this.pulse(client), PULSE_MS);
      },
      (error: unknown) => this.reconnect(client, error instanceof Error ? error : new Error(String(error))),
    );
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
