import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptState } from '../../../shared/contest/attempt.schema.js';
import { unitId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const extraRow = z
  .object({
    member_id: z.uuid(),
    full_name: z.string(),
    unit_id: unitId,
    minutes: z.number(),
    reason: z.string(),
  })
  .transform((row) => ({
    memberId: row.member_id,
    fullName: row.full_name,
    unitId: row.unit_id,
    minutes: row.minutes,
    reason: row.reason,
  }));
export type ExtraRow = z.infer<typeof extraRow>;

/** Who has extra time in a round, by name. */
export async function readExtraTime(sql: Sql, roundId: string): Promise<ExtraRow[]> {
  return rowsOf(
    sql,
    extraRow,
    `SELECT member_id, full_name, unit_id, minutes, reason
     FROM extra_time JOIN member ON member.id = member_id
     WHERE round_id = $1 AND minutes > 0 ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort, member_id`,
    [roundId],
  );
}

const minutesRow = z.object({ minutes: z.number() });

/** Minutes granted to a member who is still there, 0 without any; null for nobody. */
export async function readMinutes(sql: Sql, roundId: string, member: string): Promise<number | null> {
  const row = await rowOf(
    sql,
    minutesRow,
    `SELECT coalesce(minutes, 0) AS minutes FROM member
     LEFT JOIN extra_time ON extra_time.member_id = member.id AND round_id = $1
     WHERE member.id = $2 AND left_at IS NULL`,
    [roundId, member],
  );
  return row?.minutes ?? null;
}

export type Grant = {
  roundId: string;
  memberId: string;
  minutes: number;
  reason: string;
  grantedBy: string;
  at: Date;
};

export async function writeExtraTime(tx: EntityManager, grant: Grant): Promise<void> {
  await tx.query(
    `INSERT INTO extra_time (round_id, member_id, minutes, reason, granted_by, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (round_id, member_id) DO UPDATE SET minutes = excluded.minutes, reason = excluded.reason,
       granted_by = excluded.granted_by, granted_at = excluded.granted_at`,
    [grant.roundId, grant.memberId, grant.minutes, grant.reason, grant.grantedBy, grant.at],
  );
}

export async function countAttempts(sql: Sql, roundId: string, member: string): Promise<number> {
  const row = await rowOf(
    sql,
    z.object({ count: z.number() }),
    'SELECT count(*)::int AS count FROM attempt WHERE round_id = $1 AND member_id = $2',
    [roundId, member],
  );
  return row?.count ?? 0;
}

const lastRow = z
  .object({ id: z.uuid(), state: attemptState, closed_by: z.enum(['member', 'server']).nullable() })
  .transform((row) => ({ id: row.id, state: row.state, closedBy: row.closed_by }));

/** The last attempt somebody started in a round. */
export async function readLastAttempt(
  sql: Sql,
  roundId: string,
  member: string,
): Promise<z.infer<typeof lastRow> | null> {
  return rowOf(
    sql,
    lastRow,
    `SELECT id, state, closed_by FROM attempt WHERE round_id = $1 AND member_id = $2 ORDER BY ordinal DESC LIMIT 1`,
    [roundId, member],
  );
}
