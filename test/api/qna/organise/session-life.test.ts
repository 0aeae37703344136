import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ledgerPage } from '../../../../shared/qna/ledger.schema.js';
import { qnaManageView, qnaSessionPage, qnaSessionView } from '../../../../shared/qna/session.schema.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { TestApp } from '../../../support/app.js';
import { ask, newKey, newSession } from '../../../support/qna.js';
import { board, done, hall, onDesk, vote, type Hall } from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let member: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  member = await world.member();
});
afterAll(() => world.stop());

const path = (id: string, rest = '') => `/api/qna-sessions/${id}${rest}`;
const owner = () => world.member({ roles: [{ role: 'moderator' }] });
const listed = async (who: Agent, scope = 'all') =>
  qnaSessionPage.parse((await who.get(`/api/qna-sessions?scope=${scope}&limit=100`).expect(200)).body).items;
const view = async (who: Agent, id: string) =>
  qnaSessionView.parse((await who.get(path(id)).expect(200)).body);
const HOUR = 3_600_000;
const at = (ms: number) => new Date(world.now().getTime() + ms).toISOString();

describe('a session of which nobody said more than its title', () => {
  it('begins at once, by name, for members, read before it is shown', async () => {
    const { body } = await (await owner()).post('/api/qna-sessions', { title: 'Gặp gỡ đầu năm' }).expect(201);
    const { session, settings } = qnaManageView.parse(body);
    expect(session).toMatchObject({
      phase: 'live',
      moderation: 'before',
      guestsAllowed: false,
      maxPerPerson: null,
      answerSeconds: 180,
      privacy: { level: 'named', openable: false },
    });
    expect(Math.abs(Date.parse(settings.startsAt) - world.now().getTime())).toBeLessThan(5_000);
    expect(settings.endsAt).toBe(null);
  });

  it('refuses an end that is past where it begins at once', async () => {
    const late = { title: 'Muộn rồi', endsAt: at(-HOUR) };
    const { body } = await (await owner()).post('/api/qna-sessions', late).expect(400);
    expect(body).toMatchObject({ code: 'input.invalid', params: { endsAt: 'before_start' } });
  });
});

