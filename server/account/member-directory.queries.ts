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
