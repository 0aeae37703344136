import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { rowOf, type Sql } from '../platform/database/sql.js';
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