describe('a draft', () => {
  let here: Hall;
  beforeAll(async () => {
    here = await hall(world, { draft: true, guestsAllowed: true, moderation: 'before' });
  });

  it('is there for its team and for nobody else, by whatever door', async () => {
    const { outsider, member: other, triage, scribe, host, owner: maker, admin } = here;
    const everybody = [
      ...[outsider, other].map((who) => [who, 404] as const),
      ...[triage, scribe, host, maker, admin].map((who) => [who, 200] as const),
    ];
    for (const rest of ['', '/inquiries', '/ledger', '/ledger.csv', '/invitation'])
      for (const [who, status] of everybody)
        expect([rest, (await who.get(path(here.id, rest))).status]).toEqual([rest, status]);
    for (const [who, status] of everybody)
      expect((await who.get(`/api/qna-codes/${here.code}`)).status).toBe(status);
    const guest = await here.outsider.put(`/api/qna-codes/${here.code}/guest`, { name: 'Khách Lạ' });
    expect([guest.status, guest.body.code]).toEqual([404, 'qna.no_such_code']);
    const asked = await here.member.post(path(here.id, '/inquiries'), {
      key: newKey(),
      text: 'Có ai không?',
      anonymous: false,
    });
    expect(asked.status).toBe(404);
    const device = await Device.connect(world, here.member, qnaSocket);
    expect(await device.ask('session.watch', { sessionId: here.id })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    device.close();
  });

  it('stands in the lists of its team only', async () => {
    const has = async (who: Agent, scope: string) =>
      (await listed(who, scope)).some(({ id }) => id === here.id);
    expect([await has(here.member, 'all'), await has(here.admin, 'all')]).toEqual([false, false]);
    expect([await has(here.triage, 'all'), await has(here.owner, 'mine')]).toEqual([true, true]);
    expect((await listed(here.owner, 'mine')).find(({ id }) => id === here.id)).toMatchObject({
      phase: 'draft',
    });
  });

  it('is published by a host, without anything of its rehearsal, which counted for nothing', async () => {
    const named = await ask(here.triage, here.id, { text: 'Thử một?' });
    const hidden = await ask(here.scribe, here.id, { text: 'Thử hai?', anonymous: true });
    await done(here.host, here.id, { kind: 'answer_now', id: named.id });
    await done(here.triage, here.id, { kind: 'approve', id: hidden.id });
    await vote(here.owner, hidden.id);
    await here.host.post(path(here.id, '/moves'), { kind: 'accepting', on: false }).expect(200);
    const publish = (who: Agent) => who.put(path(here.id, '/publication'), { startsAt: null });
    for (const [who, code] of [
      [here.outsider, 'auth.required'],
      [here.member, 'not_found'],
      [here.triage, 'qna.role_not_enough'],
      [here.scribe, 'qna.role_not_enough'],
    ] as const)
      expect((await publish(who)).body.code).toBe(code);
    const past = await here.host.put(path(here.id, '/publication'), { startsAt: at(-HOUR) });
    expect([past.status, past.body.params]).toEqual([400, { startsAt: 'past' }]);

    const device = await Device.connect(world, here.triage, qnaSocket);
    const seat = await device.ask('desk.watch', { sessionId: here.id });
    if (!seat.ok) throw new Error('not at the desk');
    const opened = await publish(here.host);
    expect([opened.status, opened.body.phase]).toEqual([200, 'live']);
    // Whoever is at the desk sees by the numbers that everything has to be fetched again.
    const skipped = () => {
      const seqs = [
        seat.data.seq,
        ...device.heard.filter(({ event }) => event === 'desk.tick').map(({ seq }) => seq),
      ];
      return seqs.some((seq, index) => index > 0 && seq > (seqs[index - 1] ?? 0) + 1);
    };
    await expect.poll(skipped).toBe(true);
    device.close();

    expect(await board(here.owner, here.id)).toEqual([]);
    const session = await view(here.member, here.id);
    expect(session).toMatchObject({
      phase: 'live',
      live: { accepting: true, now: null, counts: { shown: 0, answered: 0, votes: 0 } },
    });
    const ledger = ledgerPage.parse((await here.member.get(path(here.id, '/ledger')).expect(200)).body);
    expect([ledger.items, ledger.statistics.asked]).toEqual([[], 0]);
    const moves = await here.owner.get(path(here.id, '/moves')).expect(200);
    expect(moves.body.items).toEqual([]);
    expect((await ask(here.member, here.id)).number).toBe(1);
    const again = await publish(here.host);
    expect([again.status, again.body.code]).toEqual([409, 'qna.published']);
  });

  it('can be published for later', async () => {
    const host = await owner();
    const { id } = await newSession(world, host, { draft: true });
    const startsAt = at(26 * HOUR);
    await host.put(path(id, '/publication'), { startsAt }).expect(200);
    expect(await view(member, id)).toMatchObject({ phase: 'upcoming', startsAt });
  });

  it('does not use up what one may ask', async () => {
    const host = await owner();
    const { id } = await newSession(world, host, { draft: true, maxPerPerson: 1, slowModeSeconds: 600 });
    await ask(host, id, { anonymous: true });
    await host.put(path(id, '/publication'), { startsAt: null }).expect(200);
    expect((await ask(host, id, { anonymous: true })).state).toBe('approved');
  });

  it('does not end, for it has not begun', async () => {
    const host = await owner();
    const { id } = await newSession(world, host, { draft: true });
    await host.put(path(id, '/switches'), { ended: true }).expect(409);
  });
});

describe('deleting a session', () => {
  const remove = (who: Agent, id: string) => who.delete(path(id));

  it('is for who manages it, while nobody asked in earnest', async () => {
    const here = await hall(world, { draft: true });
    await ask(here.triage, here.id, { text: 'Thử thôi?' });
    for (const [who, status] of [
      [here.outsider, 401],
      [here.member, 404],
      [here.triage, 403],
      [here.host, 403],
      [here.owner, 204],
    ] as const)
      expect((await remove(who, here.id)).status).toBe(status);
    expect((await here.owner.get(path(here.id))).status).toBe(404);
    const unused = await hall(world);
    expect((await remove(unused.admin, unused.id)).status).toBe(204);
    const log: unknown = await world.database.query(
      `SELECT count(*)::int AS n FROM audit_log WHERE action = 'qna_session.delete' AND subject_id = ANY($1)`,
      [[here.id, unused.id]],
    );
    expect(log).toEqual([{ n: 2 }]);
  });

  it('is refused once somebody asked, also when they took it back', async () => {
    const here = await hall(world);
    const { id, key } = await ask(here.member, here.id);
    await here.member.put(`/api/inquiries/${id}/withdrawal`, { key }).expect(200);
    const refused = await remove(here.owner, here.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'qna.used']);
    const management = await here.owner.get(path(here.id, '/management')).expect(200);
    expect(management.body.unused).toBe(false);
  });
});

