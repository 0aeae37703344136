import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../../platform/database/sql.js';

const AS_THE_FILE_LEFT_IT = `member.left_at IS NULL AND member.full_name = content ->> 'fullName'
  AND member.email IS NOT DISTINCT FROM coalesce(content ->> 'email', before ->> 'email')
  AND member.unit_id = (content ->> 'unitId')::uuid`;

/** Those whom somebody has changed since stay as they are, and are marked so. */
export async function keepChangedSince(tx: EntityManager, fileId: string): Promise<void> {
  await tx.query(
    `UPDATE member_import_act AS act SET kept = true FROM member, import_item AS item
     WHERE act.file_id = $1 AND item.file_id = $1 AND item.place = act.place AND member.id = act.member_id
       AND act.action IN ('changed', 'transferred') AND NOT (${AS_THE_FILE_LEFT_IT})`,
    [fileId],
  );
}

/** Names, addresses and units as they were. */
export async function restoreChanged(tx: EntityManager, fileId: string): Promise<void> {
  const acts = `member_import_act AS act WHERE act.file_id = $1 AND NOT kept`;
  await tx.query(
    `WITH moved AS (
       DELETE FROM membership USING ${acts} AND act.action = 'transferred' AND membership.member_id = act.member_id
         AND until_at IS NULL RETURNING membership.member_id, from_at
     )
     UPDATE membership SET until_at = NULL FROM moved
     WHERE membership.member_id = moved.member_id AND until_at = moved.from_at AND membership.from_at < moved.from_at`,
    [fileId],
  );
  await tx.query(
    `WITH restored AS (
       UPDATE member SET full_name = before ->> 'fullName', email = before ->> 'email', unit_id = (before ->> 'unitId')::uuid
       FROM ${acts} AND act.action IN ('changed', 'transferred') AND member.id = act.member_id
       RETURNING member.id, auth_user_id, full_name, email
     )
     UPDATE auth_user SET name = full_name, updated_at = app_now(),
       email = coalesce(lower(restored.email COLLATE "C"), restored.id || '@members.invalid')
     FROM restored WHERE auth_user.id = auth_user_id`,
    [fileId],
  );
}

/** Takes back those who left, unless somebody did already. */
export async function takeBackDeparted(tx: EntityManager, fileId: string): Promise<void> {
  await tx.query(
    `WITH back AS (
       UPDATE member SET left_at = NULL FROM member_import_act AS act
       WHERE act.file_id = $1 AND act.action = 'left' AND member.id = act.member_id AND left_at IS NOT NULL
       RETURNING member.id
     ), last AS (
       SELECT DISTINCT ON (member_id) membership.id FROM membership JOIN back ON back.id = member_id
       ORDER BY member_id, until_at DESC NULLS FIRST, from_at DESC
     )
     UPDATE membership SET until_at = NULL, reason = '' FROM last WHERE membership.id = last.id`,
    [fileId],
  );
}

/** Who came in by the file and has begun something: signed in, got a password or a role, or moved on. */
export async function keepBegun(tx: EntityManager, fileId: string): Promise<void> {
  await tx.query(
    `UPDATE member_import_act AS act SET kept = true FROM member
     JOIN auth_account ON auth_account.user_id = member.auth_user_id
     WHERE act.file_id = $1 AND act.action = 'new' AND member.id = act.member_id
       AND (password IS NOT NULL OR left_at IS NOT NULL
         OR EXISTS (SELECT FROM auth_session WHERE user_id = member.auth_user_id)
         OR EXISTS (SELECT FROM known_place WHERE known_place.member_id = member.id)
         OR EXISTS (SELECT FROM role_grant WHERE role_grant.member_id = member.id)
         OR (SELECT count(*) FROM membership WHERE membership.member_id = member.id) > 1)`,
    [fileId],
  );
}

const idRow = z.object({ id: z.uuid() });

export async function readRemovable(tx: EntityManager, fileId: string, limit: number): Promise<string[]> {
  const rows = await rowsOf(
    tx,
    idRow,
    `SELECT member_id AS id FROM member_import_act WHERE file_id = $1 AND action = 'new' AND NOT kept
     ORDER BY place LIMIT $2`,
    [fileId, limit],
  );
  return rows.map((row) => row.id);
}

/** Members and all that was made with them; their acts go with them. Fails where something else refers to one. */
export async function removeMembers(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM membership WHERE member_id = ANY($1::uuid[])', [ids]);
  const users = await rowsOf(tx, idRow, 'SELECT auth_user_id AS id FROM member WHERE id = ANY($1::uuid[])', [
    ids,
  ]);
  await tx.query('DELETE FROM member WHERE id = ANY($1::uuid[])', [ids]);
  await tx.query('DELETE FROM auth_user WHERE id = ANY($1::uuid[])', [users.map((row) => row.id)]);
}

export async function keepMember(tx: EntityManager, fileId: string, id: string): Promise<void> {
  await tx.query('UPDATE member_import_act SET kept = true WHERE file_id = $1 AND member_id = $2', [
    fileId,
    id,
  ]);
}

/** Of an application that was taken back only who was kept is remembered. */
export async function forgetActs(
  tx: EntityManager,
  fileId: string,
  which: 'restored' | 'all',
): Promise<void> {
  await tx.query(`DELETE FROM member_import_act WHERE file_id = $1 AND ($2 OR NOT kept)`, [
    fileId,
    which === 'all',
  ]);
}
