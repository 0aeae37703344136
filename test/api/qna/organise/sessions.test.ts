import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { ask, newSession } from '../../../support/qna.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let owner: Agent;
let admin: Agent;
let host: Agent;
let triage: Agent;
let member: Agent;

beforeAll(async () => {
  world = await TestApp.start();
  owner = await world.member({ roles: [{ role: 'moderator' }] });
  admin = await world.member({ roles: [{ role: 'admin' }] });
  [host, triage, member] = [await world.member(), await world.member(), await world.member()];
});
afterAll(() => world.stop());

async function staffed(traits = {}): Promise<string> {
  const { id } = await newSession(world, owner, traits);
  await owner.put(`/api/qna-sessions/${id}/team/${host.memberId}`, { role: 'host' }).expect(200);
  await owner.put(`/api/qna-sessions/${id}/team/${triage.memberId}`, { role: 'triage' }).expect(200);
  return id;
}

const settingsOf = async (id: string) =>
  (await owner.get(`/api/qna-sessions/${id}/management`).expect(200)).body.settings;

describe('making a session', () => {
  it('is for moderators, organisers and administrators', async () => {
    const settings = await settingsOf((await newSession(world, owner)).id);
    const body = { ...settings, level: 'named', keyHolders: null };
    await world.outsider().post('/api/qna-sessions', body).expect(401);
    await member.post('/api/qna-sessions', body).expect(403);
    await admin.post('/api/qna-sessions', body).expect(201);
  });

  it('at level hidden has no key holders, or two who have keys', async () => {
    const settings = await settingsOf((await newSession(world, owner)).id);
    const hidden = { ...settings, level: 'hidden' };
    const without = await owner.post('/api/qna-sessions', { ...hidden, keyHolders: null }).expect(201);
    expect(without.body.session.privacy).toEqual({ level: 'hidden', openable: false, keyHolders: [] });
    const keyless = await owner.post('/api/qna-sessions', {
      ...hidden,
      keyHolders: [owner.memberId, member.memberId],
    });
    expect([keyless.status, keyless.body.code]).toEqual([409, 'qna.key_missing']);
    const twice = await owner.post('/api/qna-sessions', {
      ...hidden,
      keyHolders: [owner.memberId, owner.memberId],
    });
    expect([twice.status, twice.body.params]).toEqual([400, { keyHolders: 'same_person' }]);
  });

  it('fixes the level in the database itself', async () => {
    const { id } = await newSession(world, owner);
    await expect(
      world.database.query(`UPDATE qna_session SET level = 'hidden' WHERE id = $1`, [id]),
    ).rejects.toThrow(/never changes/);
  });
});

