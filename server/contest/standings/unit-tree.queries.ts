import { z } from 'zod';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import type { UnitNode } from './unit-tree.rules.js';

const nodeRow = z
  .object({ id: unitId, parent_id: unitId.nullable(), name: z.string() })
  .transform((row) => ({ id: row.id, parentId: row.parent_id, name: row.name }));

/** Every unit there is or was, by name. */
export async function readUnits(sql: Sql): Promise<UnitNode<UnitId>[]> {
  return rowsOf(sql, nodeRow, 'SELECT id, parent_id, name FROM unit ORDER BY name COLLATE vi_sort, id');
}
