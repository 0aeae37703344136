import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { SavingDataSource } from '../database/data-source.js';
import { defineJob, type Job } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.service.js';
import { LOGGER } from '../log.js';
import type { DomainEvent } from './event.js';
import { deleteTaken, insertEvents, takeWaiting, type OutboxRow } from './outbox.queries.js';

const BATCH = 200;
const POLL_MS = 2_000;
const KEPT_DAYS = 7;
const DELETED_AT_ONCE = 5_000;

type Handler<Schema extends z.ZodType> = (payload: z.infer<Schema>) => Promise<void> | void;
type Hint = (payload: unknown) => Promise<void> | void;

/**
 * Domain events. `add` writes one in the caller's transaction; after the commit it becomes a job for each of its
 * durable handlers, in the transaction that takes it, and a hint to whoever only passes news on.
 */
@Injectable()
export class Outbox implements OnModuleInit, OnApplicationShutdown {
  private readonly durable = new Map<string, Job[]>();
  private readonly hints = new Map<string, Hint[]>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  /** Transactions that wrote an event: a NOTIFY inside of them would let all others wait for their commit. */
  private readonly written = new WeakSet<QueryRunner>();

  constructor(
    private readonly dataSource: DataSource,
    saving: SavingDataSource,
    private readonly jobs: Jobs,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const subscriber: EntitySubscriberInterface = {
      afterTransactionCommit: ({ queryRunner }) => {
        if (!queryRunner.isTransactionActive && this.written.delete(queryRunner)) this.wake();
      },
    };
    for (const source of [dataSource, saving]) source.subscribers.push(subscriber);
  }

  onModuleInit(): void {
    this.jobs.schedule({ name: 'outbox.forget_taken', cron: '43 3 * * *', run: () => this.forgetTaken() });
  }

  /**
   * Has an event handled at least once, as the named job: tried again when it throws, and in the end among the dead
   * letters. Events may arrive twice or in another order. The name is kept for good: jobs under it may be waiting.
   */
  on<Schema extends z.ZodType<object, object>>(
    { name, schema }: DomainEvent<Schema>,
    jobName: string,
    handler: Handler<Schema>,
  ): void {
    const job = defineJob(jobName, schema);
    this.jobs.handle(job, handler);
    this.durable.set(name, [...(this.durable.get(name) ?? []), job]);
  }

  /** Has an event told at most once, right after it was taken: for news that the next look at the state repeats. */
  hint<Schema extends z.ZodType<object, object>>(
    { name, schema }: DomainEvent<Schema>,
    handler: Handler<Schema>,
  ): void {
    const hint: Hint = (payload) => handler(schema.parse(payload));
    this.hints.set(name, [...(this.hints.get(name) ?? []), hint]);
  }

  async add<Schema extends z.ZodType<object, object>>(
    tx: EntityManager,
    { name, schema }: DomainEvent<Schema>,
    payloads: readonly z.input<Schema>[],
  ): Promise<void> {
    if (payloads.length === 0) return;
    await insertEvents(
      tx,
      name,
      payloads.map((payload) => schema.parse(payload)),
    );
    if (tx.queryRunner) this.written.add(tx.queryRunner);
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

  /** Deletes what was taken a week ago and more. */
  async forgetTaken(): Promise<void> {
    const some = { days: KEPT_DAYS, limit: DELETED_AT_ONCE };
    while ((await deleteTaken(this.dataSource, some)) === DELETED_AT_ONCE);
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
    const rows = await this.dataSource.transaction(async (tx) => {
      const taken = await takeWaiting(tx, BATCH);
      for (const [topic, events] of Map.groupBy(taken, (row) => row.topic))
        for (const job of this.durable.get(topic) ?? [])
          await this.jobs.enqueue(
            tx,
            job,
            events.map(({ payload }) => payload),
          );
      return taken;
    });
    this.jobs.wake();
    for (const row of rows) await this.tell(row);
    return rows.length;
  }

  private async tell({ topic, payload, id }: OutboxRow): Promise<void> {
    for (const hint of this.hints.get(topic) ?? []) {
      try {
        await hint(payload);
      } catch (error) {
        this.logger.warn({ err: error, topic, outboxId: id }, 'a hint was not told');
      }
    }
  }
}
