import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const missingRow = z.object({ member_id: memberId, full_name: z.string(), given_name: z.string() });
export type MissingRow = z.infer<typeof missingRow>;

/** People of one unit who have not entered, by name, after one of them. */
export async function readMissing(
  sql: Sql,
  roundId: string,
  {
    unit,
    after,
    limit,
  }: { unit: string; after: { given: string; name: string; id: string } | null; limit: number },
): Promise<MissingRow[]> {
  return rowsOf(
    sql,
    missingRow,
    `SELECT id AS member_id, full_name, given_name FROM member
     WHERE unit_id = $2 AND left_at IS NULL
       AND NOT EXISTS (SELECT FROM entry WHERE round_id = $1 AND entry.member_id = member.id)
       AND ($3::text IS NULL OR (given_name COLLATE vi_sort, full_name COLLATE vi_sort, id) > ($3 COLLATE vi_sort, $4 COLLATE vi_sort, $5::uuid))
     ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort, id LIMIT $6`,
    [roundId, unit, after?.given ?? null, after?.name ?? null, after?.id ?? null, limit],
  );
}
