import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Db, type JobResult } from 'pg-boss';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { TIME_ZONE } from '../../../shared/kernel/formats.js';
import { CONFIG, type Config } from '../config.js';
import { LOGGER } from '../log.js';
import { DEAD_LETTERS } from './dead-letter.queries.js';
import { errorLabel } from './job-error.rules.js';
import type { Job } from './job.js';

export type ScheduledJob = { name: string; cron: string; run: () => Promise<void> };

type Handled = { name: string; run: (data: unknown) => Promise<void> | void };

const DAY_SECONDS = 86_400;

/** Waits of 2 s, 4 s … up to an hour, about three hours in all: a mail server may be away for that long. */
const RETRIES = { retryLimit: 12, retryDelay: 2, retryBackoff: true, retryDelayMax: 3_600 };
/** A process that is gone no longer says that it is at work; what it was doing is tried again within a minute. */
const LIVENESS = { heartbeatSeconds: 20 };
const SUPERVISION = { superviseIntervalSeconds: 20, monitorIntervalSeconds: 20 };
const QUEUE = { ...RETRIES, ...LIVENESS, deadLetter: DEAD_LETTERS, deleteAfterSeconds: DAY_SECONDS };
const DEAD_LETTERS_KEPT = { retentionSeconds: 365 * DAY_SECONDS };
/** A full fetch is followed by the next at once. */
const FETCHING = { batchSize: 10, perJobResults: true, burstWhenBatchFull: true } as const;

/**
 * Queued and scheduled work in PostgreSQL. A job that throws is tried again, later each time, and in the end laid among
 * the dead letters for an administrator. Jobs re-check the state they find: running twice is harmless.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly handled: Handled[] = [];
  private readonly scheduled: ScheduledJob[] = [];
  private workers: string[] = [];
  private boss: PgBoss | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Says who does a job. Called while modules start: what is registered later is not served. */
  handle<Schema extends z.ZodType<object, object>>(
    { name, schema }: Job<Schema>,
    run: (payload: z.infer<Schema>) => Promise<void> | void,
  ): void {
    this.handled.push({ name, run: (data) => run(schema.parse(data)) });
  }

  schedule(job: ScheduledJob): void {
    this.scheduled.push(job);
    this.handled.push({ name: job.name, run: () => job.run() });
  }

  /** Puts work into its queue within the caller's transaction. Call `wake` after the commit. */
  async enqueue<Schema extends z.ZodType<object, object>>(
    tx: EntityManager,
    { name }: Job<Schema>,
    payloads: readonly z.input<Schema>[],
  ): Promise<void> {
    if (payloads.length === 0) return;
    await this.started().insert(
      name,
      payloads.map((data) => ({ data })),
      { db: within(tx) },
    );
  }

  /** Has this process look for work now; others look every 2 s. */
  wake(): void {
    for (const worker of this.workers) this.boss?.notifyWorker(worker);
  }

  /** Takes a dead letter back into its queue, with all its tries. */
  async runAgain(tx: EntityManager, id: string): Promise<void> {
    await this.started().redrive(DEAD_LETTERS, { ids: [id], db: within(tx) });
  }

  /** Throws a dead letter away. */
  async skip(tx: EntityManager, id: string): Promise<void> {
    await this.started().deleteJob(DEAD_LETTERS, id, { db: within(tx) });
  }

  async start(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.config.DATABASE_URL,
      schema: 'pgboss',
      max: 3,
      ...SUPERVISION,
    });
    boss.on('error', (error) => this.logger.warn({ err: error }, 'job queue'));
    await boss.start();
    await boss.createQueue(DEAD_LETTERS, DEAD_LETTERS_KEPT);
    this.boss = boss;
    for (const handled of this.handled) await this.serve(boss, handled);
    for (const { name, cron } of this.scheduled) await boss.schedule(name, cron, null, { tz: TIME_ZONE });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 3_000 });
  }

  private async serve(boss: PgBoss, { name, run }: Handled): Promise<void> {
    await boss.createQueue(name, QUEUE);
    // A queue made by an older release keeps the settings of its day.
    await boss.updateQueue(name, QUEUE);
    const worker = await boss.work(name, FETCHING, async (jobs): Promise<JobResult[]> => {
      const results: JobResult[] = [];
      for (const { id, data } of jobs) results.push(await this.attempt({ name, run }, { id, data }));
      return results;
    });
    this.workers = [...this.workers, worker];
  }

  private async attempt({ name, run }: Handled, job: { id: string; data: unknown }): Promise<JobResult> {
    try {
      await run(job.data);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      this.logger.warn({ err: error, job: name, jobId: job.id }, 'a job failed');
      return { id: job.id, status: 'failed', output: { error: errorLabel(error) } };
    }
  }

  private started(): PgBoss {
    if (!this.boss) throw new Error('jobs have not started yet');
    return this.boss;
  }
}

/** Has pg-boss speak to the database through a transaction of ours. */
function within(tx: EntityManager): Db {
  return {
    executeSql: async (text, values) => ({ rows: z.array(z.unknown()).parse(await tx.query(text, values)) }),
  };
}
