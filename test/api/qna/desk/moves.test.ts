import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { authorKey } from '../../../../shared/qna/inquiry.schema.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { ownInquiries } from '../../../../shared/qna/inquiry.schema.js';
import { TestApp } from '../../../support/app.js';
import { auditOf } from '../../../support/contest.js';
import { ask, newSession, sessionDraft } from '../../../support/qna.js';
import { answers, board, done, hall, onDesk, send, type Hall } from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';

const listed = z.object({
  items: z.array(z.object({ id: z.uuid(), inquiryIds: z.array(z.uuid()).default([]) })),
  next: z.string().nullable(),
});
type Listed = z.infer<typeof listed>['items'][number];

let world: TestApp;
let here: Hall;
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world, { moderation: 'before' });
});
afterAll(() => world.stop());

const asked = async (text?: string) => (await ask(here.member, here.id, { text })).id;
async function approved(text?: string): Promise<string> {
  const id = await asked(text);
  await done(here.triage, here.id, { kind: 'approve', id });
  return id;
}
const stepsOf = async (key: string) =>
  (await here.member.post(`/api/qna-sessions/${here.id}/own-inquiries`, { keys: [key] })).body.items
    .find((own: { key: string }) => own.key === key)
    .steps.map(({ kind }: { kind: string }) => kind);

const invisible = { outsider: 'auth.required', member: 'not_found' };

describe('who may be at the desk', () => {
  it.each(['desk', 'moves', 'similar-pairs'])('GET %s is for those at it', async (path) => {
    const got = await answers(here, (who) => who.get(`/api/qna-sessions/${here.id}/${path}`));
    expect(got).toEqual({ ...invisible, triage: 200, scribe: 200, host: 200, owner: 200, admin: 200 });
  });

  it('nobody reaches a question or a desk of another session through their own', async () => {
    const elsewhere = await hall(world);
    const foreign = (await ask(here.member, elsewhere.id)).id;
    expect((await here.triage.get(`/api/qna-sessions/${elsewhere.id}/desk`)).status).toBe(404);
    const move = { kind: 'decline', id: foreign, rev: 1, reason: 'unclear', note: '' } as const;
    expect((await send(here.triage, here.id, move)).status).toBe(404);
    expect((await send(here.triage, elsewhere.id, move)).status).toBe(404);
    expect((await send(here.triage, here.id, { ...move, id: v7() })).status).toBe(404);
  });

  it('reads questions: triage, host and whoever manages', async () => {
    const id = await asked();
    const got = await answers(here, (who) => send(who, here.id, { kind: 'approve', id, rev: 99 }));
    const late = 'qna.moved_already';
    expect(got).toEqual({
      ...invisible,
      triage: late,
      scribe: 'qna.role_not_enough',
      host: late,
      owner: late,
      admin: late,
    });
  });

  it('leads the floor: host and whoever manages', async () => {
    const id = await approved();
    const got = await answers(here, (who) => send(who, here.id, { kind: 'next', id, rev: 99, on: true }));
    expect(got).toMatchObject({ ...invisible, triage: 'qna.role_not_enough', scribe: 'qna.role_not_enough' });
    expect(got).toMatchObject({ host: 'qna.moved_already', admin: 'qna.moved_already' });
  });

  it('writes down: scribe, host and whoever manages', async () => {
    const id = await approved();
    const note = { kind: 'note', id, rev: 99, note: 'Cho biên bản' } as const;
    const got = await answers(here, (who) => send(who, here.id, note));
    expect(got).toMatchObject({ ...invisible, triage: 'qna.role_not_enough', scribe: 'qna.moved_already' });
  });
});

