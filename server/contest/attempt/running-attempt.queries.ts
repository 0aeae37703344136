import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import { rowsOf } from '../../platform/database/sql.js';

const runningRow = z
  .object({
    id: attemptId,
    member_id: memberId,
    started_at: z.date(),
    deadline_at: z.date(),
    extra_minutes: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    memberId: row.member_id,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    extraMinutes: row.extra_minutes,
  }));
export type RunningAttempt = z.infer<typeof runningRow>;

/**
 * Holds the running attempts of a round, of one member when given; answers may still be written meanwhile, but none
 * starts before the transaction ends.
 */
export async function lockRunning(
  tx: EntityManager,
  roundId: string,
  member: string | null = null,
): Promise<RunningAttempt[]> {
  await tx.query('SELECT 1 FROM round WHERE id = $1 FOR NO KEY UPDATE', [roundId]);
  return rowsOf(
    tx,
    runningRow,
    `SELECT attempt.id, attempt.member_id, started_at, deadline_at, coalesce(minutes, 0) AS extra_minutes
     FROM attempt LEFT JOIN extra_time ON extra_time.round_id = attempt.round_id AND extra_time.member_id = attempt.member_id
     WHERE attempt.round_id = $1 AND state = 'running' AND ($2::uuid IS NULL OR attempt.member_id = $2)
     ORDER BY attempt.id FOR NO KEY UPDATE OF attempt`,
    [roundId, member],
  );
}

export type Deadline = { id: string; deadlineAt: Date; acceptsUntil: Date };

export async function writeDeadlines(tx: EntityManager, deadlines: readonly Deadline[]): Promise<void> {
  await tx.query(
    `UPDATE attempt SET deadline_at = moved.deadline_at, accepts_until = moved.accepts_until
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS moved (id, deadline_at, accepts_until)
     WHERE attempt.id = moved.id`,
    [
      deadlines.map(({ id }) => id),
      deadlines.map(({ deadlineAt }) => deadlineAt),
      deadlines.map(({ acceptsUntil }) => acceptsUntil),
    ],
  );
}
