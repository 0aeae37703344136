import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { publicKey } from '../../../shared/qna/opening.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const holderRow = z
  .object({
    member_id: memberId,
    full_name: z.string(),
    unit_name: z.string(),
    public_key: publicKey.nullable(),
    registered_at: z.date().nullable(),
  })
  .transform((row) => ({
    memberId: row.member_id,
    name: row.full_name,
    unit: row.unit_name,
    publicKey: row.public_key,
    registeredAt: row.registered_at,
  }));
export type KeyHolderRow = z.infer<typeof holderRow>;

const SELECT = `SELECT member.id AS member_id, full_name, unit.name AS unit_name, public_key, registered_at
  FROM member JOIN unit ON unit.id = member.unit_id
  LEFT JOIN qna_key ON qna_key.member_id = member.id AND replaced_at IS NULL`;

const MAX_HOLDERS = 500;

/** Everybody who is here and has a key, by name. */
export function readKeyHolders(sql: Sql): Promise<KeyHolderRow[]> {
  return rowsOf(
    sql,
    holderRow,
    `${SELECT} WHERE left_at IS NULL AND public_key IS NOT NULL
     ORDER BY given_name COLLATE vi_sort, full_name COLLATE vi_sort, member.id LIMIT ${MAX_HOLDERS}`,
  );
}

/** Members who are here, with the key they have now, if any; in no particular order. */
export function readHolders(sql: Sql, ids: readonly string[]): Promise<KeyHolderRow[]> {
  return rowsOf(sql, holderRow, `${SELECT} WHERE left_at IS NULL AND member.id = ANY($1::uuid[])`, [ids]);
}

/** Makes this the member's key. False when it is somebody else's. */
export async function putKey(tx: EntityManager, holder: string, key: string): Promise<boolean> {
  await tx.query('SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE', [holder]);
  await tx.query(
    `UPDATE qna_key SET replaced_at = app_now() WHERE member_id = $1 AND replaced_at IS NULL AND public_key <> $2`,
    [holder, key],
  );
  const row = await rowOf(
    tx,
    z.object({ member_id: memberId }),
    `INSERT INTO qna_key (public_key, member_id, registered_at) VALUES ($2, $1, app_now())
     ON CONFLICT (public_key) DO UPDATE SET replaced_at = NULL,
       registered_at = CASE WHEN qna_key.replaced_at IS NULL THEN qna_key.registered_at ELSE excluded.registered_at END
     WHERE qna_key.member_id = excluded.member_id RETURNING member_id`,
    [holder, key],
  );
  return row !== null;
}
