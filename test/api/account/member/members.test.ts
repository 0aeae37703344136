import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberPage, memberView } from '../../../../shared/account/account.schema.js';
import { TestApp } from '../../../support/app.js';
import { PASSWORD, type Agent } from '../../../support/world.js';
import { auditOf, byPerson, codeOf, idOf, populate, REFUSED, type People } from '../people.js';

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterAll(() => world.stop());

let made = 0;
const fresh = (changes: object = {}) => ({
  fullName: 'Nguyễn Hoàng Thị Phương Thảo',
  code: `MOI-${(made += 1)}`,
  email: null,
  unitId: people.units.south,
  password: PASSWORD,
  ...changes,
});
const create = (changes: object = {}) => people.admin.post('/api/members', fresh(changes));

it('takes no name that nobody sees or that turns the text around it', async () => {
  for (const [fullName, code] of [
    ['\u200b', 'too_small'],
    ['Huy\u202e gnauQ', 'control_characters'],
    ['\u0301', 'unseen'],
  ])
    expect((await create({ fullName })).body).toMatchObject({
      code: 'input.invalid',
      params: { fullName: code },
    });
});
const read = async (id: string) => memberView.parse((await people.admin.get(`/api/members/${id}`)).body);
const list = async (query: string, agent: Agent = people.admin) =>
  memberPage.parse((await agent.get(`/api/members?${query}`)).body);
const names = async (query: string) => (await list(query)).items.map(({ fullName }) => fullName);

