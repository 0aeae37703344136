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
    must_set_password: z.boolean(),
    is_stale: z.boolean(),
  }),
);

/** How exactly it is known when a session was last used. */
const LAST_USE = `interval '1 minute'`;

/** Every session in use is read once a second, so this is planned once. */
const READ_VIEWERS: Prepared<typeof viewerRows> = {
  name: 'session.viewers',
  rows: viewerRows,
  text: `
  WITH RECURSIVE found AS MATERIALIZED (
     SELECT token, auth_session.id AS session_id, member.id AS member_id, member.unit_id,
       slip_by IS NOT NULL OR password_given_by IS NOT NULL AS must_set_password,
       auth_session.updated_at < app_now() - ${LAST_USE} AS is_stale
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
   SELECT token, session_id, found.member_id, unit_path, coalesce(grants, '[]') AS grants, must_set_password, is_stale
   FROM found JOIN path ON path.of_unit = found.unit_id LEFT JOIN granted ON granted.member_id = found.member_id`,
};

/**
 * Viewers of session tokens, in the same order; null for a token that is unknown or over, or whose member left. `stale`
 * are the sessions whose last use is to be noted again.
 */
export async function readViewers(
  dataSource: DataSource,
  tokens: readonly string[],
): Promise<{ viewers: (Viewer | null)[]; stale: string[] }> {
  const rows = await rowsOfPrepared(dataSource, READ_VIEWERS, [tokens]);
  const viewers = new Map(
    rows.map((row): [string, Viewer] => [
      row.token,
      {
        sessionId: row.session_id,
        memberId: row.member_id,
        unitPath: row.unit_path,
        grants: row.grants,
        ...(row.must_set_password && { mustSetPassword: true }),
      },
    ]),
  );
  return {
    viewers: tokens.map((token) => viewers.get(token) ?? null),
    stale: rows.filter((row) => row.is_stale).map((row) => row.session_id),
  };
}

/** Notes that sessions are in use; another process may be noting the same. */
export async function noteUse(sql: Sql, sessionIds: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE auth_session SET updated_at = app_now() WHERE id IN (
       SELECT id FROM auth_session WHERE id = ANY($1::uuid[]) AND updated_at < app_now() - ${LAST_USE}
       FOR UPDATE SKIP LOCKED)`,
    [sessionIds],
  );
}

const profileRow = z.object({
  full_name: z.string(),
  code: z.string(),
  unit_id: unitId,
  unit_name: z.string(),
  language: z.enum(['vi', 'en']).nullable(),
  scheme: z.enum(['light', 'dark', 'auto']).nullable(),
  shortcuts: z.boolean().nullable(),
  /** Who gave them what they signed in with. */
  given_by: z.string().nullable(),
});

/** What a session says of its member. */
export async function readProfile(
  sql: DataSource,
  { memberId: id, sessionId }: Viewer,
): Promise<z.infer<typeof profileRow> | null> {
  return rowOf(
    sql,
    profileRow,
    `SELECT member.full_name, member.code, member.unit_id, unit.name AS unit_name, member.language, member.scheme,
       member.shortcuts, CASE WHEN giver.id <> member.id THEN giver.full_name END AS given_by
     FROM member JOIN unit ON unit.id = member.unit_id
     LEFT JOIN auth_session ON auth_session.id = $2 AND auth_session.user_id = member.auth_user_id
     LEFT JOIN member AS giver ON giver.id = coalesce(slip_by, member.password_given_by)
     WHERE member.id = $1`,
    [id, sessionId],
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

type NewSession = {
  id: string;
  memberId: string;
  token: string;
  slipBy: string;
  seconds: number;
  userAgent: string | null;
};

export async function insertSession(sql: Sql, session: NewSession): Promise<void> {
  await sql.query(
    `INSERT INTO auth_session (id, user_id, token, expires_at, user_agent, created_at, updated_at, slip_by)
     SELECT $1, auth_user_id, $3, app_now() + $4 * interval '1 second', $5, app_now(), app_now(), $6
     FROM member WHERE id = $2`,
    [session.id, session.memberId, session.token, session.seconds, session.userAgent, session.slipBy],
  );
}

/** Ends all sessions of a member. */
export async function endSessions(sql: Sql, memberOf: string): Promise<void> {
  await sql.query(
    `DELETE FROM auth_session USING member WHERE member.auth_user_id = auth_session.user_id AND member.id = $1`,
    [memberOf],
  );
}

/** Whether the session of a token was ended by its member from another device. */
export async function wasEndedElsewhere(sql: Sql, token: string): Promise<boolean> {
  const row = await rowOf(
    sql,
    z.object({ ended: z.boolean() }),
    `SELECT EXISTS (SELECT FROM ended_session WHERE token_hash = sha256(convert_to($1, 'UTF8'))) AS ended`,
    [token],
  );
  return row?.ended ?? false;
}

/** Nobody wonders any more after a month, when the session would have run out by itself. */
export async function forgetEnded(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM ended_session WHERE ended_at < app_now() - interval '30 days'`);
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
