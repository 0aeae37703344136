import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberView } from '../../../../shared/account/account.schema.js';
import type { Role } from '../../../../shared/kernel/viewer.js';
import { TestApp } from '../../../support/app.js';
import { PASSWORD, type Agent } from '../../../support/world.js';
import { auditOf, byPerson, codeOf, populate, REFUSED, type People } from '../people.js';

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterAll(() => world.stop());

type Grant = { role: Role; unitId: string | null };
const set = (by: Agent, memberId: string, ...roles: Grant[]) =>
  by.put(`/api/members/${memberId}/roles`, { roles });
const rolesOf = async (memberId: string) =>
  memberView.parse((await people.admin.get(`/api/members/${memberId}`)).body).roles;

describe('PUT /api/members/:id/roles', () => {
  it('is for administrators above the member', async () => {
    const near = await world.member({ unitId: people.units.team });
    const grant: Grant = { role: 'moderator', unitId: people.units.north };
    expect(await byPerson(people, (agent) => set(agent, near.memberId, grant))).toEqual({
      ...{ ...REFUSED, northAdmin: 200, admin: 200 },
    });
    const far = await world.member({ unitId: people.units.south });
    expect((await set(people.northAdmin, far.memberId, grant)).status).toBe(404);
    expect((await set(people.admin, v7(), grant)).status).toBe(404);
  });

  it('replaces the whole set, takes effect at once and leaves an audit row', async () => {
    const member = await world.member({ unitId: people.units.south });
    const can = async () => ((await member.get('/api/session')).body as { can: object }).can;
    expect(await can()).toMatchObject({ organise: false, manageMembers: false });
    const organiser: Grant = { role: 'organiser', unitId: null };
    const admin: Grant = { role: 'admin', unitId: people.units.south };
    await set(people.admin, member.memberId, organiser, admin, organiser);
    expect(await can()).toMatchObject({ organise: true, manageMembers: true });
    expect((await rolesOf(member.memberId)).map(({ role }) => role)).toEqual(['admin', 'organiser']);
    await set(people.admin, member.memberId);
    expect(await can()).toMatchObject({ organise: false, manageMembers: false });
    expect(await auditOf(world, member.memberId)).toMatchObject([
      { actor_id: people.admin.memberId, action: 'member.set_roles', details: { removed: [] } },
      { action: 'member.set_roles', details: { added: [] } },
    ]);
    await set(people.admin, member.memberId);
    expect(await auditOf(world, member.memberId)).toHaveLength(2);
  });

  it('gives nothing wider than the reach of who gives it', async () => {
    const near = await world.member({ unitId: people.units.team });
    for (const role of ['moderator', 'organiser', 'admin', 'coordinator'] as const) {
      for (const unitId of [people.units.office, people.units.south])
        expect((await set(people.northAdmin, near.memberId, { role, unitId })).status).toBe(403);
      expect((await set(people.northAdmin, near.memberId, { role, unitId: people.units.team })).status).toBe(
        200,
      );
    }
    for (const role of ['moderator', 'organiser', 'admin'] as const)
      expect((await set(people.northAdmin, near.memberId, { role, unitId: null })).status).toBe(403);
  });

  it('lets nobody touch a member who holds more than they could give', async () => {
    const chief = await world.member({ unitId: people.units.team, roles: [{ role: 'organiser' }] });
    const path = `/api/members/${chief.memberId}`;
    expect((await people.northAdmin.get(path)).body).toMatchObject({ can: { edit: false, setRoles: false } });
    const refused = [
      await set(people.northAdmin, chief.memberId),
      await people.northAdmin.put(`${path}/password`, { password: PASSWORD }),
      await people.northAdmin.put(path, { fullName: 'Khác', code: 'KHAC-1', email: null }),
      await people.northAdmin.put(`${path}/unit`, { unitId: people.units.north }),
      await people.northAdmin.put(`${path}/departure`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await people.admin.get(path)).body).toMatchObject({ can: { edit: true, setRoles: true } });
  });

  it('wants a unit for a coordinator, and one that exists and is open', async () => {
    const member = await world.member({ unitId: people.units.south });
    const answer = await set(people.admin, member.memberId, { role: 'coordinator', unitId: null });
    expect([answer.status, answer.body]).toMatchObject([400, { params: { 'roles.0.unitId': 'required' } }]);
    const unknown = await set(people.admin, member.memberId, { role: 'admin', unitId: v7() });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'input.invalid']);
    const closed = await world.unit({ name: 'Đã đóng' });
    await people.admin.put(`/api/units/${closed}/closure`);
    const late = await set(people.admin, member.memberId, { role: 'admin', unitId: closed });
    expect(codeOf(late)).toBe('account.unit_closed');
    expect(await rolesOf(member.memberId)).toEqual([]);
  });
});

describe('the last administrator of the whole organisation', () => {
  const wholeAdmin: Grant = { role: 'admin', unitId: null };

  it('cannot lose that role, while one of two can', async () => {
    const last = await set(people.admin, people.admin.memberId, { role: 'organiser', unitId: null });
    expect([last.status, codeOf(last)]).toEqual([409, 'account.last_admin']);
    expect(await rolesOf(people.admin.memberId)).toEqual([wholeAdmin]);
    const second = await world.member({ unitId: people.units.office, roles: [{ role: 'admin' }] });
    expect((await set(people.admin, second.memberId)).status).toBe(200);
    expect((await people.northAdmin.get('/api/session')).body).toMatchObject({
      can: { manageMembers: true },
    });
  });

  it('is not counted when only one who left would remain', async () => {
    const gone = await world.member({ unitId: people.units.office, roles: [{ role: 'admin' }] });
    expect((await people.admin.put(`/api/members/${gone.memberId}/departure`)).status).toBe(200);
    expect(codeOf(await set(people.admin, people.admin.memberId))).toBe('account.last_admin');
  });

  it('is left over when two remove each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = await world.member({ unitId: people.units.office, roles: [{ role: 'admin' }] });
      const answers = await Promise.all([
        set(people.admin, other.memberId),
        set(other, people.admin.memberId),
        people.admin.put(`/api/members/${other.memberId}/departure`),
        other.put(`/api/members/${people.admin.memberId}/departure`),
      ]);
      expect(answers.every(({ status }) => status < 500)).toBe(true);
      const left: unknown = await world.database.query(
        `SELECT member.id FROM role_grant JOIN member ON member.id = member_id
         WHERE role = 'admin' AND role_grant.unit_id IS NULL AND left_at IS NULL`,
      );
      expect(left).not.toEqual([]);
      await restore(other);
    }
  });

  /** Whoever won, the next round starts with one administrator. */
  async function restore(other: Agent): Promise<void> {
    await world.database.query('DELETE FROM role_grant WHERE member_id = ANY($1)', [
      [other.memberId, people.admin.memberId],
    ]);
    await world.database.query('UPDATE member SET left_at = NULL WHERE id = $1', [people.admin.memberId]);
    await world.database.query(
      `INSERT INTO membership (id, member_id, unit_id, from_at) VALUES ($1, $2, $3, app_now())
       ON CONFLICT (member_id) WHERE until_at IS NULL DO NOTHING`,
      [v7(), people.admin.memberId, people.units.office],
    );
    await world.grant(people.admin.memberId, 'admin', null);
    people.admin = await world.secondDevice(people.admin);
  }
});
