import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { roleGrant, type Viewer } from '../../../shared/kernel/viewer.js';
import { rowsOfPrepared, type Prepared } from '../../platform/database/prepared.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const viewerRows = z.array(
  z.object({
    token: z.string(),
    session_id: z.uuid(),
    member_id: memberId,
    unit_path: z.array(unitId),
    grants: z.array(roleGrant),
  }),
);

/** Every session in use is read once a second, so this is planned once. */
const READ_VIEWERS: Prepared<typeof viewerRows> = {
  name: 'session.viewers',
  rows: viewerRows,
  text: `
  WITH RECURSIVE found AS MATERIALIZED (
     SELECT token, auth_session.id AS session_id, member.id AS member_id, member.unit_id
     FROM auth_session JOIN member ON member.auth_user_id = auth_session.user_id
     WHERE token = ANY($1::text[]) AND expires_at > app_now() AND left_at IS NULL
   ), step AS (
     SELECT DISTINCT unit_id AS of_unit, unit_id AS id, 0 AS up FROM found
     UNION ALL
     SELECT of_unit, unit.parent_id, up + 1 FROM step JOIN unit ON unit.id = step.id WHERE unit.parent_id IS NOT NULL
   ), path AS (
     SELECT of_unit, array_agg(id ORDER BY up DESC) AS unit_path FROM step GROUP BY of_unit
   ), granted AS (
     SELECT member_id, jsonb_agg(jsonb_build_object('role', role, 'unitId', unit_id)) AS grants
     FROM role_grant WHERE member_id IN (SELECT member_id FROM found) GROUP BY member_id
   )
   SELECT token, session_id, found.member_id, unit_path, coalesce(grants, '[]') AS grants
   FROM found JOIN path ON path.of_unit = found.unit_id LEFT JOIN granted ON granted.member_id = found.member_id`,
};

/** Viewers of session tokens, in the same order; null for a token that is unknown or over, or whose member left. */
export async function readViewers(
  dataSource: DataSource,
  tokens: readonly string[],
): Promise<(Viewer | null)[]> {
  const rows = await rowsOfPrepared(dataSource, READ_VIEWERS, [tokens]);
  const viewers = new Map(
    rows.map((row): [string, Viewer] => [
      row.token,
      { sessionId: row.session_id, memberId: row.member_id, unitPath: row.unit_path, grants: row.grants },
    ]),
  );
  return tokens.map((token) => viewers.get(token) ?? null);
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

const loginRow = z.object({ id: memberId, email: z.string() });

/**
 * Whose login it is, by e-mail first, else by member code, and the address the sign-in library knows them by. `login` is
 * folded by `sameText`: of ASCII that is the lower case of these indexes. Null for nobody.
 */
export function findLogin(sql: Sql, login: string): Promise<z.infer<typeof loginRow> | null> {
  return rowOf(
    sql,
    loginRow,
    `SELECT member.id, auth_user.email FROM member JOIN auth_user ON auth_user.id = member.auth_user_id
     WHERE member.left_at IS NULL AND (lower(member.email COLLATE "C") = $1 OR lower(member.code COLLATE "C") = $1)
     ORDER BY (lower(member.email COLLATE "C") = $1) DESC NULLS LAST LIMIT 1`,
    [login],
  );
}

/** Ends all sessions of a member. */
export async function endSessions(sql: Sql, memberOf: string): Promise<void> {
  await sql.query(
    `DELETE FROM auth_session USING member WHERE member.auth_user_id = auth_session.user_id AND member.id = $1`,
    [memberOf],
  );
}

/** Deletes up to `limit` sessions that have run out; answers how many. */
export async function deleteExpired(sql: Sql, limit: number): Promise<number> {
  const deleted = await rowsOf(
    sql,
    z.object({ count: z.number() }),
    `WITH gone AS (
       DELETE FROM auth_session WHERE id IN (
         SELECT id FROM auth_session WHERE expires_at <= app_now() ORDER BY expires_at LIMIT $1
       ) RETURNING 1
     ) SELECT count(*) FROM gone`,
    [limit],
  );
  return deleted[0]?.count ?? 0;
}