it('a copy is a draft of one’s own with the settings and the team, and none of the questions', async () => {
  const here = await hall(world, { guestsAllowed: true, maxPerPerson: 4, words: ['cấm'], level: 'hidden' });
  await ask(here.member, here.id, { anonymous: true });
  const copy = (who: Agent) => who.post(path(here.id, '/copies'), { title: 'Lần hai' });
  for (const [who, status] of [
    [here.outsider, 401],
    [here.member, 403],
    [here.triage, 403],
    [await owner(), 404],
  ] as const)
    expect((await copy(who)).status).toBe(status);
  const made = qnaManageView.parse((await copy(here.owner)).body);
  expect(made.session).toMatchObject({
    title: 'Lần hai',
    phase: 'draft',
    maxPerPerson: 4,
    guestsAllowed: true,
    privacy: { level: 'hidden', openable: false },
  });
  expect(made.session.code).not.toBe(here.code);
  expect(made.settings.words).toEqual(['cấm']);
  expect(made.team.map(({ role }) => role).toSorted()).toEqual(['host', 'scribe', 'triage']);
  expect(await board(here.owner, made.session.id)).toEqual([]);
});

describe('the end', () => {
  it('closes the answer that is on air, and can be taken back', async () => {
    const here = await hall(world, { moderation: 'before' });
    const { id } = await ask(here.member, here.id);
    await done(here.host, here.id, { kind: 'answer_now', id, by: 'Chị Yến' });
    await world.advance(764_000);
    const end = (ended: boolean) => here.host.put(path(here.id, '/switches'), { ended });
    const ended = await end(true).expect(200);
    expect(ended.body).toMatchObject({ phase: 'ended', live: { now: null, counts: { answered: 1 } } });
    const row = await onDesk(here.owner, here.id, id);
    expect(row).toMatchObject({ state: 'answered', answer: { how: 'on_air', by: 'Chị Yến' } });
    expect(row.answer?.seconds).toBeGreaterThanOrEqual(764);
    const { items } = ledgerPage.parse((await here.member.get(path(here.id, '/ledger'))).body);
    expect(items[0]).toMatchObject({ state: 'answered' });
    // Nobody is there any more to hear an answer.
    const other = await here.host.post(path(here.id, '/moves'), {
      kind: 'answer_now',
      inquiryId: id,
      rev: row.rev,
    });
    expect([other.status, other.body.code]).toEqual([409, 'qna.ended']);
    const again = await end(false).expect(200);
    expect(again.body).toMatchObject({ phase: 'live', live: { endedAt: null } });
    expect((await ask(here.member, here.id)).state).toBe('pending');
  });
});

it('lists what goes on, what comes next, drafts, and what is over, page by page', async () => {
  const host = await owner();
  const made = async (title: string, traits: { startsAt?: string; draft?: boolean; ended?: boolean }) => {
    const { ended, ...rest } = traits;
    const { id } = await newSession(world, host, { title, ...rest });
    if (ended) await host.put(path(id, '/switches'), { ended: true }).expect(200);
  };
  await made('tuần sau', { startsAt: at(7 * 24 * HOUR) });
  await made('ngày mai', { startsAt: at(24 * HOUR) });
  await made('nháp', { draft: true });
  await made('vừa mở', { startsAt: at(-HOUR) });
  await made('mở từ sáng', { startsAt: at(-5 * HOUR) });
  await made('xong hôm qua', { startsAt: at(-24 * HOUR), ended: true });
  await made('xong tuần trước', { startsAt: at(-7 * 24 * HOUR), ended: true });
  const titles: string[] = [];
  let cursor = '';
  do {
    const { body } = await host.get(`/api/qna-sessions?scope=mine&limit=2${cursor}`).expect(200);
    const page = qnaSessionPage.parse(body);
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.next === null ? '' : `&cursor=${z.string().parse(page.next)}`;
  } while (cursor !== '');
  expect(titles).toEqual([
    'vừa mở',
    'mở từ sáng',
    'ngày mai',
    'tuần sau',
    'nháp',
    'xong hôm qua',
    'xong tuần trước',
  ]);
});
