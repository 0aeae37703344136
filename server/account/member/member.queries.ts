import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { MemberQuery } from '../../../shared/account/account.schema.js';
import { memberId, unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { role } from '../../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import { pathOfUnit, unitsBelow } from '../unit/unit-path.queries.js';
import { BY_NAME, placeInOrder, searchOf } from './member-search.queries.js';

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
  rank: z.number(),
});
export type MemberListRow = z.infer<typeof listRow>;

/** The last row of a page: where the next one starts. `rank` is how well it was found. */
export const memberPlace = z.object({ rank: z.int32().default(0), name: z.string(), id: memberId });
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
  const { where, rank: rankOf, values } = conditionsOf(filter);
  const rank = rankOf?.() ?? null;
  const numbered = (index: number) => `$${values.length + index}`;
  // Without a search there is no rank to compare, and the index has the order.
  const ordered = rank === null ? BY_NAME : `(${rank}), ${BY_NAME}`;
  const place = placeInOrder(numbered(2), numbered(3));
  const next = after ? `AND (${ordered}) > (${rank === null ? '' : `${numbered(4)}::int, `}${place})` : '';
  return rowsOf(
    sql,
    listRow,
    `SELECT member.id, full_name, code, email, member.unit_id, unit.name AS unit_name, left_at,
       coalesce((${ROLES}), '[]') AS roles, ${rank ?? '0'} AS rank
     FROM member JOIN unit ON unit.id = member.unit_id
     WHERE ${where} ${next} ORDER BY ${ordered} LIMIT ${numbered(1)}`,
    [...values, limit, ...(after ? [after.name, after.id, ...(rank === null ? [] : [after.rank])] : [])],
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

/** `rank` adds its own values, which a count has no use for. */
type Conditions = { where: string; rank: (() => string) | null; values: unknown[] };

function conditionsOf({ q, unit, status, reach }: MemberFilter): Conditions {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const search = searchOf(q ?? '', place);
  const parts = [
    ...(status === 'all' ? [] : [`left_at IS ${status === 'left' ? 'NOT NULL' : 'NULL'}`]),
    ...(reach === null ? [] : [`member.unit_id IN (${unitsBelow(place(reach))})`]),
    ...(unit === undefined ? [] : [`member.unit_id IN (${unitsBelow(place([unit]))})`]),
    ...(search ? [search.found] : []),
  ];
  return { where: parts.join(' AND ') || 'true', rank: search?.rank ?? null, values };
}

const memberRow = listRow.omit({ roles: true, rank: true }).extend({
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