describe('a move', () => {
  it('tells the author each step, and leaves a row in the log where it takes or changes words', async () => {
    const inquiry = await ask(here.member, here.id, { text: 'Một câu hỏi rất là dài dòng?' });
    const { id, key } = inquiry;
    await done(here.triage, here.id, { kind: 'approve', id, text: 'Câu hỏi gọn?' });
    await done(here.host, here.id, { kind: 'next', id, on: true });
    await done(here.host, here.id, { kind: 'answer_now', id, by: 'Chị Yến' });
    await world.advance(90_000);
    const { inquiries } = await done(here.host, here.id, { kind: 'answered', id, text: 'Tóm **tắt**' });
    expect(inquiries).toMatchObject([
      {
        id,
        state: 'answered',
        text: 'Câu hỏi gọn?',
        originalText: 'Một câu hỏi rất là dài dòng?',
        edited: true,
        answer: { how: 'on_air', text: 'Tóm **tắt**', by: 'Chị Yến' },
      },
    ]);
    expect(inquiries[0]?.answer?.seconds).toBeGreaterThanOrEqual(90);
    expect(await stepsOf(key)).toEqual([
      'asked',
      'edited',
      'approved',
      'next',
      'answering',
      'answered_on_air',
    ]);
    await done(here.host, here.id, { kind: 'return', id });
    expect(await onDesk(here.host, here.id, id)).toMatchObject({ state: 'approved', answer: null });
    await done(here.triage, here.id, { kind: 'decline', id, reason: 'no_time', note: 'Hết giờ' });
    expect((await auditOf(world, id)).map(({ action }) => action)).toEqual([
      'inquiry.approve',
      'inquiry.decline',
    ]);
  });

  it('that takes the floor answers what was on it, and the room hears who is next', async () => {
    const [first, second] = [await approved(), await approved()];
    await done(here.host, here.id, { kind: 'answer_now', id: first });
    await done(here.host, here.id, { kind: 'next', id: second, on: true });
    const view = async () => (await here.member.get(`/api/qna-sessions/${here.id}`)).body.live;
    expect(await view()).toMatchObject({ now: { inquiryId: first }, nextId: second });
    const { inquiries } = await done(here.host, here.id, { kind: 'answer_now', id: second });
    expect(new Set(inquiries.map(({ id, state }) => `${id} ${state}`))).toEqual(
      new Set([`${first} answered`, `${second} answering`]),
    );
    expect(await view()).toMatchObject({ now: { inquiryId: second }, nextId: null });
    await done(here.host, here.id, { kind: 'answered', id: second, text: '' });
  });

  it('is refused on an older rev, and says what it is now and by whom', async () => {
    const id = await asked();
    const { rev } = await onDesk(here.triage, here.id, id);
    await done(here.triage, here.id, { kind: 'approve', id });
    const late = await send(here.host, here.id, { kind: 'decline', id, rev, reason: 'unclear', note: '' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'qna.moved_already',
      params: { state: 'approved', by: 'Trần Thị Duyệt' },
    });
  });

  it('is refused where the state does not fit, and on what its author withdrew', async () => {
    const inquiry = await ask(here.member, here.id);
    const early = await send(here.host, here.id, { kind: 'next', id: inquiry.id, on: true });
    expect(early.body).toMatchObject({ code: 'qna.move_not_possible', params: { state: 'pending' } });
    await here.member.put(`/api/inquiries/${inquiry.id}/withdrawal`, { key: inquiry.key }).expect(200);
    for (const kind of ['approve', 'return'] as const) {
      const refused = await send(here.host, here.id, { kind, id: inquiry.id });
      expect(refused.body).toMatchObject({ code: 'qna.move_not_possible', params: { state: 'withdrawn' } });
    }
  });

  it('puts a question that waits on air in one press: that is its approval, and its author is told both', async () => {
    const inquiry = await ask(here.member, here.id);
    const { inquiries, live } = await done(here.host, here.id, { kind: 'answer_now', id: inquiry.id });
    expect(inquiries.find(({ id }) => id === inquiry.id)).toMatchObject({ state: 'answering' });
    expect(live.now?.inquiryId).toBe(inquiry.id);
    const { body } = await here.member.post(`/api/qna-sessions/${here.id}/own-inquiries`, { keys: [] });
    const own = ownInquiries.parse(body).items.find(({ id }) => id === inquiry.id);
    expect(own?.steps.map(({ kind }) => kind)).toEqual(['asked', 'approved', 'answering']);
    await done(here.host, here.id, { kind: 'answered', id: inquiry.id, text: '' });
  });

  it('takes a declined question off the projector', async () => {
    const id = await approved();
    const shown = { kind: 'project', inquiryId: id, blackout: false, dark: false };
    await here.host.post(`/api/qna-sessions/${here.id}/moves`, shown).expect(200);
    await done(here.host, here.id, { kind: 'decline', id, reason: 'other', note: '' });
    const { live } = (await here.member.get(`/api/qna-sessions/${here.id}`)).body;
    expect(live.projection.inquiryId).toBeNull();
  });
});

