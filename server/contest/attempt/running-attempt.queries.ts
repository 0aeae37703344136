import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId, type MovedBy } from '../../../shared/contest/attempt.schema.js';
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

const endedRow = z
  .object({
    id: attemptId,
    entry_id: z.uuid(),
    member_id: memberId,
    started_at: z.date(),
    deadline_at: z.date(),
    submitted_at: z.date(),
    extra_minutes: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    entryId: row.entry_id,
    memberId: row.member_id,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    submittedAt: row.submitted_at,
    extraMinutes: row.extra_minutes,
  }));
/** The last attempt of somebody who has none that runs, ended by the server. */
export type EndedAttempt = z.infer<typeof endedRow>;

/** Holds what the server ended in a round since an instant, of one member when given. Call it after `lockRunning`. */
export async function lockEnded(
  tx: EntityManager,
  roundId: string,
  { member = null, since = null }: { member?: string | null; since?: Date | null },
): Promise<EndedAttempt[]> {
  return rowsOf(
    tx,
    endedRow,
    `SELECT attempt.id, entry_id, attempt.member_id, started_at, deadline_at, submitted_at,
       coalesce(minutes, 0) AS extra_minutes
     FROM attempt LEFT JOIN extra_time ON extra_time.round_id = attempt.round_id AND extra_time.member_id = attempt.member_id
     WHERE attempt.round_id = $1 AND closed_by = 'server' AND ($2::uuid IS NULL OR attempt.member_id = $2)
       AND ($3::timestamptz IS NULL OR submitted_at >= $3)
       AND NOT EXISTS (SELECT FROM attempt AS later WHERE later.entry_id = attempt.entry_id AND later.ordinal > attempt.ordinal)
     ORDER BY attempt.id FOR UPDATE OF attempt`,
    [roundId, member, since],
  );
}

/** Why a deadline moves, as its contestant is told. */
export type Move = { by: MovedBy; reason: string; at: Date };
export type Deadline = { id: string; deadlineAt: Date; acceptsUntil: Date };

export async function writeDeadlines(
  tx: EntityManager,
  deadlines: readonly Deadline[],
  { at, by, reason }: Move,
): Promise<void> {
  await tx.query(
    `UPDATE attempt SET deadline_at = moved.deadline_at, accepts_until = moved.accepts_until,
       moved_at = $4, moved_by = $5, moved_reason = $6
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS moved (id, deadline_at, accepts_until)
     WHERE attempt.id = moved.id`,
    [
      deadlines.map(({ id }) => id),
      deadlines.map(({ deadlineAt }) => deadlineAt),
      deadlines.map(({ acceptsUntil }) => acceptsUntil),
      at,
      by,
      reason,
    ],
  );
}

/**
 * Has ended attempts run again, as if they had not been graded. What reached the server from the leading device too late
 * to count is an answer after all; what came from older devices is offered.
 */
export async function writeReopened(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
  await tx.query(
    `UPDATE attempt SET state = 'running', paused_ms = paused_ms + (extract(epoch FROM $2 - submitted_at) * 1000)::int,
       submitted_at = NULL, closed_by = NULL, time_used_ms = NULL, points = NULL, correct = NULL, credits = NULL,
       topics = NULL
     WHERE id = ANY($1::uuid[])`,
    [ids, at],
  );
  await tx.query(
    `WITH late AS (
       DELETE FROM kept_answer USING attempt WHERE attempt.id = attempt_id AND attempt_id = ANY($1::uuid[])
         AND reason = 'late' AND kept_answer.epoch = attempt.epoch RETURNING kept_answer.*
     ), latest AS (
       SELECT DISTINCT ON (attempt_id, position) * FROM late ORDER BY attempt_id, position, sequence DESC
     )
     INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
     SELECT attempt_id, position, response, epoch, sequence, received_at FROM latest ORDER BY attempt_id, position
     ON CONFLICT (attempt_id, position) DO UPDATE SET response = excluded.response, epoch = excluded.epoch,
       sequence = excluded.sequence, received_at = excluded.received_at
       WHERE (answer.epoch, answer.sequence) < (excluded.epoch, excluded.sequence)`,
    [ids],
  );
  await tx.query(
    `UPDATE kept_answer SET reason = 'held' WHERE attempt_id = ANY($1::uuid[]) AND reason = 'late' AND resolved_at IS NULL`,
    [ids],
  );
}
