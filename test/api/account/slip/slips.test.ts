import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionView, memberView } from '../../../../shared/account/account.schema.js';
import { slipCount, slipView, type SlipView } from '../../../../shared/account/slip.schema.js';
import { TestApp } from '../../../support/app.js';
import { PASSWORD, type Agent } from '../../../support/world.js';
import { auditOf, byPerson, codeOf, populate, type People } from '../people.js';

const NEW_PASSWORD = 'biển đêm có hải đăng';
const HOUR = 3_600_000;

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterAll(() => world.stop());

const use = (code: string) => world.outsider().post('/api/session/slip', { code });
const slipOf = async (maker: Agent, member: Agent): Promise<SlipView> =>
  slipView.parse((await maker.post(`/api/members/${member.memberId}/slip`)).body);
const nameOf = async (who: Agent) => sessionView.parse((await who.get('/api/session')).body).member;

describe('POST /api/members/:id/slip', () => {
  it('is for who administers the member, and for the coordinator of a unit above', async () => {
    const member = await world.member({ unitId: people.units.team });
    expect(await byPerson(people, (agent) => agent.post(`/api/members/${member.memberId}/slip`))).toEqual({
      outsider: 401,
      member: 403,
      moderator: 403,
      organiser: 403,
      coordinator: 201,
      northAdmin: 201,
      admin: 201,
    });
    const south = await world.member({ unitId: people.units.south });
    expect((await people.coordinator.post(`/api/members/${south.memberId}/slip`)).status).toBe(404);
    expect((await people.northAdmin.post(`/api/members/${south.memberId}/slip`)).status).toBe(404);
    const gone = await world.member({ unitId: people.units.team });
    await people.admin.put(`/api/members/${gone.memberId}/departure`, {});
    expect(codeOf(await people.admin.post(`/api/members/${gone.memberId}/slip`))).toBe('account.member_left');
  });

  it.each(['moderator', 'organiser', 'admin', 'coordinator'] as const)(
    'is not for a coordinator where the member is %s: a slip opens all that they may do',
    async (role) => {
      const unitId = people.units.team;
      const member = await world.member({
        unitId,
        roles: [{ role, unitId: role === 'moderator' ? null : unitId }],
      });
      expect((await people.coordinator.post(`/api/members/${member.memberId}/slip`)).status).toBe(403);
      const seen = memberView.parse((await people.coordinator.get(`/api/members/${member.memberId}`)).body);
      expect(seen.can.makeSlip).toBe(false);
      const wide = role === 'moderator';
      const status = (await people.northAdmin.post(`/api/members/${member.memberId}/slip`)).status;
      expect(status).toBe(wide ? 403 : 201);
    },
  );

  it('is logged when it is made and when it is used, its code is not', async () => {
    const member = await world.member({ unitId: people.units.team });
    const slip = await slipOf(people.coordinator, member);
    expect((await use(slip.code)).status).toBe(204);
    const rows = await auditOf(world, member.memberId);
    expect(rows.map(({ actor_id, action }) => [actor_id, action])).toEqual([
      [people.coordinator.memberId, 'member.make_slip'],
      [member.memberId, 'account.use_slip'],
    ]);
    const everything: unknown = await world.database.query('SELECT to_jsonb(sign_in_slip) FROM sign_in_slip');
    for (const code of [slip.code, slip.code.replace('-', '')])
      expect(JSON.stringify([rows, everything])).not.toContain(code);
  });
});