describe('GET /api/members', () => {
  it('finds nobody by the domain of an address, and somebody however their name is written', async () => {
    await create({ fullName: 'Đỗ Thị Thuỷ\u200b Hoà', email: 'thuy.hoa@nowhere-else.example' });
    expect(await names('q=nowhere-else')).toEqual([]);
    expect(await names('q=thuy.hoa@nowhere-else.example')).toEqual(['Đỗ Thị Thuỷ Hoà']);
    expect(await names(`q=${encodeURIComponent('Ðỗ\u00a0thị thủy\u200b HÒA')}`)).toEqual(['Đỗ Thị Thuỷ Hoà']);
  });

  it('is for those who pick members: administrators, organisers, coordinators', async () => {
    const statuses = await byPerson(people, (agent) => agent.get('/api/members'));
    expect(statuses).toEqual({
      ...{ outsider: 401, member: 403, moderator: 403 },
      ...{ coordinator: 200, organiser: 200, northAdmin: 200, admin: 200 },
    });
  });

  it('shows a coordinator and an administrator of a subtree that subtree only', async () => {
    await world.member({ unitId: people.units.south, fullName: 'Người miền Nam' });
    for (const agent of [people.coordinator, people.northAdmin]) {
      const page = await list('limit=100', agent);
      const units = new Set(page.items.map(({ unit }) => unit?.id));
      expect(units).toEqual(new Set([people.units.north, people.units.team]));
      expect(page.total).toBe(page.items.length);
    }
  });

  it('finds without accents, by code and by e-mail, words in any order', async () => {
    const unitId = await world.unit({ name: 'Tìm kiếm' });
    await world.member({ unitId, fullName: 'Trần Thu Hà', code: 'TK-77', email: 'ha.tran@tapchi.example' });
    await world.member({ unitId, fullName: 'Đặng Đình Đức', email: null });
    for (const q of ['tran thu ha', 'TRẦN THU HÀ', 'hà trần', 'tk-77', 'ha.tran@', 'Tra\u0302\u0300n Thu'])
      expect(await names(`unit=${unitId}&q=${encodeURIComponent(q)}`)).toEqual(['Trần Thu Hà']);
    expect(await names(`unit=${unitId}&q=dang dinh duc`)).toEqual(['Đặng Đình Đức']);
    for (const q of ['%', '_', '\\', "' OR true --", 'không ai'])
      expect(await names(`unit=${unitId}&q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('pages in Vietnamese order without a gap or a repeat, also between equal names', async () => {
    const unitId = await world.unit({ name: 'Nhiều trang' });
    const inOrder = ['An', 'Ánh', 'Ân', 'Dũng', 'Đạt', 'Đạt', 'Đạt', 'Yến'];
    for (const fullName of [...inOrder].reverse()) await world.member({ unitId, fullName });
    const seen: string[] = [];
    const ids = new Set<string>();
    let cursor = '';
    do {
      const page = await list(`unit=${unitId}&limit=3${cursor}`);
      expect(page.total).toBe(8);
      for (const item of page.items) {
        seen.push(item.fullName);
        ids.add(item.id);
      }
      cursor = page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`;
    } while (cursor !== '');
    expect(seen).toEqual(inOrder);
    expect(ids.size).toBe(8);
  });

  it('takes the units below into a unit, and filters by who is here and who left', async () => {
    const unitId = await world.unit({ name: 'Khối lọc' });
    const below = await world.unit({ name: 'Tổ lọc', parentId: unitId });
    await world.member({ unitId: below, fullName: 'Ở lại' });
    const leaver = await world.member({ unitId: below, fullName: 'Rời đi' });
    await people.admin.put(`/api/members/${leaver.memberId}/departure`);
    expect(await names(`unit=${unitId}`)).toEqual(['Ở lại']);
    expect(await names(`unit=${unitId}&status=left`)).toEqual(['Rời đi']);
    expect(await names(`unit=${unitId}&status=all`)).toEqual(['Rời đi', 'Ở lại']);
  });

  it('refuses a cursor that is none of ours and a page that is too large', async () => {
    for (const query of ['cursor=abc', 'cursor=bnVsbA', 'limit=101', 'unit=1', 'status=gone'])
      expect((await people.admin.get(`/api/members?${query}`)).status).toBe(400);
  });
});

describe('GET /api/members/:id', () => {
  it('answers who is in sight; who is out of sight does not exist', async () => {
    const statuses = await byPerson(people, (agent) => agent.get(`/api/members/${people.member.memberId}`));
    expect(statuses).toEqual({
      ...{ outsider: 401, member: 403, moderator: 403 },
      ...{ coordinator: 200, organiser: 200, northAdmin: 200, admin: 200 },
    });
    const far = await world.member({ unitId: people.units.south });
    const invisible = await people.northAdmin.get(`/api/members/${far.memberId}`);
    const missing = await people.northAdmin.get(`/api/members/${v7()}`);
    expect([invisible.status, codeOf(invisible)]).toEqual([404, 'not_found']);
    expect([missing.status, codeOf(missing)]).toEqual([404, 'not_found']);
  });
});

describe('POST /api/members', () => {
  it('is for administrators, within their own subtree', async () => {
    const south = await byPerson(people, (agent) => agent.post('/api/members', fresh()));
    expect(south).toEqual({ ...REFUSED, northAdmin: 403, admin: 201 });
    const north = await byPerson(people, (agent) =>
      agent.post('/api/members', fresh({ unitId: people.units.team })),
    );
    expect(north).toEqual({ ...REFUSED, northAdmin: 201, admin: 201 });
  });

  it('makes somebody who can sign in by code and by e-mail, with a first stay', async () => {
    const answer = await create({ code: 'ĐN-1'.replace('Đ', 'D'), email: 'Moi.Den@tapchi.example' });
    expect(answer.body).toMatchObject({
      email: 'Moi.Den@tapchi.example',
      unit: { id: people.units.south, name: 'Khối miền Nam' },
      roles: [],
      leftAt: null,
      history: [{ unit: { id: people.units.south }, until: null, reason: '' }],
      can: { edit: true, setRoles: true },
    });
    for (const login of ['dn-1', 'moi.den@TAPCHI.example'])
      expect((await world.outsider().post('/api/session', { login, password: PASSWORD })).status).toBe(204);
    const withoutMail = await create({ code: 'KHONG-MAIL' });
    expect(withoutMail.body).toMatchObject({ email: null });
    const signIn = await world.outsider().post('/api/session', { login: 'khong-mail', password: PASSWORD });
    expect(signIn.status).toBe(204);
  });

  it('settles a race for one code, and one for one e-mail, for exactly one', async () => {
    const sameCode = await Promise.all(['DUA-1', 'dua-1', 'Dua-1', 'DUA-1'].map((code) => create({ code })));
    expect(sameCode.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(sameCode.map(codeOf).filter(Boolean)).toEqual(Array(3).fill('account.code_taken'));
    const sameMail = await Promise.all(
      ['dua@tapchi.example', 'DUA@tapchi.example'].map((email) => create({ email })),
    );
    expect(sameMail.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(sameMail.map(codeOf).filter(Boolean)).toEqual(['account.email_taken']);
    const orphans: unknown = await world.database.query(
      `SELECT id FROM auth_user WHERE NOT EXISTS (SELECT FROM member WHERE auth_user_id = auth_user.id)`,
    );
    expect(orphans).toEqual([]);
  });

  it('names the fields that are wrong', async () => {
    const answer = await create({ fullName: '', code: 'có dấu', email: 'không phải', password: 'ngắn' });
    expect(answer.status).toBe(400);
    expect(Object.keys((answer.body as { params: object }).params).sort()).toEqual([
      'code',
      'email',
      'fullName',
      'password',
    ]);
    expect((await create({ unitId: v7() })).body).toMatchObject({ params: { unitId: 'unknown' } });
  });

  it('leaves an audit row without the password', async () => {
    const id = idOf(await create());
    const [row, ...more] = await auditOf(world, id);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ actor_id: people.admin.memberId, action: 'member.create' });
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });
});

describe('PUT /api/members/:id', () => {
  it('is for administrators above the member', async () => {
    const edit = (of: Agent) => (agent: Agent) =>
      agent.put(`/api/members/${of.memberId}`, {
        fullName: 'Tên mới',
        code: `S-${of.memberId.slice(-12)}`,
        email: null,
      });
    const near = await world.member({ unitId: people.units.team });
    expect(await byPerson(people, edit(near))).toEqual({ ...REFUSED, northAdmin: 200, admin: 200 });
    const far = await world.member({ unitId: people.units.south });
    expect(await byPerson(people, edit(far))).toEqual({ ...REFUSED, northAdmin: 404, admin: 200 });
  });

  it('changes what one signs in with', async () => {
    const id = idOf(await create({ code: 'CU-1', email: 'cu@tapchi.example' }));
    const body = { fullName: 'Tên Mới', code: 'MOI-CU-1', email: 'moi-cu@tapchi.example' };
    expect((await people.admin.put(`/api/members/${id}`, body)).body).toMatchObject(body);
    const tried = async (login: string) =>
      (await world.outsider().post('/api/session', { login, password: PASSWORD })).status;
    expect([await tried('CU-1'), await tried('cu@tapchi.example')]).toEqual([401, 401]);
    expect([await tried('MOI-CU-1'), await tried('moi-cu@tapchi.example')]).toEqual([204, 204]);
    const rows = await auditOf(world, id);
    expect(rows.at(-1)).toMatchObject({
      action: 'member.edit',
      details: { from: { code: 'CU-1' }, to: body },
    });
    const taken = await create({ code: 'moi-cu-1' });
    expect([taken.status, codeOf(taken)]).toEqual([409, 'account.code_taken']);
  });
});

describe('PUT /api/members/:id/unit', () => {
  it('is for administrators of both units', async () => {
    const move = (unitId: string) => async (agent: Agent) => {
      const member = await world.member({ unitId: people.units.team });
      return agent.put(`/api/members/${member.memberId}/unit`, { unitId });
    };
    expect(await byPerson(people, move(people.units.north))).toEqual({
      ...REFUSED,
      northAdmin: 200,
      admin: 200,
    });
    expect(await byPerson(people, move(people.units.south))).toEqual({
      ...REFUSED,
      northAdmin: 403,
      admin: 200,
    });
    const far = await world.member({ unitId: people.units.south });
    const pull = await people.northAdmin.put(`/api/members/${far.memberId}/unit`, {
      unitId: people.units.north,
    });
    expect(pull.status).toBe(404);
  });

  it('closes one stay and opens the next at the same instant', async () => {
    const id = idOf(await create());
    await world.advance(3_600_000);
    const body = { unitId: people.units.team, reason: 'Điều động' };
    const answer = await people.admin.put(`/api/members/${id}/unit`, body);
    expect(answer.body).toMatchObject({ unit: { id: people.units.team } });
    const [now, before, ...more] = (await read(id)).history;
    expect(more).toEqual([]);
    expect(now).toMatchObject({ unit: { id: people.units.team }, until: null, reason: '' });
    expect(before).toMatchObject({ unit: { id: people.units.south }, reason: 'Điều động' });
    expect(before?.until).toBe(now?.from);
    expect(Date.parse(before?.until ?? '') - Date.parse(before?.from ?? '')).toBeGreaterThanOrEqual(
      3_600_000,
    );
    expect((await auditOf(world, id)).at(-1)).toMatchObject({
      action: 'member.transfer',
      details: { from: people.units.south, to: people.units.team, reason: 'Điều động' },
    });
  });

  it('keeps one open stay however many transfers arrive at once, and repeats change nothing', async () => {
    const id = idOf(await create());
    const targets = [people.units.team, people.units.north, people.units.office, people.units.north];
    const answers = await Promise.all(
      targets.map((unitId) => people.admin.put(`/api/members/${id}/unit`, { unitId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const after = await read(id);
    expect(after.history.filter(({ until }) => until === null).map(({ unit }) => unit.id)).toEqual([
      after.unit?.id,
    ]);
    await people.admin.put(`/api/members/${id}/unit`, { unitId: after.unit?.id });
    expect((await read(id)).history).toHaveLength(after.history.length);
  });

  it('moves at once what the member belongs to', async () => {
    const mover = await world.member({ unitId: people.units.south });
    expect((await mover.get('/api/session')).body).toMatchObject({
      member: { unit: { id: people.units.south } },
    });
    await people.admin.put(`/api/members/${mover.memberId}/unit`, { unitId: people.units.team });
    expect((await mover.get('/api/session')).body).toMatchObject({
      member: { unit: { id: people.units.team } },
    });
  });
});

describe('PUT and DELETE /api/members/:id/departure', () => {
  it('are for administrators above the member', async () => {
    const near = await world.member({ unitId: people.units.team });
    const path = `/api/members/${near.memberId}/departure`;
    expect(await byPerson(people, (agent) => agent.put(path))).toEqual({
      ...REFUSED,
      northAdmin: 200,
      admin: 200,
    });
    expect(await byPerson(people, (agent) => agent.delete(path))).toEqual({
      ...REFUSED,
      northAdmin: 200,
      admin: 200,
    });
    const actions = (await auditOf(world, near.memberId)).map(({ action }) => action);
    expect(actions).toEqual(['member.depart', 'member.take_back']);
  });

  it('signs the member out everywhere at once, keeps the history, and lets them return', async () => {
    const leaver = await world.member({ unitId: people.units.team, code: 'ROI-1' });
    const phone = await world.secondDevice(leaver);
    await world.advance(60_000);
    const path = `/api/members/${leaver.memberId}/departure`;
    expect((await people.admin.put(path, { reason: 'Nghỉ hưu' })).body).toMatchObject({
      leftAt: expect.any(String),
    });
    for (const device of [leaver, phone]) expect((await device.get('/api/units')).status).toBe(401);
    const login = { login: 'ROI-1', password: PASSWORD };
    expect((await world.outsider().post('/api/session', login)).status).toBe(401);
    expect((await read(leaver.memberId)).history).toMatchObject([
      { unit: { id: people.units.team }, until: expect.any(String), reason: 'Nghỉ hưu' },
    ]);
    expect((await people.admin.delete(path)).body).toMatchObject({ leftAt: null });
    expect((await read(leaver.memberId)).history).toHaveLength(2);
    expect((await world.outsider().post('/api/session', login)).status).toBe(204);
  });

  it('refuses oneself, and changes to somebody who is gone', async () => {
    const self = await people.admin.put(`/api/members/${people.admin.memberId}/departure`);
    expect([self.status, codeOf(self)]).toEqual([409, 'account.not_yourself']);
    const gone = await world.member({ unitId: people.units.team });
    await people.admin.put(`/api/members/${gone.memberId}/departure`);
    for (const [part, body] of [
      ['unit', { unitId: people.units.south }],
      ['roles', { roles: [{ role: 'moderator', unitId: null }] }],
      ['password', { password: PASSWORD }],
    ] as const)
      expect(codeOf(await people.admin.put(`/api/members/${gone.memberId}/${part}`, body))).toBe(
        'account.member_left',
      );
  });
});

describe('PUT /api/members/:id/password', () => {
  it('is for administrators above the member', async () => {
    const near = await world.member({ unitId: people.units.team });
    const set = (agent: Agent) => agent.put(`/api/members/${near.memberId}/password`, { password: PASSWORD });
    expect(await byPerson(people, set)).toEqual({ ...REFUSED, northAdmin: 204, admin: 204 });
  });

  it('ends all sessions at once and lets only the new password in', async () => {
    const member = await world.member({ unitId: people.units.team, code: 'MK-1' });
    expect((await member.get('/api/units')).status).toBe(200);
    const password = 'một mật khẩu khác hẳn';
    await people.admin.put(`/api/members/${member.memberId}/password`, { password });
    expect((await member.get('/api/units')).status).toBe(401);
    const tried = async (secret: string) =>
      (await world.outsider().post('/api/session', { login: 'MK-1', password: secret })).status;
    expect([await tried(PASSWORD), await tried(password)]).toEqual([401, 204]);
    const row = (await auditOf(world, member.memberId)).at(-1);
    expect(row).toEqual({ actor_id: people.admin.memberId, action: 'member.set_password', details: {} });
  });
});
