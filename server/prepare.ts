import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { databaseParts } from './database/schema.js';
import { DemoModule } from './demo/demo.module.js';
import { DemoService } from './demo/demo.service.js';
import { demoLogins, type DemoLogin } from './demo/organisation.js';
import { isDemoWorld, isEmptyWorld, readPresent } from './demo/organisation.queries.js';
import { StoryClock } from './demo/story-clock.js';
import type { Config } from './platform/config.js';
import { createDataSource } from './platform/database/data-source.js';
import { holdFirstFill } from './platform/database/first-fill.js';
import { migrate } from './platform/database/migrate.js';
import { OneTransaction } from './platform/database/one-transaction.js';
import { NestLog } from './platform/log.js';
import type { PlatformParts } from './platform/platform.module.js';

type Surroundings = {
  config: Config;
  logger: Logger;
  onProgress: (text: string) => void;
  /** The database is empty, and the demo world is about to be made. */
  onFilling?: () => void;
};
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * What comes before anything is served or works by itself: the database is brought up to date and, where it is wanted
 * and the database is empty, filled with the demo world. Answers the logins of that world; none in somebody's own.
 */
export async function prepare(surroundings: Surroundings): Promise<DemoLogin[]> {
  const { config, logger } = surroundings;
  const beyond = !LOOPBACK.has(config.HOST);
  if (config.DEMO && beyond)
    throw new Error('DEMO=true shows logins to everybody: it works only with HOST=127.0.0.1');
  const dataSource = createDataSource(config, databaseParts, (err) =>
    logger.warn({ err }, 'database connection lost'),
  );
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    if (beyond && (await isDemoWorld(dataSource)))
      throw new Error(
        'This database holds the demo world, whose passwords are public: serve it on 127.0.0.1 only',
      );
  } finally {
    await dataSource.destroy();
  }
  return config.DEMO ? prepareDemo(surroundings) : [];
}

async function prepareDemo(surroundings: Surroundings): Promise<DemoLogin[]> {
  const { config, logger, onProgress } = surroundings;
  const world = await OneTransaction.begin(config, databaseParts, (err) =>
    logger.warn({ err }, 'database connection lost'),
  );
  try {
    await holdFirstFill(world, () => onProgress('waiting for another copy that fills this database'));
    if (await isEmptyWorld(world)) await tell(world, surroundings);
    else if (!(await isDemoWorld(world))) return [];
    return demoLogins();
  } finally {
    if (world.isInitialized) await world.destroy();
  }
}

/** Nothing of it is there for anybody before it is whole and checked. */
async function tell(
  world: OneTransaction,
  { config, logger, onProgress, onFilling }: Surroundings,
): Promise<void> {
  onFilling?.();
  const context = await storyOn(world, { config, logger, clock: new StoryClock(await readPresent(world)) });
  try {
    const demo = context.get(DemoService);
    await demo.check(await demo.fill(onProgress));
    await world.commit();
  } finally {
    await context.close();
  }
}

/** The application's services without anything that works by itself, on one transaction and at the times of a story. */
export function storyOn(
  dataSource: OneTransaction,
  { clock, ...parts }: Omit<PlatformParts, 'database' | 'clock'> & { clock: StoryClock },
): Promise<INestApplicationContext> {
  const story = StoryModule.with({ ...parts, database: { dataSource, saving: dataSource }, clock }, clock);
  return NestFactory.createApplicationContext(story, {
    logger: new NestLog(parts.logger),
    abortOnError: false,
  });
}

@Module({})
class StoryModule {
  static with(parts: PlatformParts, clock: StoryClock): DynamicModule {
    return { module: StoryModule, imports: [AppModule.with(parts), DemoModule.toldBy(clock)] };
  }
}