describe('a label', () => {
  it('is one of the session, or was given before the session gave it up', async () => {
    const traits = { labels: ['Lương', 'Nhà ở'] };
    const session = await newSession(world, here.owner, traits);
    const { id } = await ask(here.member, session.id);
    const label = (labels: string[]) => send(here.owner, session.id, { kind: 'label', id, labels });
    const refused = { code: 'input.invalid', params: { labels: 'not_of_session' } };
    expect((await label(['Lương', 'Lương'])).body.inquiries[0].labels).toEqual(['Lương']);
    expect(await label(['Lương', 'Bịa ra'])).toMatchObject({ status: 400, body: refused });
    const { level: _level, keyHolders: _holders, ...settings } = sessionDraft(world, { labels: ['Nhà ở'] });
    await here.owner
      .put(`/api/qna-sessions/${session.id}/settings`, { ...settings, revision: 1 })
      .expect(200);
    expect((await label(['Lương', 'Nhà ở'])).body.inquiries[0].labels).toEqual(['Lương', 'Nhà ở']);
    expect((await label(['Nhà ở'])).status).toBe(200);
    expect(await label(['Lương'])).toMatchObject({ status: 400, body: refused });
    expect(await onDesk(here.owner, session.id, id)).toMatchObject({ labels: ['Nhà ở'] });
  });
});

describe('the lists of the desk', () => {
  it('page the board in order of asking and the moves newest first, each once', async () => {
    const session = await newSession(world, here.owner, { moderation: 'before' });
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await ask(here.member, session.id)).id);
    for (const id of ids) await done(here.owner, session.id, { kind: 'approve', id });
    const pages = async (path: string): Promise<Listed[]> => {
      const items: Listed[] = [];
      let cursor = '';
      do {
        const address = `/api/qna-sessions/${session.id}/${path}?limit=2${cursor}`;
        const page = listed.parse((await here.owner.get(address).expect(200)).body);
        items.push(...page.items);
        cursor = page.next === null ? '' : `&cursor=${page.next}`;
      } while (cursor);
      return items;
    };
    expect((await pages('desk')).map(({ id }) => id)).toEqual(ids);
    expect((await pages('moves')).flatMap(({ inquiryIds }) => inquiryIds)).toEqual([...ids].reverse());
    expect(await board(here.owner, session.id)).toHaveLength(5);
  });
});

describe('whoever looks on', () => {
  it('hears of a move as far as it concerns them, and of nothing more', async () => {
    const inquiry = await ask(here.member, here.id);
    const devices = await Promise.all(
      [here.member, here.host, here.scribe].map((who) => Device.connect(world, who, qnaSocket)),
    );
    const [room, desk, author] = devices;
    if (!room || !desk || !author) throw new Error('not connected');
    await room.ask('session.watch', { sessionId: here.id });
    await desk.ask('desk.watch', { sessionId: here.id });
    await author.ask('own.watch', { sessionId: here.id, keys: [authorKey.parse(inquiry.key)] });
    const { inquiries } = await done(here.scribe, here.id, {
      kind: 'note',
      id: inquiry.id,
      note: 'Chỉ ở bàn',
    });
    await desk.hears('desk.tick', ({ changed }) => changed.some(({ note }) => note === 'Chỉ ở bàn'));
    await done(here.triage, here.id, { kind: 'approve', id: inquiry.id });
    await room.hears('room.tick', ({ changed }) => changed.some(({ id }) => id === inquiry.id));
    await author.hears('own.moved', ({ id, state }) => id === inquiry.id && state === 'approved');
    await done(here.triage, here.id, {
      kind: 'decline',
      id: inquiry.id,
      reason: 'other',
      note: 'Riêng người hỏi',
    });
    await room.hears('room.tick', ({ gone }) => gone.some((id) => id === inquiry.id));
    await author.hears('own.moved', ({ decline }) => decline?.note === 'Riêng người hỏi');
    expect(inquiries).toHaveLength(1);
    expect(JSON.stringify(room.heard)).not.toMatch(/Chỉ ở bàn|Riêng người hỏi/);
    for (const device of devices) device.close();
  });
});
