import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskMove } from '../../../../shared/qna/desk.schema.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { inquiryId, type InquiryId } from '../../../../shared/qna/session.schema.js';
import { TestApp } from '../../../support/app.js';
import { auditOf } from '../../../support/contest.js';
import { ask } from '../../../support/qna.js';
import {
  answers,
  contents,
  done,
  doneQuiet,
  hall,
  merged,
  sendQuiet,
  undo,
  type Hall,
} from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';

let world: TestApp;
let here: Hall;
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world);
});
afterAll(() => world.stop());

const asked = async (text?: string, session = here.id): Promise<InquiryId> =>
  inquiryId.parse((await ask(here.member, session, { text })).id);
const project = (id: InquiryId | null): DeskMove => ({
  kind: 'project',
  inquiryId: id,
  blackout: false,
  dark: false,
});
const live = async (session = here.id) => (await here.member.get(`/api/qna-sessions/${session}`)).body.live;
const history = async (session = here.id) =>
  (await here.host.get(`/api/qna-sessions/${session}/moves`).expect(200)).body.items;
const code = async (moveId: string, who = here.host) => (await undo(who, moveId)).body.code;

const invisible = { outsider: 'auth.required', member: 'not_found' };
const tooSmall = { triage: 'qna.role_not_enough', scribe: 'qna.role_not_enough' };

