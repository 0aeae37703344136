import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { MemberQuery } from '../../../shared/account/account.schema.js';
import { memberId, unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { searchWords } from '../../../shared/kernel/text.js';
import { role } from '../../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import { pathOfUnit, unitsBelow } from '../unit/unit-path.queries.js';

const heldRole = z.object({ role, unitId: unitId.nullable(), path: z.array(unitId).nullable() });

const listRow = z.object({
  id: memberId,
  full_name: z.string(),
  code: z.string(),
  email: z.string().nullable(),
  unit_id: unitId,
  unit_name: z.string(),
  left_at: z.date().nullable(),
  roles: z.array(heldRole.pick({ role: true, unitId: true })),
});
export type MemberListRow = z.infer<typeof listRow>;

/** The last row of a page: where the next one starts. */
export const memberPlace = z.object({ name: z.string(), id: memberId });
export type MemberPlace = z.infer<typeof memberPlace>;

const ROLES = `SELECT jsonb_agg(jsonb_build_object('role', role, 'unitId', role_grant.unit_id) ORDER BY role, role_grant.id)
  FROM role_grant WHERE role_grant.member_id = member.id`;

/** Which members: the filters of the query within the subtrees of `reach` (null for all). */
export type MemberFilter = Pick<MemberQuery, 'q' | 'unit' | 'status'> & { reach: readonly UnitId[] | null };

export function readMembers(
  sql: Sql,
  filter: MemberFilter,
  { after, limit }: { after: MemberPlace | null; limit: number },
): Promise<MemberListRow[]> {
  const { where, values } = conditionsOf(filter);
  const numbered = (index: number) => `$${values.length + index}`;
  const next = after
    ? `AND (full_name COLLATE vi_sort, member.id) > (${numbered(2)}, ${numbered(3)}::uuid)`
    : '';
  return rowsOf(
    sql,
    listRow,
    `SELECT member.id, full_name, code, email, member.unit_id, unit.name AS unit_name, left_at,
       coalesce((${ROLES}), '[]') AS roles
     FROM member JOIN unit ON unit.id = member.unit_id
     WHERE ${where} ${next} ORDER BY full_name COLLATE vi_sort, member.id LIMIT ${numbered(1)}`,
    [...values, limit, ...(after ? [after.name, after.id] : [])],
  );
}

export async function countMembers(sql: Sql, filter: MemberFilter): Promise<number> {
  const { where, values } = conditionsOf(filter);
  const row = await rowOf(
    sql,
    z.object({ total: z.number() }),
    `SELECT count(*)::int AS total FROM member WHERE ${where}`,
    values,
  );
  return row?.total ?? 0;
}

/** Each word of the search must be found, in whatever order; `%` and `_` stand for themselves. */
function conditionsOf({ q, unit, status, reach }: MemberFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const words = searchWords(q ?? '')
    .slice(0, 8)
    .map(withoutDomain);
  const parts = [
    ...(status === 'all' ? [] : [`left_at IS ${status === 'left' ? 'NOT NULL' : 'NULL'}`]),
    ...(reach === null ? [] : [`member.unit_id IN (${unitsBelow(place(reach))})`]),
    ...(unit === undefined ? [] : [`member.unit_id IN (${unitsBelow(place([unit]))})`]),
    ...words.map((word) => `search LIKE ${place(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`),
  ];
  return { where: parts.join(' AND ') || 'true', values };
}

/** An address is known by what stands before its @: the domain is everybody's. */
const withoutDomain = (word: string) => (word.startsWith('@') ? word : word.replace(/@.*/, '@'));

const memberRow = listRow.omit({ roles: true }).extend({
  auth_user_id: z.uuid(),
  unit_path: z.array(unitId),
  roles: z
    .array(heldRole)
    .transform((held) => held.map(({ path, ...grant }) => ({ grant, unitPath: path ?? [] }))),
});
export type MemberDetails = z.infer<typeof memberRow>;

/** One member with what decides who may see and change them. */
export function readMember(sql: Sql, id: string): Promise<MemberDetails | null> {
  return rowOf(
    sql,
    memberRow,
    `SELECT member.id, full_name, code, email, member.unit_id, unit.name AS unit_name, left_at, auth_user_id,
       (${pathOfUnit('member.unit_id')}) AS unit_path,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'unitId', role_grant.unit_id,
           'path', (${pathOfUnit('role_grant.unit_id')})) ORDER BY role, role_grant.id)
         FROM role_grant WHERE role_grant.member_id = member.id), '[]') AS roles
     FROM member JOIN unit ON unit.id = member.unit_id WHERE member.id = $1`,
    [id],
  );
}

/** Waits for who is changing the member now; what is read afterwards is what they left. */
export async function lockMember(tx: EntityManager, id: string): Promise<void> {
  await tx.query('SELECT FROM member WHERE id = $1 FOR UPDATE', [id]);
}

const stayRow = z.object({
  unit_id: unitId,
  unit_name: z.string(),
  from_at: z.date(),
  until_at: z.date().nullable(),
  reason: z.string(),
});
export type StayRow = z.infer<typeof stayRow>;

/** All stays of a member in units, the latest first. */
export function readStays(sql: Sql, id: string): Promise<StayRow[]> {
  return rowsOf(
    sql,
    stayRow,
    `SELECT unit_id, unit.name AS unit_name, from_at, until_at, reason
     FROM membership JOIN unit ON unit.id = unit_id WHERE member_id = $1 ORDER BY from_at DESC, membership.id DESC`,
    [id],
  );
}
