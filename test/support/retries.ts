import { expect } from 'vitest';
import { z } from 'zod';
import { Jobs } from '../../server/platform/jobs/jobs.service.js';
import type { TestApp } from './app.js';

const countRow = z.tuple([z.object({ waiting: z.number() })]);

/** Brings every next try of a test's own jobs (`test.…`) forward until none of them waits any more. */
export async function exhaustRetries(world: TestApp): Promise<void> {
  const waiting = async (): Promise<number> => {
    await retriesAreDue(world);
    const rows: unknown = await world.database.query(
      `SELECT count(*)::int AS waiting FROM pgboss.job WHERE state < 'completed' AND name LIKE 'test.%'`,
    );
    return countRow.parse(rows)[0].waiting;
  };
  await expect.poll(waiting, { interval: 20 }).toBe(0);
}

/** The queue keeps the database's own time, which no test may shift: a wait ends by being taken away. */
export async function retriesAreDue(world: TestApp): Promise<void> {
  await world.database.query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
  world.app.get(Jobs).wake();
}
