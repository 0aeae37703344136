import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { memberId, unitId } from '../../shared/kernel/ids.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { rowOf, rowsOf, type Sql } from '../platform/database/sql.js';
import { demoPeople, demoStaff, demoUnits, type DemoUnit } from './organisation.js';

/** A world that holds anybody is not ours to fill. */
export async function isEmptyWorld(sql: Sql): Promise<boolean> {
  const row = await rowOf(
    sql,
    z.object({ empty: z.boolean() }),
    'SELECT NOT EXISTS (SELECT 1 FROM unit) AS empty',
  );
  return row?.empty ?? false;
}

/** The database's own time. */
export async function readPresent(sql: Sql): Promise<Date> {
  const row = await rowOf(sql, z.object({ now: z.date() }), 'SELECT app_now() AS now');
  if (!row) throw new Error('a value without a row');
  return row.now;
}

/** Units, members and roles, since two years ago; everybody gets the same password hash. */
export async function addOrganisation(
  tx: EntityManager,
  { now, passwordHash }: { now: Date; passwordHash: string },
): Promise<void> {
  const since = new Date(now.getTime() - 2 * 365 * 86_400_000);
  const units = new Map<string, string>();
  await addUnit(tx, { unit: demoUnits, parentId: null, since, units });
  const people = [...demoStaff, ...demoPeople()].map((person) => ({
    ...person,
    id: v7(),
    userId: v7(),
    unitId: units.get(person.unit),
  }));
  const column = <Value>(read: (person: (typeof people)[number]) => Value): Value[] => people.map(read);
  await tx.query(
    `INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
     SELECT id, name, email, true, $4, $4 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (id, name, email)`,
    [
      column(({ userId }) => userId),
      column(({ fullName }) => fullName),
      column(({ email, code }) => email ?? `${code.toLowerCase()}@members.invalid`),
      since,
    ],
  );
  await tx.query(
    `INSERT INTO auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
     SELECT id, user_id, user_id::text, 'credential', $3, $4, $4 FROM unnest($1::uuid[], $2::uuid[]) AS t (id, user_id)`,
    [column(() => v7()), column(({ userId }) => userId), passwordHash, since],
  );
  await tx.query(
    `INSERT INTO member (id, auth_user_id, code, full_name, email, unit_id, created_at)
     SELECT id, user_id, code, full_name, email, unit_id, $7
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[])
       AS t (id, user_id, code, full_name, email, unit_id)`,
    [
      column(({ id }) => id),
      column(({ userId }) => userId),
      column(({ code }) => code),
      column(({ fullName }) => fullName),
      column(({ email }) => email),
      column(({ unitId }) => unitId),
      since,
    ],
  );
  await tx.query(
    `INSERT INTO membership (id, member_id, unit_id, from_at)
     SELECT id, member_id, unit_id, $4 FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS t (id, member_id, unit_id)`,
    [column(() => v7()), column(({ id }) => id), column(({ unitId }) => unitId), since],
  );
  await addRoles(tx, { units, since });
}

async function addUnit(
  tx: EntityManager,
  place: { unit: DemoUnit; parentId: string | null; since: Date; units: Map<string, string> },
): Promise<void> {
  const { unit, parentId, since, units } = place;
  const id = v7();
  units.set(unit.name, id);
  await tx.query(
    `INSERT INTO unit (id, parent_id, name, head_count, created_at) VALUES ($1, $2, $3, $4, $5)`,
    [id, parentId, unit.name, unit.headCount, since],
  );
  for (const below of unit.below ?? []) await addUnit(tx, { unit: below, parentId: id, since, units });
}

async function addRoles(
  tx: EntityManager,
  { units, since }: { units: Map<string, string>; since: Date },
): Promise<void> {
  for (const { code, roles } of demoStaff) {
    for (const { role, unit } of roles) {
      await tx.query(
        `INSERT INTO role_grant (id, member_id, role, unit_id, granted_at)
         SELECT $1, id, $2, $3, $4 FROM member WHERE code = $5`,
        [v7(), role, unit === null ? null : units.get(unit), since, code],
      );
    }
  }
}

/** Whether the people of the demo are here: the world was filled by us. */
export async function isDemoWorld(sql: Sql): Promise<boolean> {
  const row = await rowOf(
    sql,
    z.object({ count: z.number() }),
    `SELECT count(*)::int AS count FROM member WHERE email = ANY($1::text[]) AND left_at IS NULL`,
    [demoStaff.map(({ email }) => email)],
  );
  return row?.count === demoStaff.length;
}

const pathRow = z.object({ id: memberId, unit_path: z.array(unitId) });

/** A member of the staff as one who acts, with the roles the demo gave. */
export async function readStaff(sql: Sql, code: string): Promise<Viewer> {
  const row = await rowOf(
    sql,
    pathRow,
    `SELECT id, ARRAY[unit_id] AS unit_path FROM member WHERE code = $1`,
    [code],
  );
  if (!row) throw new Error(`The demo has nobody with the code ${code}`);
  const roles = demoStaff.find((person) => person.code === code)?.roles ?? [];
  const grants = roles.map(({ role }) => ({ role, unitId: null }));
  return { memberId: row.id, sessionId: '', unitPath: row.unit_path, grants };
}

const entrantRow = z.object({ memberId, unitId });
export type DemoEntrant = z.infer<typeof entrantRow>;

/** Everybody but those whose logins are shown: they are to find their contests untouched. */
export async function readEntrants(sql: Sql): Promise<DemoEntrant[]> {
  return rowsOf(
    sql,
    entrantRow,
    `SELECT id AS "memberId", unit_id AS "unitId" FROM member WHERE NOT (code = ANY($1::text[])) ORDER BY code`,
    [demoStaff.filter(({ shown }) => shown !== 'member').map(({ code }) => code)],
  );
}

/** The papers of a published round come from this seed. */
export async function fixDraw(sql: Sql, roundId: string, seed: Buffer): Promise<void> {
  await sql.query('UPDATE round SET draw_seed = $2 WHERE id = $1', [roundId, seed]);
}
