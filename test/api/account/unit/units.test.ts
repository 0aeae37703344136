import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitTree } from '../../../../shared/account/account.schema.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import { auditOf, byPerson, codeOf, idOf, populate, REFUSED, type People } from '../people.js';

let world: TestApp;
let people: People;
beforeAll(async () => {
  world = await TestApp.start();
  people = await populate(world);
});
afterAll(() => world.stop());

const body = (name: string, parentId: string | null = people.units.office, headCount = 12) => ({
  name,
  parentId,
  headCount,
});
const found = async (name: string, parentId: string | null = people.units.office): Promise<string> =>
  idOf(await people.admin.post('/api/units', body(name, parentId)));
const treeOf = async (agent: Agent) => unitTree.parse((await agent.get('/api/units')).body).items;

describe('GET /api/units', () => {
  it('answers everybody who signed in, and nobody else', async () => {
    const statuses = await byPerson(people, (agent) => agent.get('/api/units'));
    expect(statuses).toEqual({
      ...{ outsider: 401, member: 200, coordinator: 200, moderator: 200 },
      ...{ organiser: 200, northAdmin: 200, admin: 200 },
    });
  });

  it('runs depth first in Vietnamese order and carries depths', async () => {
    const root = await found('Đảng bộ thử thứ tự', null);
    for (const name of ['Đoàn', 'Dân vận', 'Ân Thi', 'An Dương']) await found(name, root);
    const tree = await treeOf(people.admin);
    const at = tree.findIndex(({ id }) => id === root);
    expect(tree.slice(at, at + 5).map(({ name, depth }) => [name, depth])).toEqual([
      ['Đảng bộ thử thứ tự', 0],
      ['An Dương', 1],
      ['Ân Thi', 1],
      ['Dân vận', 1],
      ['Đoàn', 1],
    ]);
  });

  it('keeps who belongs and who coordinates from those who may not browse members', async () => {
    const north = people.units.north;
    const seenBy = async (agent: Agent) => (await treeOf(agent)).find(({ id }) => id === north);
    expect(await seenBy(people.member)).toMatchObject({ memberCount: null, coordinators: [] });
    expect(await seenBy(people.organiser)).toMatchObject({
      memberCount: 2,
      coordinators: [{ id: people.coordinator.memberId }],
    });
  });

  it('shows who looks after a part of the tree the people of that part only', async () => {
    const south = await world.member({ unitId: people.units.south });
    await world.grant(south.memberId, 'coordinator', people.units.south);
    for (const agent of [people.coordinator, people.northAdmin]) {
      const tree = new Map((await treeOf(agent)).map((unit) => [String(unit.id), unit]));
      expect(tree.get(people.units.south)).toMatchObject({ memberCount: null, coordinators: [] });
      expect(tree.get(people.units.office)).toMatchObject({ memberCount: null, coordinators: [] });
      expect(tree.get(people.units.north)).toMatchObject({
        coordinators: [{ id: people.coordinator.memberId }],
      });
      expect(tree.get(people.units.team)?.memberCount).toBeGreaterThan(0);
    }
  });

  it('says which units the viewer may edit', async () => {
    const editable = new Set(
      (await treeOf(people.northAdmin)).filter(({ can }) => can.edit).map(({ id }) => id),
    );
    expect(editable).toEqual(new Set([people.units.north, people.units.team]));
  });
});