describe('a slip', () => {
  it('lets in once, after which a password is set, and says who gave it', async () => {
    const member = await world.member({
      unitId: people.units.team,
      fullName: 'Trần Thu Hà',
      code: 'PH-0001',
    });
    const slip = await slipOf(people.coordinator, member);
    expect(slip).toMatchObject({
      fullName: 'Trần Thu Hà',
      memberCode: 'PH-0001',
      unit: { name: 'Chi bộ 1' },
    });
    expect(slip.code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(Date.parse(slip.expiresAt) - world.now().getTime()).toBeGreaterThan(23.9 * HOUR);
    const arrived = world.guest(await use(` ${slip.code.toLowerCase().replace('-', ' ')} `));
    expect(await nameOf(arrived)).toMatchObject({ fullName: 'Trần Thu Hà' });
    expect(codeOf(await arrived.get('/api/contests'))).toBe('auth.password_not_set');
    // The device that was signed in goes on: an attempt may be running there.
    expect((await member.get('/api/contests')).status).toBe(200);
    expect((await arrived.put('/api/account/first-password', { password: NEW_PASSWORD })).status).toBe(200);
    expect((await arrived.get('/api/contests')).status).toBe(200);
    expect(await nameOf(member)).toBeNull();
    const again = await use(slip.code);
    expect([again.status, codeOf(again)]).toEqual([401, 'account.slip_refused']);
    const login = { login: 'PH-0001', password: NEW_PASSWORD };
    expect((await world.outsider().post('/api/session', login)).status).toBe(204);
  });

  it('lets in one of two who use it at the same time', async () => {
    const slip = await slipOf(people.admin, await world.member());
    const answers = await Promise.all([use(slip.code), use(slip.code), use(slip.code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401, 401]);
  });

  it('is void once there is a newer one, and once it has run out', async () => {
    const member = await world.member();
    const first = await slipOf(people.admin, member);
    const second = await slipOf(people.admin, member);
    expect((await use(first.code)).status).toBe(401);
    await world.advance(24 * HOUR + 1_000);
    expect((await use(second.code)).status).toBe(401);
  });

  it('is void once its maker may not make it any more, or its member has more to lose', async () => {
    const maker = await world.member({
      unitId: people.units.north,
      roles: [{ role: 'coordinator', unitId: people.units.north }],
    });
    const [one, two] = [
      await world.member({ unitId: people.units.team }),
      await world.member({ unitId: people.units.team }),
    ];
    const slips = [await slipOf(maker, one), await slipOf(maker, two)];
    await world.grant(two.memberId, 'organiser', null);
    expect((await use(slips[1]?.code ?? '')).status).toBe(401);
    await people.admin.put(`/api/members/${maker.memberId}/roles`, { roles: [] });
    expect((await use(slips[0]?.code ?? '')).status).toBe(401);
  });

  it('answers alike to what is no code, and slows who guesses, but no hall that comes in', async () => {
    for (const code of ['?', 'KX7M-4Q2P', 'KX7M', 'a'.repeat(200)]) {
      const answer = await use(code);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'account.slip_refused']);
    }
    const slip = await slipOf(people.admin, await world.member());
    const guesses = [];
    for (let index = 0; index < 70; index += 1) guesses.push((await use('KX7M-4Q2P')).status);
    expect(guesses.at(-1)).toBe(429);
    expect((await use(slip.code)).status).toBe(429);
    await world.advance(60_000);
    for (let index = 0; index < 20; index += 1) {
      const right = await slipOf(people.admin, await world.member());
      expect((await use(right.code)).status).toBe(204);
    }
  });
});

describe('a member without a password', () => {
  it('is taken in with none, and comes in by a slip alone', async () => {
    const member = { fullName: 'Ngô Gia Bách', code: 'PH-0406', unitId: people.units.team };
    const made = memberView.parse((await people.northAdmin.post('/api/members', member)).body);
    const refused = await world.outsider().post('/api/session', { login: 'PH-0406', password: PASSWORD });
    expect([refused.status, codeOf(refused)]).toEqual([401, 'account.sign_in_refused']);
    const slip = slipView.parse((await people.northAdmin.post(`/api/members/${made.id}/slip`)).body);
    const arrived = world.guest(await use(slip.code));
    expect((await arrived.put('/api/account/first-password', { password: NEW_PASSWORD })).status).toBe(200);
    const login = { login: 'ph-0406', password: NEW_PASSWORD };
    expect((await world.outsider().post('/api/session', login)).status).toBe(204);
  });
});

describe('POST /api/slips.pdf', () => {
  it('makes slips for those of a unit who have no password of their own, eight to a page', async () => {
    const unitId = await world.unit({ name: 'Ban Bạn đọc', parentId: people.units.north });
    for (let number = 1; number <= 9; number += 1)
      await people.admin.post('/api/members', {
        fullName: `Người mới ${number}`,
        code: `PH-9${number}`,
        unitId,
      });
    await world.member({ unitId });
    const count = async (query: string) =>
      slipCount.parse((await people.coordinator.get(`/api/slips?unitId=${unitId}${query}`)).body);
    expect(await count('')).toEqual({ members: 9, pages: 2 });
    expect(await count('&everybody=true')).toEqual({ members: 10, pages: 2 });
    const answer = await people.coordinator.post('/api/slips.pdf', { unitId }).buffer(true);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['cache-control']).toContain('no-store');
    const pages = String(answer.body).match(/\/Type \/Page\b/g) ?? [];
    expect(pages).toHaveLength(2);
    const rows: unknown = await world.database.query(
      'SELECT count(*)::int AS count FROM sign_in_slip JOIN member ON member.id = member_id WHERE unit_id = $1',
      [unitId],
    );
    expect(rows).toEqual([{ count: 9 }]);
  });

  it('makes none beyond the reach of who asks', async () => {
    const answer = await people.coordinator.post('/api/slips.pdf', { unitId: people.units.south });
    expect(answer.status).toBe(404);
    // Above the coordinator's own unit only those below it are let in.
    const count = await people.coordinator.get(`/api/slips?unitId=${people.units.office}&everybody=true`);
    const own = await people.coordinator.get(`/api/slips?unitId=${people.units.north}&everybody=true`);
    expect(count.body).toEqual(own.body);
  });
});
