import { expect } from 'vitest';
import type { TestApp } from './app.js';

/** Resolves once some statement of the application waits for a lock that the test holds. */
export async function untilALockIsWaitedFor({ database }: TestApp): Promise<void> {
  const waiting = async (): Promise<number> => {
    const [{ count }] = await database.query(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return count;
  };
  await expect.poll(waiting).toBeGreaterThan(0);
}
