import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config.js';
import { LOGGER } from '../log.js';

export type ScheduledJob = { name: string; cron: string; run: () => Promise<void> };

const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Queued and scheduled work in PostgreSQL. Jobs re-check the state they find: running twice is harmless. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly scheduled: ScheduledJob[] = [];
  private boss: PgBoss | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  schedule(job: ScheduledJob): void {
    this.scheduled.push(job);
  }

  async start(): Promise<void> {
    const boss = new PgBoss({ connectionString: this.config.DATABASE_URL, schema: 'pgboss', max: 3 });
    boss.on('error', (error) => this.logger.warn({ err: error }, 'job queue'));
    await boss.start();
    this.boss = boss;
    for (const job of this.scheduled) {
      await boss.createQueue(job.name);
      await boss.work(job.name, async () => job.run());
      await boss.schedule(job.name, job.cron, null, { tz: TIME_ZONE });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 3_000 });
  }
}
