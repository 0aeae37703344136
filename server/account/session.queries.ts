import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { memberId, unitId } from '../../shared/kernel/ids.js';
import { roleGrant, type Viewer } from '../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../platform/database/sql.js';
import { pathOfUnit } from './unit-path.queries.js';

const viewerRow = z.object({
  session_id: z.uuid(),
  member_id: memberId,
  unit_path: z.array(unitId),
  grants: z.array(roleGrant),
});

export async function readViewer(sql: Sql, token: string): Promise<Viewer | null> {
  const row = await rowOf(
    sql,
    viewerRow,
    `SELECT auth_session.id AS session_id, member.id AS member_id, (${pathOfUnit('member.unit_id')}) AS unit_path,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'unitId', unit_id)) FROM role_grant
         WHERE role_grant.member_id = member.id), '[]') AS grants
     FROM auth_session JOIN member ON member.auth_user_id = auth_session.user_id
     WHERE auth_session.token = $1 AND auth_session.expires_at > app_now() AND member.left_at IS NULL`,
    [token],
  );
  return (
    row && { sessionId: row.session_id, memberId: row.member_id, unitPath: row.unit_path, grants: row.grants }
  );
}

const profileRow = z.object({
  full_name: z.string(),
  code: z.string(),
  unit_id: unitId,
  unit_name: z.string(),
});

export async function readProfile(sql: DataSource, id: string): Promise<z.infer<typeof profileRow> | null> {
  return rowOf(
    sql,
    profileRow,
    `SELECT full_name, code, unit_id, unit.name AS unit_name FROM member JOIN unit ON unit.id = unit_id WHERE member.id = $1`,
    [id],
  );
}

/** The address the sign-in library knows a login by: by e-mail first, else by member code. Null for nobody. */
export async function findAuthEmail(sql: Sql, login: string): Promise<string | null> {
  const row = await rowOf(
    sql,
    z.object({ email: z.string() }),
    `SELECT auth_user.email FROM member JOIN auth_user ON auth_user.id = member.auth_user_id
     WHERE member.left_at IS NULL AND (lower(member.email) = lower($1) OR lower(member.code) = lower($1))
     ORDER BY (lower(member.email) = lower($1)) DESC NULLS LAST LIMIT 1`,
    [login],
  );
  return row?.email ?? null;
}

/** Ends all sessions of a member and returns their ids. */
export async function endSessions(sql: Sql, memberOf: string): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: z.uuid() }),
    `WITH ended AS (DELETE FROM auth_session USING member
       WHERE member.auth_user_id = auth_session.user_id AND member.id = $1 RETURNING auth_session.id)
     SELECT id FROM ended`,
    [memberOf],
  );
  return rows.map(({ id }) => id);
}
