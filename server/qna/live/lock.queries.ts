import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const lockRow = z
  .object({ inquiry_id: inquiryId, member_id: memberId, until: z.date() })
  .transform((row) => ({ inquiryId: row.inquiry_id, memberId: row.member_id, until: row.until }));
export type LockRow = z.infer<typeof lockRow>;

const LOCK_SECONDS = 20;

/**
 * Takes or prolongs the lock of a question; null when somebody else holds it. Decided by the row, so of two who reach
 * for it at once one gets it.
 */
export function takeLock(
  sql: Sql,
  lock: { inquiryId: string; sessionId: string; memberId: string },
): Promise<LockRow | null> {
  return rowOf(
    sql,
    lockRow,
    `INSERT INTO inquiry_lock (inquiry_id, session_id, member_id, until)
     VALUES ($1, $2, $3, app_now() + interval '${LOCK_SECONDS} seconds')
     ON CONFLICT (inquiry_id) DO UPDATE SET member_id = excluded.member_id, until = excluded.until
       WHERE inquiry_lock.member_id = excluded.member_id OR inquiry_lock.until <= app_now()
     RETURNING inquiry_id, member_id, until`,
    [lock.inquiryId, lock.sessionId, lock.memberId],
  );
}

export async function releaseLock(sql: Sql, inquiry: string, member: string): Promise<void> {
  await sql.query('DELETE FROM inquiry_lock WHERE inquiry_id = $1 AND member_id = $2', [inquiry, member]);
}

/** Locks of a session that hold now. */
export function readLocks(sql: Sql, sessionId: string): Promise<LockRow[]> {
  return rowsOf(
    sql,
    lockRow,
    'SELECT inquiry_id, member_id, until FROM inquiry_lock WHERE session_id = $1 AND until > app_now()',
    [sessionId],
  );
}

/** Somebody else who is at one of the questions now, by name; null for nobody. */
export async function readOtherAt(sql: Sql, ids: readonly string[], me: string): Promise<string | null> {
  const row = await rowOf(
    sql,
    z.object({ full_name: z.string() }),
    `SELECT full_name FROM inquiry_lock JOIN member ON member.id = member_id
     WHERE inquiry_id = ANY($1::uuid[]) AND member_id <> $2 AND until > app_now() LIMIT 1`,
    [ids, me],
  );
  return row?.full_name ?? null;
}

/** Whoever moved a question is no longer at it. */
export async function releaseLocks(sql: Sql, ids: readonly string[], me: string): Promise<void> {
  await sql.query('DELETE FROM inquiry_lock WHERE inquiry_id = ANY($1::uuid[]) AND member_id = $2', [
    ids,
    me,
  ]);
}
