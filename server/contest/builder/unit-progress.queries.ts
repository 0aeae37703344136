import { z } from 'zod';
import { memberId, unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { unitsWithin } from './publication.queries.js';
import type { UnitCounts } from './unit-progress.rules.js';

const countsRow = z.object({
  unit_id: unitId,
  total: z.number(),
  entered: z.number(),
  submitted: z.number(),
});

/** Counts of the people of each unit who may enter and have not left; `eligible` null means every unit. */
export async function readUnitCounts(
  sql: Sql,
  roundId: string,
  eligible: readonly string[] | null,
): Promise<Map<UnitId, UnitCounts>> {
  const rows = await rowsOf(
    sql,
    countsRow,
    `SELECT unit_id, count(*)::int AS total, count(entry.member_id)::int AS entered,
       count(placed.member_id)::int AS submitted
     FROM member
     LEFT JOIN entry ON entry.round_id = $1 AND entry.member_id = member.id
     LEFT JOIN (SELECT member_id FROM round_result WHERE round_id = $1) AS placed ON placed.member_id = member.id
     WHERE left_at IS NULL AND unit_id IN (${unitsWithin('$2')}) GROUP BY unit_id`,
    [roundId, eligible],
  );
  return new Map(rows.map(({ unit_id: id, ...counts }) => [id, counts]));
}

const missingRow = z.object({ member_id: memberId, full_name: z.string() });
export type MissingRow = z.infer<typeof missingRow>;

/** People of one unit who have not entered, by name, after one of them. */
export async function readMissing(
  sql: Sql,
  roundId: string,
  { unit, after, limit }: { unit: string; after: { name: string; id: string } | null; limit: number },
): Promise<MissingRow[]> {
  return rowsOf(
    sql,
    missingRow,
    `SELECT id AS member_id, full_name FROM member
     WHERE unit_id = $2 AND left_at IS NULL
       AND NOT EXISTS (SELECT FROM entry WHERE round_id = $1 AND entry.member_id = member.id)
       AND ($3::text IS NULL OR (full_name COLLATE vi_sort, id) > ($3 COLLATE vi_sort, $4::uuid))
     ORDER BY full_name COLLATE vi_sort, id LIMIT $5`,
    [roundId, unit, after?.name ?? null, after?.id ?? null, limit],
  );
}
