import { z } from 'zod';
import { memberId, unitId } from '../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../platform/database/sql.js';
import { unitsBelow } from './unit-path.queries.js';

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

const profileRow = z
  .object({ id: memberId, full_name: z.string(), unit_name: z.string() })
  .transform((row) => ({ memberId: row.id, name: row.full_name, unit: row.unit_name }));
export type MemberProfile = z.infer<typeof profileRow>;

/** Names and units of members, of those who left too; unknown ids are left out. */
export function readProfiles(sql: Sql, ids: readonly string[]): Promise<MemberProfile[]> {
  return rowsOf(
    sql,
    profileRow,
    `SELECT member.id, full_name, unit.name AS unit_name FROM member JOIN unit ON unit.id = unit_id
     WHERE member.id = ANY($1::uuid[])`,
    [ids],
  );
}
