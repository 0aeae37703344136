import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ChangePreferences } from '../../../shared/account/own.schema.js';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const accountRow = z.object({
  id: memberId,
  full_name: z.string(),
  code: z.string(),
  email: z.string().nullable(),
  unit_id: unitId,
  unit_name: z.string(),
  password_changed_at: z.date().nullable(),
  coordinators: z.array(z.string()),
});
export type AccountRow = z.infer<typeof accountRow>;

/** The coordinators are those of the nearest unit that has any. */
export function readAccount(sql: Sql, id: string): Promise<AccountRow | null> {
  return rowOf(
    sql,
    accountRow,
    `WITH RECURSIVE above AS (
       SELECT unit.id, unit.parent_id, 0 AS up FROM unit JOIN member ON member.unit_id = unit.id WHERE member.id = $1
       UNION ALL SELECT unit.id, unit.parent_id, above.up + 1 FROM unit JOIN above ON unit.id = above.parent_id
     ), coordinating AS (
       SELECT full_name, given_name, up FROM above JOIN role_grant ON role_grant.unit_id = above.id AND role = 'coordinator'
       JOIN member ON member.id = role_grant.member_id WHERE left_at IS NULL AND member.id <> $1
     )
     SELECT member.id, full_name, code, email, unit_id, unit.name AS unit_name, password_changed_at,
       coalesce((SELECT array_agg(full_name ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort) FROM coordinating
         WHERE up = (SELECT min(up) FROM coordinating)), '{}') AS coordinators
     FROM member JOIN unit ON unit.id = member.unit_id WHERE member.id = $1`,
    [id],
  );
}

export async function updatePreferences(sql: Sql, id: string, change: ChangePreferences): Promise<void> {
  const { language, scheme, shortcuts } = change;
  await sql.query(
    `UPDATE member SET language = CASE WHEN $2 THEN $3 ELSE language END,
       scheme = CASE WHEN $4 THEN $5 ELSE scheme END, shortcuts = CASE WHEN $6 THEN $7 ELSE shortcuts END WHERE id = $1`,
    [
      id,
      language !== undefined,
      language ?? null,
      scheme !== undefined,
      scheme ?? null,
      shortcuts !== undefined,
      shortcuts ?? null,
    ],
  );
}

const passwordRow = z.object({
  hash: z.string().nullable(),
  given_by: memberId.nullable(),
  slip_by: memberId.nullable(),
});

/** The hash of the password, and who has given it or the slip of the session while it has yet to be replaced. */
export function readPassword(
  sql: Sql,
  { memberId: id, sessionId }: { memberId: string; sessionId: string },
): Promise<z.infer<typeof passwordRow> | null> {
  return rowOf(
    sql,
    passwordRow,
    `SELECT password AS hash, password_given_by AS given_by, slip_by
     FROM member JOIN auth_account ON auth_account.user_id = member.auth_user_id AND provider_id = 'credential'
     JOIN auth_session ON auth_session.user_id = member.auth_user_id AND auth_session.id = $2
     WHERE member.id = $1 AND left_at IS NULL`,
    [id, sessionId],
  );
}

/**
 * Sets a password of the member's own, if the one before is still that of the hash. False when somebody else set one
 * meanwhile.
 */
export async function setOwnPassword(
  tx: EntityManager,
  id: string,
  { hash, before }: { hash: string; before: string | null },
): Promise<boolean> {
  const changed = await rowsOf(
    tx,
    z.object({ id: memberId }),
    `WITH changed AS (
       UPDATE auth_account SET password = $2, updated_at = app_now() FROM member
       WHERE member.id = $1 AND auth_account.user_id = member.auth_user_id AND provider_id = 'credential'
         AND password IS NOT DISTINCT FROM $3 RETURNING member.id AS member_id
     ), own AS (
       UPDATE member SET password_given_by = NULL, password_changed_at = app_now()
       FROM changed WHERE member.id = member_id RETURNING member.id
     ) SELECT id FROM own`,
    [id, hash, before],
  );
  return changed.length > 0;
}

/** The session goes on as one that began with a password. */
export async function forgetSlipOf(tx: EntityManager, sessionId: string): Promise<void> {
  await tx.query('UPDATE auth_session SET slip_by = NULL WHERE id = $1', [sessionId]);
}

const sessionRow = z.object({
  id: z.uuid(),
  user_agent: z.string().nullable(),
  created_at: z.date(),
  updated_at: z.date(),
});
export type SessionRow = z.infer<typeof sessionRow>;

/** Sessions that are not over, the one named first, then by last use. */
export function readSessions(
  sql: Sql,
  { memberId: id, sessionId }: { memberId: string; sessionId: string },
  limit: number,
): Promise<SessionRow[]> {
  return rowsOf(
    sql,
    sessionRow,
    `SELECT auth_session.id, user_agent, auth_session.created_at, auth_session.updated_at
     FROM auth_session JOIN member ON member.auth_user_id = auth_session.user_id
     WHERE member.id = $1 AND expires_at > app_now()
     ORDER BY (auth_session.id = $2) DESC, auth_session.updated_at DESC, auth_session.id LIMIT $3`,
    [id, sessionId, limit],
  );
}

/** Ends sessions of the member: the one named, or all but the one to keep. Answers how many that were. */
export async function endSessionsOf(
  tx: EntityManager,
  id: string,
  which: { only: string } | { except: string },
): Promise<number> {
  const ended = await rowsOf(
    tx,
    z.object({ id: z.uuid() }),
    `WITH ended AS (
       DELETE FROM auth_session USING member WHERE member.auth_user_id = auth_session.user_id AND member.id = $1
         AND ($2::uuid IS NULL OR auth_session.id = $2) AND auth_session.id IS DISTINCT FROM $3::uuid
       RETURNING auth_session.id, token
     ), told AS (
       INSERT INTO ended_session (token_hash, ended_at) SELECT sha256(convert_to(token, 'UTF8')), app_now() FROM ended
       ON CONFLICT (token_hash) DO NOTHING
     ) SELECT id FROM ended`,
    [id, 'only' in which ? which.only : null, 'except' in which ? which.except : null],
  );
  return ended.length;
}
