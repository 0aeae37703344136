import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { memberId, type MemberId } from '../../shared/kernel/ids.js';
import { roleGrant, type RoleGrant } from '../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../platform/database/sql.js';

/** One change of roles at a time: two administrators who remove each other must not both succeed. */
export async function lockRoles(tx: EntityManager): Promise<void> {
  await tx.query('LOCK TABLE role_grant IN SHARE ROW EXCLUSIVE MODE');
}

/** What somebody who is still here may do; nothing for who has left. */
export function readGrants(tx: EntityManager, id: string): Promise<RoleGrant[]> {
  return rowsOf(
    tx,
    roleGrant,
    `SELECT role, role_grant.unit_id AS "unitId" FROM role_grant JOIN member ON member.id = member_id
     WHERE member_id = $1 AND left_at IS NULL`,
    [id],
  );
}

/** Whether anybody else who is still here administers the whole organisation. */
export async function hasOtherAdmin(tx: EntityManager, except: string): Promise<boolean> {
  const row = await rowOf(
    tx,
    z.object({ found: z.boolean() }),
    `SELECT EXISTS (SELECT FROM role_grant JOIN member ON member.id = member_id
       WHERE role = 'admin' AND role_grant.unit_id IS NULL AND left_at IS NULL AND member.id <> $1) AS found`,
    [except],
  );
  return row?.found ?? false;
}

/** Whether the member administers the whole organisation. */
export async function isWholeAdmin(sql: Sql, id: string): Promise<boolean> {
  const row = await rowOf(
    sql,
    z.object({ found: z.boolean() }),
    `SELECT EXISTS (SELECT FROM role_grant WHERE member_id = $1 AND role = 'admin' AND unit_id IS NULL) AS found`,
    [id],
  );
  return row?.found ?? false;
}

export async function insertGrants(
  tx: EntityManager,
  memberOf: string,
  { grants, grantedBy }: { grants: readonly RoleGrant[]; grantedBy: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO role_grant (id, member_id, role, unit_id, granted_by, granted_at)
     SELECT id, $1, role, unit_id, $2, app_now() FROM unnest($3::uuid[], $4::text[], $5::uuid[]) AS new (id, role, unit_id)
     ON CONFLICT (member_id, role, coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) DO NOTHING`,
    [
      memberOf,
      grantedBy,
      grants.map(() => v7()),
      grants.map(({ role }) => role),
      grants.map(({ unitId }) => unitId),
    ],
  );
}

export async function deleteGrants(
  tx: EntityManager,
  memberOf: string,
  grants: readonly RoleGrant[],
): Promise<void> {
  await tx.query(
    `DELETE FROM role_grant USING unnest($2::text[], $3::uuid[]) AS old (role, unit_id)
     WHERE member_id = $1 AND role_grant.role = old.role AND role_grant.unit_id IS NOT DISTINCT FROM old.unit_id`,
    [memberOf, grants.map(({ role }) => role), grants.map(({ unitId }) => unitId)],
  );
}

/** Who coordinates a unit, also those who have left meanwhile. */
export async function readCoordinators(tx: EntityManager, unitOf: string): Promise<MemberId[]> {
  const rows = await rowsOf(
    tx,
    z.object({ member_id: memberId }),
    `SELECT member_id FROM role_grant WHERE role = 'coordinator' AND unit_id = $1 ORDER BY id`,
    [unitOf],
  );
  return rows.map((row) => row.member_id);
}
