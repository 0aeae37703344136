import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { WriteUnit } from '../../../shared/account/account.schema.js';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const unitRow = z.object({
  id: unitId,
  parent_id: unitId.nullable(),
  path: z.array(unitId),
  name: z.string(),
  head_count: z.number(),
  member_count: z.number(),
  coordinators: z.array(z.object({ id: memberId, fullName: z.string() })),
  closed_at: z.date().nullable(),
});
export type UnitRow = z.infer<typeof unitRow>;

/** All units, each right after its parent and its elder siblings' families. */
export function readUnits(sql: Sql): Promise<UnitRow[]> {
  return rowsOf(
    sql,
    unitRow,
    `WITH RECURSIVE sibling AS (
       SELECT id, parent_id, row_number() OVER (PARTITION BY parent_id ORDER BY name COLLATE vi_sort, id) AS place FROM unit
     ), tree AS (
       SELECT id, ARRAY[place] AS place, ARRAY[id] AS path FROM sibling WHERE parent_id IS NULL
       UNION ALL SELECT sibling.id, tree.place || sibling.place, tree.path || sibling.id
         FROM sibling JOIN tree ON sibling.parent_id = tree.id
     )
     SELECT unit.id, unit.parent_id, tree.path, unit.name, unit.head_count, unit.closed_at,
       (SELECT count(*)::int FROM member WHERE member.unit_id = unit.id AND left_at IS NULL) AS member_count,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', member.id, 'fullName', full_name)
           ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort, member.id)
         FROM role_grant JOIN member ON member.id = role_grant.member_id
         WHERE role = 'coordinator' AND role_grant.unit_id = unit.id AND left_at IS NULL), '[]') AS coordinators
     FROM tree JOIN unit ON unit.id = tree.id ORDER BY tree.place`,
  );
}

const lockedRow = z.object({
  parent_id: unitId.nullable(),
  name: z.string(),
  head_count: z.number(),
  closed_at: z.date().nullable(),
});

/** `share` keeps the unit open while somebody joins it; `update` waits for those who are joining. */
export function lockUnit(
  tx: EntityManager,
  id: string,
  mode: 'share' | 'update',
): Promise<z.infer<typeof lockedRow> | null> {
  const columns = 'parent_id, name, head_count, closed_at';
  return rowOf(tx, lockedRow, `SELECT ${columns} FROM unit WHERE id = $1 FOR ${mode}`, [id]);
}

/** One change of the tree at a time: two moves that are each harmless could close a circle together. */
export async function lockTree(tx: EntityManager): Promise<void> {
  await tx.query('LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE');
}

export async function insertUnit(tx: EntityManager, id: string, unit: WriteUnit): Promise<void> {
  await tx.query(
    `INSERT INTO unit (id, parent_id, name, head_count, created_at) VALUES ($1, $2, $3, $4, app_now())`,
    [id, unit.parentId, unit.name, unit.headCount],
  );
}

export async function updateUnit(tx: EntityManager, id: string, unit: WriteUnit): Promise<void> {
  await tx.query(`UPDATE unit SET parent_id = $2, name = $3, head_count = $4 WHERE id = $1`, [
    id,
    unit.parentId,
    unit.name,
    unit.headCount,
  ]);
}

export async function setClosed(tx: EntityManager, id: string, closed: boolean): Promise<void> {
  await tx.query(`UPDATE unit SET closed_at = CASE WHEN $2 THEN app_now() END WHERE id = $1`, [id, closed]);
}

/** Whether somebody belongs to the unit or an open unit stands below it. */
export async function isInUse(tx: EntityManager, id: string): Promise<boolean> {
  const row = await rowOf(
    tx,
    z.object({ used: z.boolean() }),
    `SELECT EXISTS (SELECT FROM member WHERE unit_id = $1 AND left_at IS NULL)
       OR EXISTS (SELECT FROM unit WHERE parent_id = $1 AND closed_at IS NULL) AS used`,
    [id],
  );
  return row?.used ?? false;
}
