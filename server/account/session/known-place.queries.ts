import { z } from 'zod';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

/** Which of the places the member has signed in from. */
export async function readKnown(sql: Sql, memberId: string, hashes: readonly Buffer[]): Promise<Buffer[]> {
  const rows = await rowsOf(
    sql,
    z.object({ place_hash: z.instanceof(Buffer) }),
    'SELECT place_hash FROM known_place WHERE member_id = $1 AND place_hash = ANY($2::bytea[])',
    [memberId, hashes],
  );
  return rows.map((row) => row.place_hash);
}

/** Knows the places from now on; of a member's places the `max` that were seen last are kept. */
export async function notePlaces(
  sql: Sql,
  memberId: string,
  { hashes, max }: { hashes: readonly Buffer[]; max: number },
): Promise<void> {
  await sql.query(
    `INSERT INTO known_place (member_id, place_hash, seen_at) SELECT $1, hash, app_now() FROM unnest($2::bytea[]) AS hash
     ON CONFLICT (member_id, place_hash) DO UPDATE SET seen_at = app_now()`,
    [memberId, hashes],
  );
  await sql.query(
    `DELETE FROM known_place WHERE member_id = $1 AND place_hash IN (
       SELECT place_hash FROM known_place WHERE member_id = $1 ORDER BY seen_at DESC, place_hash OFFSET $2)`,
    [memberId, max],
  );
}

/** Forgets places from which nobody has come for half a year. */
export async function forgetOldPlaces(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM known_place WHERE seen_at < app_now() - interval '180 days'`);
}