describe('keeping two questions apart', () => {
  const pairs = async () =>
    (await here.triage.get(`/api/qna-sessions/${here.id}/similar-pairs`).expect(200)).body.items;
  const twins = async (): Promise<[InquiryId, InquiryId]> => [
    await asked('Bao giờ phòng họp tầng ba sửa xong?'),
    await asked('Bao gio phong hop tang 3 sua xong vay?'),
  ];

  it('is a move of those who may merge, which whoever might have made it takes back', async () => {
    const session = await hall(world);
    const inquiryIds: [InquiryId, InquiryId] = [
      await asked(undefined, session.id),
      await asked(undefined, session.id),
    ];
    const apart = { kind: 'apart', inquiryIds } as const;
    const got = await answers(session, (who) => sendQuiet(who, session.id, apart));
    const merging = { triage: 200, host: 200, owner: 200, admin: 200, scribe: 'qna.role_not_enough' };
    expect(got).toEqual({ ...invisible, ...merging });
    const { moveId } = await doneQuiet(session.triage, session.id, apart);
    await undo(session.host, moveId).expect(200);
    const late = 'qna.undo_too_late';
    expect(await answers(session, (who) => undo(who, moveId))).toEqual({
      ...invisible,
      scribe: 'qna.role_not_enough',
      triage: late,
      host: late,
      owner: late,
      admin: late,
    });
  });

  it('hides their hint from every desk until it is taken back, and says so in the history', async () => {
    const [one, other] = await twins();
    const before = await contents(here.host, here.id);
    const { moveId, inquiries } = await doneQuiet(here.triage, here.id, {
      kind: 'apart',
      inquiryIds: [other, one],
    });
    expect(inquiries).toEqual([]);
    expect(await pairs()).toEqual([]);
    expect(await contents(here.host, here.id)).toEqual(before);
    expect((await history())[0]).toMatchObject({
      id: moveId,
      kind: 'apart',
      on: null,
      inquiryIds: [other, one],
      undone: false,
    });
    await undo(here.host, moveId).expect(200);
    expect(await pairs()).toMatchObject([{ one, other }]);
    expect((await history())[0]).toMatchObject({ id: moveId, undone: true });
  });

  it('holds while anybody says so: of two who said it, each takes back their own', async () => {
    const inquiryIds = await twins();
    const apart = { kind: 'apart', inquiryIds } as const;
    const first = await doneQuiet(here.triage, here.id, apart);
    const second = await doneQuiet(here.host, here.id, {
      ...apart,
      inquiryIds: [inquiryIds[1], inquiryIds[0]],
    });
    const hinted = async () =>
      (await pairs()).some(
        ({ one, other }: { one: string; other: string }) => one === inquiryIds[0] && other === inquiryIds[1],
      );
    await undo(here.triage, first.moveId).expect(200);
    expect(await hinted()).toBe(false);
    await undo(here.host, second.moveId).expect(200);
    expect(await hinted()).toBe(true);
  });

  it('is taken back once, also by two at once', async () => {
    const { moveId } = await doneQuiet(here.triage, here.id, { kind: 'apart', inquiryIds: await twins() });
    const both = await Promise.all([undo(here.triage, moveId), undo(here.host, moveId)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('stands in the way of nothing that happens to the questions', async () => {
    const [one, other] = await twins();
    const labelled = await done(here.triage, here.id, { kind: 'label', id: one, labels: ['Luật'] });
    const apart = await doneQuiet(here.host, here.id, { kind: 'apart', inquiryIds: [one, other] });
    await undo(here.triage, labelled.moveId).expect(200);
    const declined = { kind: 'decline', id: other, reason: 'unclear', note: '' } as const;
    await done(here.triage, here.id, declined);
    await undo(here.triage, apart.moveId).expect(200);
  });

  it('takes two questions of the session', async () => {
    const [one] = await twins();
    const elsewhere = await hall(world);
    const foreign = await asked('Của buổi khác?', elsewhere.id);
    const apart = async (other: InquiryId) =>
      (await sendQuiet(here.triage, here.id, { kind: 'apart', inquiryIds: [one, other] })).body.code;
    expect(await apart(foreign)).toBe('not_found');
    expect(await apart(inquiryId.parse(v7()))).toBe('not_found');
    expect(await apart(one)).toBe('input.invalid');
  });
});

describe('what a host opens, closes and projects', () => {
  it('is taken back by hosts alone, each time to what it was', async () => {
    const id = await asked();
    await doneQuiet(here.host, here.id, { ...project(null), dark: true } as DeskMove);
    for (const move of [
      { kind: 'accepting', on: false },
      { kind: 'voting', on: false },
      project(id),
      { ...project(null), blackout: true },
    ] as DeskMove[]) {
      const before = await live();
      const { moveId, live: now } = await doneQuiet(here.host, here.id, move);
      expect(await live()).toEqual(now);
      expect(now).not.toEqual(before);
      expect(await answers(here, (who) => undo(who, moveId))).toEqual({
        ...invisible,
        ...tooSmall,
        host: 200,
        owner: 'qna.undo_too_late',
        admin: 'qna.undo_too_late',
      });
      expect(await live()).toEqual(before);
    }
  });

  it('is in the history, with whether it was opened or closed, and switches are in the log', async () => {
    const session = await hall(world);
    const id = await asked('Chiếu câu này?', session.id);
    await doneQuiet(session.host, session.id, { kind: 'accepting', on: false });
    await doneQuiet(session.host, session.id, project(id));
    const hidden = await doneQuiet(session.host, session.id, project(null));
    await undo(session.host, hidden.moveId).expect(200);
    const { items } = (await session.host.get(`/api/qna-sessions/${session.id}/moves`)).body;
    expect(items).toMatchObject([
      { kind: 'project', on: false, inquiryIds: [], undone: true },
      { kind: 'project', on: true, inquiryIds: [id], undone: false },
      { kind: 'accepting', on: false, inquiryIds: [], undone: false },
    ]);
    await undo(session.host, items[2].id).expect(200);
    const actions = (await auditOf(world, session.id)).map(({ action }) => action);
    expect(actions.filter((action) => /switch|undo/.test(action))).toEqual([
      'qna_session.switch',
      'qna_session.undo',
    ]);
  });

  it('goes back step by step, and too late once somebody set the same since', async () => {
    const [one, two] = [await asked(), await asked()];
    const first = await doneQuiet(here.host, here.id, project(one));
    const second = await doneQuiet(here.owner, here.id, project(two));
    const closed = await doneQuiet(here.host, here.id, { kind: 'accepting', on: false });
    expect(await code(first.moveId)).toBe('qna.undo_too_late');
    await undo(here.host, second.moveId).expect(200);
    expect((await live()).projection.inquiryId).toBe(one);
    await undo(here.host, first.moveId).expect(200);
    expect(await live()).toMatchObject({ accepting: false, projection: { inquiryId: null } });
    await undo(here.host, closed.moveId).expect(200);
    expect(await live()).toMatchObject({ accepting: true });
  });

  it('sets only what it names: what others set at the same moment stays', async () => {
    const id = await asked();
    const set = (move: object) =>
      here.host.post(`/api/qna-sessions/${here.id}/moves`, { kind: 'project', ...move }).expect(200);
    const [shown] = await Promise.all([set({ inquiryId: id }), set({ blackout: true }), set({ dark: true })]);
    expect((await live()).projection).toEqual({ inquiryId: id, blackout: true, dark: true });
    await undo(here.host, shown.body.moveId).expect(200);
    expect((await live()).projection).toMatchObject({ inquiryId: null, blackout: true, dark: true });
    await set({ inquiryId: null, blackout: false, dark: false });
  });

  it('is taken back once, also by many at once', async () => {
    const { moveId } = await doneQuiet(here.host, here.id, { kind: 'voting', on: false });
    const all = await Promise.all([here.host, here.owner, here.admin].map((who) => undo(who, moveId)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await live()).voting).toBe(true);
  });

  it('comes back with the question that a move took off the projector, unless something else is shown', async () => {
    const [id, other] = [await asked(), await asked()];
    const shown = await doneQuiet(here.host, here.id, project(id));
    const decline = { kind: 'decline', id, reason: 'other', note: '' } as const;
    const declined = await done(here.triage, here.id, decline);
    expect((await live()).projection.inquiryId).toBeNull();
    await undo(here.triage, declined.moveId).expect(200);
    expect((await live()).projection.inquiryId).toBe(id);
    const again = await done(here.triage, here.id, decline);
    const instead = await doneQuiet(here.host, here.id, project(other));
    await undo(here.triage, again.moveId).expect(200);
    expect((await live()).projection.inquiryId).toBe(other);
    await undo(here.host, instead.moveId).expect(200);
    await undo(here.host, shown.moveId).expect(200);
    expect((await live()).projection.inquiryId).toBeNull();
  });

  it('never brings back to the projector what the room may not see', async () => {
    const id = await asked();
    const shown = await doneQuiet(here.host, here.id, project(id));
    const hidden = await doneQuiet(here.host, here.id, project(null));
    await done(here.triage, here.id, { kind: 'decline', id, reason: 'other', note: '' });
    await undo(here.host, hidden.moveId).expect(200);
    expect((await live()).projection.inquiryId).toBeNull();
    await undo(here.host, shown.moveId).expect(200);
  });

  it('nor, of what was merged, the one that is left where that was declined', async () => {
    const [id, left] = [await asked(), await asked()];
    const shown = await doneQuiet(here.host, here.id, project(id));
    const hidden = await doneQuiet(here.host, here.id, project(null));
    await merged(here.triage, here.id, { targetId: left, inquiryIds: [id] });
    await done(here.triage, here.id, { kind: 'decline', id: left, reason: 'other', note: '' });
    await undo(here.host, hidden.moveId).expect(200);
    expect((await live()).projection.inquiryId).toBeNull();
    await undo(here.host, shown.moveId).expect(200);
  });

  it('is never a question that its author withdraws at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      // Of each its own: how fast one person may ask is limited.
      const author = await world.member();
      const { id, key } = await ask(author, here.id);
      await Promise.all([
        author.put(`/api/inquiries/${id}/withdrawal`, { key }).expect(200),
        sendQuiet(here.host, here.id, project(inquiryId.parse(id))),
      ]);
      expect((await live()).projection.inquiryId).toBeNull();
    }
  });

  it('follows a question on air where that is asked for, in one move', async () => {
    const [one, two] = [await asked(), await asked()];
    const shown = await doneQuiet(here.host, here.id, project(one));
    const { moveId } = await done(here.host, here.id, { kind: 'answer_now', id: two, follow: true });
    expect(await live()).toMatchObject({ now: { inquiryId: two }, projection: { inquiryId: null } });
    await undo(here.host, moveId).expect(200);
    expect(await live()).toMatchObject({ now: null, projection: { inquiryId: one } });
    await undo(here.host, shown.moveId).expect(200);
  });

  it('is told to the room, also when it is taken back', async () => {
    const device = await Device.connect(world, here.member, qnaSocket);
    await device.ask('session.watch', { sessionId: here.id });
    const { moveId } = await doneQuiet(here.host, here.id, { kind: 'accepting', on: false });
    await device.hears('room.tick', (tick) => !tick.live.accepting);
    await undo(here.host, moveId).expect(200);
    await device.hears('room.tick', (tick) => tick.live.accepting);
    device.close();
  });
});
