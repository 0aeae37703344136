import type { DataSource, EntityManager } from 'typeorm';

/**
 * Does something while nobody does anything under the same key, at any node. `act` is given the connection that holds the
 * lock; whoever needs another one as well may wait for ever when all of the pool hold locks.
 */
export async function underLock<Result>(
  dataSource: DataSource,
  key: string,
  act: (sql: EntityManager) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [key]);
    try {
      return await act(runner.manager);
    } finally {
      await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}
