import { z } from 'zod';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { unitsBelow } from '../unit/unit-path.queries.js';
import { BY_NAME, searchOf } from './member-search.queries.js';

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

/** Members who are here, the best found first; nobody for no words. */
export async function searchNames(sql: Sql, q: string, limit: number): Promise<FoundMember[]> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const search = searchOf(q, place);
  if (!search) return [];
  return rowsOf(
    sql,
    foundRow,
    `SELECT member.id, full_name AS name, code, unit.name AS unit FROM member JOIN unit ON unit.id = unit_id
     WHERE left_at IS NULL AND ${search.found} ORDER BY (${search.rank()}), ${BY_NAME} LIMIT ${place(limit)}`,
    values,
  );
}
