import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config.js';
import { LOGGER } from '../log.js';

export type NotificationHandler = (payload: string) => void;

const RECONNECT_MS = 1_000;

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
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  listen(channel: string, onNotification: NotificationHandler, onReconnect: () => void): void {
    this.handlers.set(channel, { onNotification, onReconnect });
  }

  /** Called once every handler is registered. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'haidang-listener',
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    });
    this.client = client;
    client.on('notification', ({ channel, payload }) =>
      this.handlers.get(channel)?.onNotification(payload ?? ''),
    );
    client.on('error', (error) => this.reconnect(client, error));
    client.on('end', () => this.reconnect(client, new Error('listener connection ended')));
    await client.connect();
    for (const channel of this.handlers.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(client: pg.Client, error: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
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
