import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Logger } from 'pino';
import { z } from 'zod';
import { NotificationListener } from '../database/listener.js';
import { rowsOf } from '../database/sql.js';
import { LOGGER } from '../log.js';

const CHANNEL = 'outbox';
const BATCH = 200;
const POLL_MS = 2_000;

const outboxRow = z.object({ id: z.number(), topic: z.string(), payload: z.unknown() });

export type OutboxHandler = (payload: unknown) => Promise<void> | void;

/**
 * Domain events. `add` writes one in the caller's transaction; after the commit it is handed to the topic's handlers
 * at least once, in order of writing per process, so handlers must bear a repetition.
 */
@Injectable()
export class Outbox implements OnApplicationShutdown {
  private readonly handlers = new Map<string, OutboxHandler[]>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly dataSource: DataSource,
    listener: NotificationListener,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    listener.listen(
      CHANNEL,
      () => this.wake(),
      () => this.wake(),
    );
  }

  on(topic: string, handler: OutboxHandler): void {
    this.handlers.set(topic, [...(this.handlers.get(topic) ?? []), handler]);
  }

  async add(tx: EntityManager, topic: string, payloads: readonly object[]): Promise<void> {
    if (payloads.length === 0) return;
    await tx.query(`INSERT INTO outbox (topic, payload) SELECT $1, unnest($2::jsonb[])`, [
      topic,
      payloads.map((payload) => JSON.stringify(payload)),
    ]);
    await tx.query(`SELECT pg_notify('${CHANNEL}', '')`);
  }

  start(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  wake(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.publishAll()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'outbox could not be read'))
      .finally(() => {
        this.running = undefined;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.again = false;
    await this.running;
  }

  private async publishAll(): Promise<void> {
    while ((await this.publishSome()) === BATCH);
  }

  private async publishSome(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const rows = await rowsOf(
        tx,
        outboxRow,
        `SELECT id, topic, payload FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      );
      for (const row of rows) await this.handle(row);
      if (rows.length > 0) {
        await tx.query(`UPDATE outbox SET published_at = app_now() WHERE id = ANY($1::bigint[])`, [
          rows.map(({ id }) => id),
        ]);
      }
      return rows.length;
    });
  }

  private async handle({ topic, payload, id }: z.infer<typeof outboxRow>): Promise<void> {
    for (const handler of this.handlers.get(topic) ?? []) {
      try {
        await handler(payload);
      } catch (error) {
        this.logger.error({ err: error, topic, outboxId: id }, 'an outbox handler failed');
      }
    }
  }
}
