import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { createApplication, type Application } from '../../server/application.js';
import { Clock } from '../../server/platform/clock.js';
import { Sweeper } from '../../server/platform/jobs/sweeper.js';
import { createLogger } from '../../server/platform/log.js';
import { cloneDatabase, configFor } from './database.js';
import { World } from './world.js';

type Parts = { log?: DestinationStream; modules?: readonly Type[] };

/** A running application on a database of its own. */
export class TestApp extends World {
  private constructor(
    readonly app: Application,
    readonly url: string,
    readonly secret: string,
    readonly databaseUrl: string,
    private readonly cleanUp: () => Promise<void>,
  ) {
    super();
  }

  /** Another node on the database of one there is. Stop it first. */
  static async join(first: TestApp, changes: Record<string, string> = {}): Promise<TestApp> {
    return TestApp.on(first.databaseUrl, { SESSION_SECRET: first.secret, ...changes });
  }

  /**
   * `log` takes everything the application ever logs, of every level; `modules` stand beside the product's own.
   */
  static async start(changes: Record<string, string> = {}, parts: Parts = {}): Promise<TestApp> {
    const database = await cloneDatabase();
    const world = await TestApp.on(database.url, changes, parts);
    return new TestApp(world.app, world.url, world.secret, database.url, async () => {
      await world.stop();
      await database.drop();
    });
  }

  private static async on(
    databaseUrl: string,
    changes: Record<string, string>,
    { log, modules = [] }: Parts = {},
  ): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'haidang-test-'));
    const config = configFor(databaseUrl, { DATA_DIR: folder, ...changes });
    const logger = log ? createLogger('trace', log) : createLogger(config.LOG_LEVEL);
    const app = await createApplication(config, logger, { siteFolder: join(folder, 'no-site'), modules });
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), config.SESSION_SECRET ?? '', databaseUrl, async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  stop(): Promise<void> {
    return this.cleanUp();
  }

  /** From here on what is overdue is done when the test says so: a beat of its own may come at any moment. */
  async stopSweeping(): Promise<void> {
    await this.app.get(Sweeper).onApplicationShutdown();
  }

  get database(): DataSource {
    return this.app.get(DataSource);
  }

  now(): Date {
    return this.app.get(Clock).now();
  }

  /** The application's clock stands still meanwhile, so that how busy the machine is changes nothing it decides. */
  async atOneMoment<Result>(act: () => Promise<Result>): Promise<Result> {
    const clock = this.app.get(Clock);
    const ms = clock.nowMs();
    Object.assign(clock, { nowMs: () => ms });
    try {
      return await act();
    } finally {
      Reflect.deleteProperty(clock, 'nowMs');
    }
  }

  async advance(ms: number): Promise<void> {
    await this.database.query(
      `INSERT INTO test_clock (offset_ms) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET offset_ms = test_clock.offset_ms + $1`,
      [ms],
    );
    await this.app.get(Clock).synchronise(async () => {
      const rows: unknown = await this.database.query(
        'SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS now',
      );
      return z.tuple([z.object({ now: z.number() })]).parse(rows)[0].now;
    });
  }
}
