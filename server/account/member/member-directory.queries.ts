import { z } from 'zod';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { unitsBelow } from '../unit/unit-path.queries.js';

const row = z
  .object({ id: memberId, unit_id: unitId })
  .transform((found) => ({ memberId: found.id, unitId: found.unit_id }));

export function readMembersOfUnits(sql: Sql, unitIds: readonly string[]): Promise<z.infer<typeof row>[]> {
  return rowsOf(
    sql,
    row,
    `SELECT id, unit_id FROM member WHERE left_at IS NULL AND unit_id IN (${unitsBelow('$1')}) ORDER BY id`,
    [unitIds],
  );
}

const nameRow = z.object({ id: memberId, name: z.string(), unit: z.string() });

/** Names and units of members, of those who left too; unknown ids are left out. */
export function readNames(sql: Sql, ids: readonly string[]): Promise<z.infer<typeof nameRow>[]> {
  return rowsOf(
    sql,
    nameRow,
    `SELECT member.id, full_name AS name, unit.name AS unit FROM member JOIN unit ON unit.id = unit_id
     WHERE member.id = ANY($1::uuid[])`,
    [ids],
  );
}

const foundRow = z
  .object({ id: memberId, name: z.string(), code: z.string(), unit: z.string() })
  .transform(({ id, ...row }) => ({ memberId: id, ...row }));
export type FoundMember = z.infer<typeof foundRow>;

export function searchNames(sql: Sql, q: string, limit: number): Promise<FoundMember[]> {
  return rowsOf(
    sql,
    foundRow,
    `SELECT member.id, full_name AS name, code, unit.name AS unit FROM member JOIN unit ON unit.id = unit_id
     WHERE left_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM regexp_split_to_table(f_vi($1), '\\s+') AS word
       WHERE strpos(f_vi(full_name || ' ' || code), word) = 0)
     ORDER BY full_name COLLATE vi_sort, member.id LIMIT $2`,
    [q, limit],
  );
}