describe('POST /api/units', () => {
  it('is for administrators, within their own subtree', async () => {
    const inOffice = await byPerson(people, (agent) =>
      agent.post('/api/units', body(`Phòng ${agent.memberId}`)),
    );
    expect(inOffice).toEqual({ ...REFUSED, northAdmin: 403, admin: 201 });
    const inNorth = await byPerson(people, (agent) =>
      agent.post('/api/units', body(`Tổ ${agent.memberId}`, people.units.north)),
    );
    expect(inNorth).toEqual({ ...REFUSED, northAdmin: 201, admin: 201 });
    expect((await people.northAdmin.post('/api/units', body('Gốc mới', null))).status).toBe(403);
  });

  it('takes a name once among siblings, whatever accents and case, even in a race', async () => {
    const answers = await Promise.all(
      ['Tổ Bạn đọc', 'tổ bạn đọc', 'TO BAN DOC'].map((name) => people.admin.post('/api/units', body(name))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.map(codeOf).filter(Boolean)).toEqual([
      'account.unit_name_taken',
      'account.unit_name_taken',
    ]);
    expect((await people.admin.post('/api/units', body('Tổ Bạn đọc', people.units.south))).status).toBe(201);
  });

  it('names a parent that does not exist and fields that are wrong', async () => {
    const unknown = await people.admin.post('/api/units', body('Mồ côi', v7()));
    expect([unknown.status, unknown.body]).toMatchObject([400, { params: { parentId: 'unknown' } }]);
    const wrong = await people.admin.post('/api/units', { name: ' ', parentId: null, headCount: -1 });
    expect(wrong.body).toMatchObject({ params: { name: 'too_small', headCount: 'too_small' } });
  });

  it('leaves an audit row', async () => {
    const id = await found('Ban Bạn đọc điện tử');
    expect(await auditOf(world, id)).toEqual([
      { actor_id: people.admin.memberId, action: 'unit.create', details: body('Ban Bạn đọc điện tử') },
    ]);
  });
});

describe('PUT /api/units/:id', () => {
  it('is for administrators of the unit', async () => {
    const id = await found('Ban Thư ký', people.units.south);
    const change = (agent: Agent) =>
      agent.put(`/api/units/${id}`, body('Ban Thư ký', people.units.south, 30));
    expect(await byPerson(people, change)).toEqual({ ...REFUSED, northAdmin: 403, admin: 200 });
    const own = (agent: Agent) =>
      agent.put(`/api/units/${people.units.team}`, body('Chi bộ 1', people.units.north, 31));
    expect(await byPerson(people, own)).toEqual({ ...REFUSED, northAdmin: 200, admin: 200 });
    expect((await people.admin.put(`/api/units/${v7()}`, body('Không có'))).status).toBe(404);
  });

  it('does not let an administrator of a subtree move a unit out of it', async () => {
    const answer = await people.northAdmin.put(
      `/api/units/${people.units.team}`,
      body('Chi bộ 1', people.units.south),
    );
    expect(answer.status).toBe(403);
  });

  it('closes no circle, not even by two moves at once', async () => {
    const [first, second] = [await found('Vòng một'), await found('Vòng hai')];
    const own = await people.admin.put(`/api/units/${first}`, body('Vòng một', first));
    expect(codeOf(own)).toBe('account.unit_circle');
    const answers = await Promise.all([
      people.admin.put(`/api/units/${first}`, body('Vòng một', second)),
      people.admin.put(`/api/units/${second}`, body('Vòng hai', first)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const ids = (await treeOf(people.admin)).map(({ id }) => id);
    expect(ids).toContain(first);
    expect(ids).toContain(second);
  });

  it('changes at once what somebody of a moved unit reaches', async () => {
    const moved = await found('Đơn vị sẽ chuyển', people.units.south);
    const member = await world.member({ unitId: moved });
    expect((await people.northAdmin.get(`/api/members/${member.memberId}`)).status).toBe(404);
    await people.admin.put(`/api/units/${moved}`, body('Đơn vị sẽ chuyển', people.units.north));
    expect((await people.northAdmin.get(`/api/members/${member.memberId}`)).status).toBe(200);
    const [, edit] = await auditOf(world, moved);
    expect(edit).toMatchObject({
      action: 'unit.edit',
      details: { from: { parentId: people.units.south }, to: { parentId: people.units.north } },
    });
  });
});

describe('PUT /api/units/:id/coordinators', () => {
  it('is for administrators of the unit', async () => {
    const id = await found('Ban Đầu mối', people.units.south);
    const set = (agent: Agent) => agent.put(`/api/units/${id}/coordinators`, { memberIds: [] });
    expect(await byPerson(people, set)).toEqual({ ...REFUSED, northAdmin: 403, admin: 200 });
    const own = (agent: Agent) =>
      agent.put(`/api/units/${people.units.team}/coordinators`, { memberIds: [] });
    expect(await byPerson(people, own)).toEqual({ ...REFUSED, northAdmin: 200, admin: 200 });
  });

  it('replaces the whole set at once, takes effect at once and leaves an audit row', async () => {
    const id = await found('Ban Phóng viên');
    const [first, second] = [await world.member({ unitId: id }), await world.member({ unitId: id })];
    const set = (...memberIds: string[]) => people.admin.put(`/api/units/${id}/coordinators`, { memberIds });
    expect((await first.get('/api/members')).status).toBe(403);
    expect((await set(first.memberId)).body).toMatchObject({ coordinators: [{ id: first.memberId }] });
    expect((await first.get('/api/members')).status).toBe(200);
    expect((await set(second.memberId)).body).toMatchObject({ coordinators: [{ id: second.memberId }] });
    expect((await first.get('/api/members')).status).toBe(403);
    const rows = await auditOf(world, id);
    expect(rows.at(-1)).toMatchObject({
      action: 'unit.set_coordinators',
      details: { added: [second.memberId], removed: [first.memberId] },
    });
  });

  it('appoints nobody who is out of sight, unknown or gone', async () => {
    const stranger = await world.member({ unitId: people.units.south });
    const path = `/api/units/${people.units.team}/coordinators`;
    for (const id of [stranger.memberId, v7()]) {
      const answer = await people.northAdmin.put(path, { memberIds: [id] });
      expect([answer.status, codeOf(answer)]).toEqual([400, 'input.invalid']);
    }
    const gone = await world.member({ unitId: people.units.team });
    await people.admin.put(`/api/members/${gone.memberId}/departure`);
    expect(codeOf(await people.admin.put(path, { memberIds: [gone.memberId] }))).toBe('account.member_left');
  });
});

describe('PUT and DELETE /api/units/:id/closure', () => {
  it('are for administrators of the unit', async () => {
    const id = await found('Ban Đóng mở', people.units.south);
    const close = (agent: Agent) => agent.put(`/api/units/${id}/closure`);
    expect(await byPerson(people, close)).toEqual({ ...REFUSED, northAdmin: 403, admin: 200 });
    const reopen = (agent: Agent) => agent.delete(`/api/units/${id}/closure`);
    expect(await byPerson(people, reopen)).toEqual({ ...REFUSED, northAdmin: 403, admin: 200 });
    expect((await auditOf(world, id)).map(({ action }) => action)).toEqual([
      'unit.create',
      'unit.close',
      'unit.reopen',
    ]);
  });

  it('closes no unit that has people or open units below it', async () => {
    const parent = await found('Khối trên');
    const child = await found('Tổ dưới', parent);
    const close = (id: string) => people.admin.put(`/api/units/${id}/closure`);
    expect(codeOf(await close(parent))).toBe('account.unit_has_members');
    const member = await world.member({ unitId: child });
    expect(codeOf(await close(child))).toBe('account.unit_has_members');
    await people.admin.put(`/api/members/${member.memberId}/departure`);
    expect((await close(child)).status).toBe(200);
    expect((await close(parent)).body).toMatchObject({ closedAt: expect.any(String) });
    expect(codeOf(await people.admin.delete(`/api/units/${child}/closure`))).toBe('account.unit_closed');
  });

  it('takes nobody and nothing in while it is closed, and frees its name', async () => {
    const id = await found('Tổ cũ');
    await people.admin.put(`/api/units/${id}/closure`);
    expect(codeOf(await people.admin.post('/api/units', body('Dưới tổ cũ', id)))).toBe('account.unit_closed');
    const mover = await world.member({ unitId: people.units.south });
    const transfer = await people.admin.put(`/api/members/${mover.memberId}/unit`, { unitId: id });
    expect(codeOf(transfer)).toBe('account.unit_closed');
    expect((await people.admin.post('/api/units', body('Tổ cũ'))).status).toBe(201);
    expect(codeOf(await people.admin.delete(`/api/units/${id}/closure`))).toBe('account.unit_name_taken');
  });

  it('never ends closed with somebody inside, when both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await found(`Tổ đua ${round}`);
      const mover = await world.member({ unitId: people.units.south });
      const [closed, moved] = await Promise.all([
        people.admin.put(`/api/units/${id}/closure`),
        people.admin.put(`/api/members/${mover.memberId}/unit`, { unitId: id }),
      ]);
      expect([closed.status, moved.status].sort()).toEqual([200, 409]);
    }
  });
});