describe('writing the settings', () => {
  const path = (id: string) => `/api/qna-sessions/${id}/settings`;

  it('is for who manages the session, and raises the revision', async () => {
    const id = await staffed();
    const settings = await settingsOf(id);
    const everybody = [world.outsider(), member, triage, host, owner, admin];
    const statuses = async (revision: number) =>
      Promise.all(everybody.map(async (who) => (await who.put(path(id), { ...settings, revision })).status));
    expect(await statuses(999)).toEqual([401, 404, 403, 403, 409, 409]);
    const saved = await owner.put(path(id), { ...settings, title: 'Tên mới', revision: 1 }).expect(200);
    expect(saved.body).toMatchObject({ settings: { title: 'Tên mới' }, revision: 2 });
    const unread = await owner.put(path(id), settings).expect(400);
    expect(unread.body).toMatchObject({ code: 'input.invalid', params: { revision: 'invalid_type' } });
  });

  it('refuses who read an older state, and changes nothing then', async () => {
    const id = await staffed();
    const settings = await settingsOf(id);
    await owner.put(path(id), { ...settings, title: 'Của người đầu', revision: 1 }).expect(200);
    const late = await admin.put(path(id), { ...settings, slowModeSeconds: 60, revision: 1 });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'stale_write', params: { revision: 2 } });
    expect(await settingsOf(id)).toEqual({ ...settings, title: 'Của người đầu' });
  });

  it('lets only one of two who write at once through', async () => {
    const id = await staffed();
    const settings = await settingsOf(id);
    const answers = await Promise.all(
      [owner, admin].map((who, index) =>
        who.put(path(id), { ...settings, title: `Tên ${index}`, revision: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('leaves revision and log alone when nothing is new, and the revision when only the team is', async () => {
    const id = await staffed();
    const settings = await settingsOf(id);
    const again = await owner.put(path(id), { ...settings, revision: 1 }).expect(200);
    expect(again.body.revision).toBe(1);
    const logged: unknown = await world.database.query(
      `SELECT action FROM audit_log WHERE subject_id = $1 AND action = 'qna_session.settings'`,
      [id],
    );
    expect(logged).toEqual([]);
  });
});

describe('who sees and runs what', () => {
  it('shows management to who manages, in the words of what they are to the others', async () => {
    const id = await staffed();
    const statuses = await Promise.all(
      [world.outsider(), member, triage, host, owner, admin].map(
        async (who) => (await who.get(`/api/qna-sessions/${id}/management`)).status,
      ),
    );
    expect(statuses).toEqual([401, 404, 403, 403, 200, 200]);
  });

  it('lets hosts switch and project, nobody else', async () => {
    const id = await staffed();
    const inquiry = await ask(member, id);
    const everybody = [world.outsider(), member, triage, host, owner, admin];
    const switched = await Promise.all(
      everybody.map(
        async (who) => (await who.put(`/api/qna-sessions/${id}/switches`, { ended: false })).status,
      ),
    );
    expect(switched).toEqual([401, 404, 403, 200, 200, 200]);
    const shown = { inquiryId: inquiry.id, blackout: false, dark: true };
    const moves = [
      { kind: 'project', ...shown },
      { kind: 'accepting', on: true },
      { kind: 'voting', on: true },
    ];
    for (const move of moves) {
      const moved = await Promise.all(
        everybody.map(async (who) => (await who.post(`/api/qna-sessions/${id}/moves`, move)).status),
      );
      expect([move.kind, moved]).toEqual([move.kind, [401, 404, 403, 200, 200, 200]]);
    }
    const { body } = await member.get(`/api/qna-sessions/${id}`).expect(200);
    expect(body.live.projection).toEqual(shown);
  });

  it('does not project a question of another session, or one that nobody may see', async () => {
    const id = await staffed({ moderation: 'before' });
    const pending = await ask(member, id);
    const elsewhere = await ask(member, await staffed());
    for (const [{ id: inquiryId }, code] of [
      [pending, 'qna.move_not_possible'],
      [elsewhere, 'not_found'],
    ] as const) {
      const move = { kind: 'project', inquiryId, blackout: false, dark: false };
      const { body } = await host.post(`/api/qna-sessions/${id}/moves`, move);
      expect(body.code).toBe(code);
    }
  });

  it('goes on past its planned end, which is there to be read', async () => {
    const endsAt = new Date(world.now().getTime() - 1_000).toISOString();
    const { id, code } = await newSession(world, owner, { endsAt, guestsAllowed: true });
    expect((await member.get(`/api/qna-sessions/${id}`)).body).toMatchObject({ endsAt, phase: 'live' });
    expect((await world.outsider().get(`/api/qna-codes/${code}`)).body).toMatchObject({ endsAt });
    await ask(member, id);
  });

  it('gives up nothing to who is not signed in and no guest', async () => {
    const id = await staffed();
    const nobody = world.outsider();
    for (const path of ['', '/inquiries', '/ledger']) {
      const { status } = await nobody.get(`/api/qna-sessions/${id}${path}`);
      expect([path, status]).toEqual([path, 404]);
    }
    await nobody.post(`/api/qna-sessions/${id}/own-inquiries`, { keys: [] }).expect(404);
    await nobody.post(`/api/qna-sessions/${id}/similar-inquiries`, { text: 'dữ liệu' }).expect(404);
  });

  it('lists sessions to members, and one’s own to those who work in them', async () => {
    const id = await staffed({ title: 'Chỉ để tìm trong danh sách' });
    const listed = async (who: Agent, scope: string) =>
      (await who.get(`/api/qna-sessions?scope=${scope}&limit=100`).expect(200)).body.items.find(
        (one: { id: string }) => one.id === id,
      );
    expect(await listed(member, 'all')).toMatchObject({ desk: null, phase: 'live', asked: 0 });
    expect(await listed(member, 'mine')).toBeUndefined();
    expect(await listed(triage, 'mine')).toMatchObject({ desk: 'triage' });
    expect(await listed(owner, 'mine')).toMatchObject({ desk: 'host' });
    await world.outsider().get('/api/qna-sessions').expect(401);
  });

  it('finds people for the team by parts of their name, without accents', async () => {
    const id = await staffed();
    const found = await world.member({ fullName: 'Nguyễn Thị Hải Yến' });
    const { body } = await owner.get(`/api/qna-sessions/${id}/team-candidates?q=yen%20nguyen`).expect(200);
    expect(body.items).toMatchObject([{ memberId: found.memberId, name: 'Nguyễn Thị Hải Yến' }]);
    await member.get(`/api/qna-sessions/${id}/team-candidates?q=yen`).expect(404);
    await host.get(`/api/qna-sessions/${id}/team-candidates?q=yen`).expect(403);
  });

  it('writes what was done to a session into the audit log', async () => {
    const id = await staffed();
    await host.put(`/api/qna-sessions/${id}/switches`, { ended: true }).expect(200);
    const rows: unknown = await world.database.query(
      'SELECT action, actor_id FROM audit_log WHERE subject_id = $1 ORDER BY at',
      [id],
    );
    expect(rows).toMatchObject([
      { action: 'qna_session.create', actor_id: owner.memberId },
      { action: 'qna_session.team' },
      { action: 'qna_session.team' },
      { action: 'qna_session.switch', actor_id: host.memberId },
    ]);
  });
});
