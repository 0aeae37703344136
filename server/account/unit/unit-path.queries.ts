import { z } from 'zod';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { rowOf, type Sql } from '../../platform/database/sql.js';

/** SQL for the path from the root down to the unit whose id the column holds; NULL where there is no unit. */
export function pathOfUnit(column: string): string {
  return `WITH RECURSIVE path AS (
      SELECT id, parent_id, 0 AS up FROM unit WHERE id = ${column}
      UNION ALL SELECT unit.id, unit.parent_id, path.up + 1 FROM unit JOIN path ON unit.id = path.parent_id
    ) SELECT array_agg(id ORDER BY up DESC) FROM path`;
}

/** SQL for the ids of the units at and below the roots in a `uuid[]` parameter. */
export function unitsBelow(parameter: string): string {
  return `WITH RECURSIVE below AS (
      SELECT id FROM unit WHERE id = ANY(${parameter}::uuid[])
      UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
    ) SELECT id FROM below`;
}

/** Root → the unit; null when there is no such unit. */
export async function readUnitPath(sql: Sql, id: string): Promise<UnitId[] | null> {
  const schema = z.object({ path: z.array(unitId).nullable() });
  const row = await rowOf(sql, schema, `SELECT (${pathOfUnit('$1')}) AS path`, [id]);
  return row?.path ?? null;
}
