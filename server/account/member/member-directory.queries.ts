import { z } from 'zod';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { searchText, searchWords } from '../../../shared/kernel/text.js';
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

/** The whole phrase first, then those with a word that begins so, then the rest. */
export function searchNames(sql: Sql, q: string, limit: number): Promise<FoundMember[]> {
  const words = searchWords(q).map((word) => word.replace(/[\\%_]/g, '\\$&'));
  return rowsOf(
    sql,
    foundRow,
    `SELECT member.id, full_name AS name, code, unit.name AS unit FROM member JOIN unit ON unit.id = unit_id
     WHERE left_at IS NULL AND search LIKE ALL ($1::text[])
     ORDER BY strpos(' ' || search || ' ', ' ' || $2 || ' ') = 0, (' ' || search LIKE ALL ($3::text[])) IS NOT TRUE,
       full_name COLLATE vi_sort, member.id LIMIT $4`,
    [words.map((word) => `%${word}%`), searchText(q), words.map((word) => `% ${word}%`), limit],
  );
}
