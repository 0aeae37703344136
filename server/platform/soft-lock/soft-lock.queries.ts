import { z } from 'zod';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../database/sql.js';

const lockRow = z
  .object({ resource_id: z.uuid(), member_id: memberId, until: z.date() })
  .transform((row) => ({ resourceId: row.resource_id, memberId: row.member_id, until: row.until }));
export type SoftLockRow = z.infer<typeof lockRow>;

export type Wanted = { kind: string; seconds: number; resourceId: string; placeId: string; memberId: string };

/**
 * Takes or prolongs a lock; null when somebody else holds it. Decided by the row, so of two who reach for it at once, at
 * whichever nodes, one gets it.
 */
export function takeLock(sql: Sql, wanted: Wanted): Promise<SoftLockRow | null> {
  return rowOf(
    sql,
    lockRow,
    `INSERT INTO soft_lock (kind, resource_id, place_id, member_id, until)
     VALUES ($1, $2, $3, $4, app_now() + make_interval(secs => $5))
     ON CONFLICT (kind, resource_id) DO UPDATE SET
       place_id = excluded.place_id, member_id = excluded.member_id, until = excluded.until
       WHERE soft_lock.member_id = excluded.member_id OR soft_lock.until <= app_now()
     RETURNING resource_id, member_id, until`,
    [wanted.kind, wanted.resourceId, wanted.placeId, wanted.memberId, wanted.seconds],
  );
}

export async function deleteLocks(
  sql: Sql,
  kind: string,
  { resourceIds, memberId: holder }: { resourceIds: readonly string[]; memberId: string },
): Promise<void> {
  await sql.query(
    'DELETE FROM soft_lock WHERE kind = $1 AND resource_id = ANY($2::uuid[]) AND member_id = $3',
    [kind, resourceIds, holder],
  );
}

/** Those at a place that hold now. */
export function readLocksAt(sql: Sql, kind: string, placeId: string): Promise<SoftLockRow[]> {
  return rowsOf(
    sql,
    lockRow,
    `SELECT resource_id, member_id, until FROM soft_lock
     WHERE kind = $1 AND place_id = $2 AND until > app_now()`,
    [kind, placeId],
  );
}

/** Somebody other than the member who holds one of them now; null for nobody. */
export async function readOtherHolder(
  sql: Sql,
  kind: string,
  { resourceIds, memberId: holder }: { resourceIds: readonly string[]; memberId: string },
): Promise<MemberId | null> {
  const row = await rowOf(
    sql,
    z.object({ member_id: memberId }),
    `SELECT member_id FROM soft_lock
     WHERE kind = $1 AND resource_id = ANY($2::uuid[]) AND member_id <> $3 AND until > app_now() LIMIT 1`,
    [kind, resourceIds, holder],
  );
  return row?.member_id ?? null;
}

export async function deleteEnded(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM soft_lock WHERE until <= app_now()');
}
