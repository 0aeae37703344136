import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { roleGrant } from '../../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import { unitsBelow } from '../unit/unit-path.queries.js';

const candidateRow = z.object({
  id: memberId,
  full_name: z.string(),
  code: z.string(),
  unit_id: unitId,
  roles: z.array(roleGrant),
});
export type Candidate = z.infer<typeof candidateRow>;

/** Who slips may be for: those of a unit and below it, or those named; who has left is not among them. */
export type Wanted = { unitId: string; everybody: boolean } | { memberIds: readonly string[] };

export type CandidatePage = { after: string | null; limit: number };

/** By id, after one; `everybody` false leaves out who has a password of their own. */
export function readCandidates(
  sql: Sql,
  wanted: Wanted,
  { after, limit }: CandidatePage,
): Promise<Candidate[]> {
  const [among, value] =
    'unitId' in wanted
      ? [`member.unit_id IN (${unitsBelow('$1')})`, [wanted.unitId]]
      : ['member.id = ANY($1::uuid[])', wanted.memberIds];
  const all = 'memberIds' in wanted || wanted.everybody;
  return rowsOf(
    sql,
    candidateRow,
    `SELECT member.id, full_name, code, member.unit_id,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'unitId', role_grant.unit_id))
         FROM role_grant WHERE role_grant.member_id = member.id), '[]') AS roles
     FROM member JOIN auth_account ON auth_account.user_id = member.auth_user_id AND provider_id = 'credential'
     WHERE ${among} AND left_at IS NULL AND ($2 OR password IS NULL OR password_given_by IS NOT NULL)
       AND ($3::uuid IS NULL OR member.id > $3)
     ORDER BY member.id LIMIT $4`,
    [value, all, after, limit],
  );
}

export type NewSlip = { memberId: string; codeHash: Buffer };

/** The members' only slips from now on. */
export async function insertSlips(
  tx: EntityManager,
  slips: readonly NewSlip[],
  { madeBy, hours }: { madeBy: string; hours: number },
): Promise<Date> {
  const rows = await rowsOf(
    tx,
    z.object({ expires_at: z.date() }),
    `INSERT INTO sign_in_slip (member_id, code_hash, made_by, expires_at)
     SELECT member_id, code_hash, $3, now_at + $4 * interval '1 hour'
     FROM unnest($1::uuid[], $2::bytea[]) AS new (member_id, code_hash), (SELECT app_now() AS now_at) AS clock
     ON CONFLICT (member_id) DO UPDATE
       SET code_hash = excluded.code_hash, made_by = excluded.made_by, expires_at = excluded.expires_at
     RETURNING expires_at`,
    [slips.map((slip) => slip.memberId), slips.map((slip) => slip.codeHash), madeBy, hours],
  );
  const [first] = rows;
  if (!first) throw new Error('slips were made for nobody');
  return first.expires_at;
}

/** Which of the codes are somebody's already. */
export async function readTaken(tx: EntityManager, hashes: readonly Buffer[]): Promise<Buffer[]> {
  const rows = await rowsOf(
    tx,
    z.object({ code_hash: z.instanceof(Buffer) }),
    'SELECT code_hash FROM sign_in_slip WHERE code_hash = ANY($1::bytea[])',
    [hashes],
  );
  return rows.map((row) => row.code_hash);
}

const usedRow = z.object({ member_id: memberId, made_by: memberId, live: z.boolean() });

/** Takes the slip of a code; null when there is none. Used up in any case. */
export function takeSlip(tx: EntityManager, codeHash: Buffer): Promise<z.infer<typeof usedRow> | null> {
  return rowOf(
    tx,
    usedRow,
    `WITH used AS (
       DELETE FROM sign_in_slip WHERE code_hash = $1 RETURNING member_id, made_by, expires_at > app_now() AS live
     ) SELECT member_id, made_by, live FROM used`,
    [codeHash],
  );
}

export async function deleteEnded(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM sign_in_slip WHERE expires_at <= app_now()');
}
