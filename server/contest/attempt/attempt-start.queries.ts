import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import type { AttemptRow } from './attempt.queries.js';

const entryRow = z
  .object({
    id: z.uuid(),
    member_id: memberId,
    number: z.number(),
    attempts: z.number(),
    running_id: z.uuid().nullable(),
    extra_minutes: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    memberId: row.member_id,
    number: row.number,
    attempts: row.attempts,
    runningId: row.running_id,
    extraMinutes: row.extra_minutes,
  }));

/** Where a member stands in a round at the moment of a start. */
export type StartingEntry = z.infer<typeof entryRow>;

/** Holds the round's counter so that entry numbers are given one after the other, without gaps. */
export async function lockEntryCounter(tx: EntityManager, roundId: string): Promise<void> {
  await tx.query('SELECT entry_counter FROM round WHERE id = $1 FOR UPDATE', [roundId]);
}

/** Gives each member without an entry the next number, in the order of `members`. */
export async function addEntries(
  tx: EntityManager,
  roundId: string,
  members: readonly { id: string; memberId: string }[],
): Promise<void> {
  await tx.query(
    `WITH missing AS (
       SELECT wanted.id, wanted.member_id, row_number() OVER (ORDER BY wanted.place) AS step
       FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS wanted (id, member_id, place)
       WHERE NOT EXISTS (SELECT 1 FROM entry WHERE round_id = $1 AND entry.member_id = wanted.member_id)
     ), added AS (
       INSERT INTO entry (id, round_id, member_id, number, created_at)
       SELECT missing.id, $1, missing.member_id, round.entry_counter + missing.step, app_now()
       FROM missing, round WHERE round.id = $1 RETURNING 1
     )
     UPDATE round SET entry_counter = entry_counter + (SELECT count(*) FROM added) WHERE id = $1`,
    [roundId, members.map(({ id }) => id), members.map((member) => member.memberId)],
  );
}

export async function readEntries(
  tx: EntityManager,
  roundId: string,
  members: readonly string[],
): Promise<StartingEntry[]> {
  return rowsOf(
    tx,
    entryRow,
    `SELECT entry.id, entry.member_id, entry.number,
       (SELECT count(*)::int FROM attempt WHERE entry_id = entry.id) AS attempts,
       (SELECT attempt.id FROM attempt WHERE entry_id = entry.id AND state = 'running') AS running_id,
       coalesce((SELECT minutes FROM extra_time WHERE extra_time.round_id = entry.round_id
         AND extra_time.member_id = entry.member_id), 0) AS extra_minutes
     FROM entry WHERE round_id = $1 AND member_id = ANY($2::uuid[])`,
    [roundId, members],
  );
}

/** Adds attempts that have just begun: nothing answered, flagged or submitted yet. */
export async function addAttempts(
  tx: EntityManager,
  roundId: string,
  attempts: readonly AttemptRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO attempt (id, entry_id, round_id, member_id, unit_id, ordinal, state, paper, epoch,
       started_at, deadline_at, accepts_until)
     SELECT id, entry_id, $1, member_id, unit_id, ordinal, state, paper, epoch, started_at, deadline_at, accepts_until
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::text[], $8::jsonb[], $9::int[],
       $10::timestamptz[], $11::timestamptz[], $12::timestamptz[])
       AS t (id, entry_id, member_id, unit_id, ordinal, state, paper, epoch, started_at, deadline_at, accepts_until)`,
    [
      roundId,
      attempts.map((attempt) => attempt.id),
      attempts.map((attempt) => attempt.entryId),
      attempts.map((attempt) => attempt.memberId),
      attempts.map((attempt) => attempt.unitId),
      attempts.map((attempt) => attempt.ordinal),
      attempts.map((attempt) => attempt.state),
      attempts.map((attempt) => JSON.stringify(attempt.paper)),
      attempts.map((attempt) => attempt.epoch),
      attempts.map((attempt) => attempt.startedAt),
      attempts.map((attempt) => attempt.deadlineAt),
      attempts.map((attempt) => attempt.acceptsUntil),
    ],
  );
}

/** Minutes somebody has on top in a round. */
export async function readExtraMinutes(sql: Sql, roundId: string, member: string): Promise<number> {
  const row = await rowOf(
    sql,
    z.object({ minutes: z.number() }),
    'SELECT minutes FROM extra_time WHERE round_id = $1 AND member_id = $2',
    [roundId, member],
  );
  return row?.minutes ?? 0;
}
