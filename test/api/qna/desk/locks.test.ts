import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { RealtimeHub } from '../../../../server/platform/realtime/hub.service.js';
import { SoftLocks } from '../../../../server/platform/soft-lock/soft-locks.service.js';
import { memberId } from '../../../../shared/kernel/ids.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { TestApp } from '../../../support/app.js';
import { ask } from '../../../support/qna.js';
import { board, done, hall, onDesk, send, undo, type Hall } from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let here: Hall;
type Desk = Device<typeof qnaSocket>;
const devices: { close: () => void }[] = [];
beforeAll(async () => {
  world = await TestApp.start();
  here = await hall(world, { moderation: 'before' });
});
afterAll(() => world.stop());
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

const asked = async () => (await ask(here.member, here.id)).id as never;

async function deviceOf(who: Agent) {
  const device = await Device.connect(world, who, qnaSocket);
  devices.push(device);
  return device;
}

describe('two at once', () => {
  it('one of an approval and a refusal stands, and the other hears by whom', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await asked();
      const answers = await Promise.all([
        send(here.triage, here.id, { kind: 'approve', id, rev: 1 }),
        send(here.host, here.id, { kind: 'decline', id, rev: 1, reason: 'unclear', note: '' }),
      ]);
      const [lost] = answers.filter(({ status }) => status === 409);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { state, rev } = await onDesk(here.host, here.id, id);
      const by = state === 'approved' ? 'Trần Thị Duyệt' : 'Lê Văn Điều Hành';
      expect(lost?.body).toMatchObject({ code: 'qna.moved_already', params: { state, by } });
      expect(rev).toBe(2);
    }
  });

  it('of twenty who approve the same question one does', async () => {
    const id = await asked();
    const calls = Array.from({ length: 20 }, (_, index) =>
      send(index % 2 ? here.triage : here.host, here.id, { kind: 'approve', id, rev: 1 }),
    );
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await onDesk(here.host, here.id, id)).rev).toBe(2);
  });

  it('never has two on the floor or two that are next, whoever calls', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(asked));
    for (const id of ids) await done(here.triage, here.id, { kind: 'approve', id });
    const calls = ids.flatMap((id, index) => [
      send(index % 2 ? here.owner : here.host, here.id, { kind: 'answer_now', id, rev: 2 }),
      send(here.admin, here.id, { kind: 'next', id, rev: 2, on: true }),
    ]);
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const rows = await board(here.host, here.id);
    expect(rows.filter(({ state }) => state === 'answering').length).toBeLessThanOrEqual(1);
    const [next] = await world.database.query(
      'SELECT count(*)::int AS count FROM inquiry WHERE session_id = $1 AND is_next',
      [here.id],
    );
    expect(next.count).toBeLessThanOrEqual(1);
  });

  it('takes a move back once', async () => {
    const { moveId } = await done(here.triage, here.id, { kind: 'approve', id: await asked() });
    const answers = await Promise.all(Array.from({ length: 6 }, () => undo(here.host, moveId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });
});

describe('a lock', () => {
  it('keeps the others off until it is let go, used or over, and says who holds it', async () => {
    const id = await asked();
    const [mine, other] = [await deviceOf(here.triage), await deviceOf(here.host)];
    expect(await mine.ask('desk.lock', { inquiryId: id, on: true })).toMatchObject({ ok: true });
    const refused = { error: { code: 'qna.locked', params: { by: 'Trần Thị Duyệt' } } };
    expect(await other.ask('desk.lock', { inquiryId: id, on: true })).toMatchObject(refused);
    const move = { kind: 'edit', id, text: 'Ngắn hơn thế này?' } as const;
    const { status, body } = await send(here.host, here.id, move);
    expect([status, body.code, body.params.by]).toEqual([409, 'qna.locked', 'Trần Thị Duyệt']);
    await done(here.triage, here.id, move);
    await done(here.host, here.id, { ...move, text: 'Rồi ngắn nữa?' });
    await mine.ask('desk.lock', { inquiryId: id, on: true });
    await world.advance(21_000);
    expect(await other.ask('desk.lock', { inquiryId: id, on: true })).toMatchObject({ ok: true });
  });

  it('goes to one of twenty who reach for it', async () => {
    const inquiryId = await asked();
    const people = [here.triage, here.host, here.scribe, here.owner, here.admin];
    const desks = await Promise.all(
      Array.from({ length: 20 }, (_, index) => deviceOf(people[index % 5] ?? here.host)),
    );
    const answers = await Promise.all(desks.map((desk) => desk.ask('desk.lock', { inquiryId, on: true })));
    const holders = new Set(answers.flatMap(({ ok }, index) => (ok ? [index % 5] : [])));
    expect(holders.size).toBe(1);
    const outside = await deviceOf(here.member);
    const answer = await outside.ask('desk.lock', { inquiryId, on: true });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  /** Somebody at the desk with a lock, and until when it would hold if nothing happened. */
  async function atWork(who: Agent, inquiryId: never) {
    const device = await deviceOf(who);
    await device.ask('desk.watch', { sessionId: here.id });
    const answer = await device.ask('desk.lock', { inquiryId, on: true });
    if (!answer.ok) throw new Error('the lock was not given');
    return { device, until: Date.parse(answer.data.until ?? '') };
  }

  it.each([
    ['closes the page', async (desk: Desk) => desk.close()],
    [
      'leaves the desk',
      async (desk: Desk) => void (await desk.ask('session.unwatch', { sessionId: here.id })),
    ],
    [
      'is taken off the team',
      async () =>
        void (await here.owner
          .delete(`/api/qna-sessions/${here.id}/team/${here.triage.memberId}`)
          .expect(200)),
    ],
  ])('is given back at once when its holder %s, and the desk hears it', async (_what, leave) => {
    const inquiryId = await asked();
    const colleague = await deviceOf(here.host);
    await colleague.ask('desk.watch', { sessionId: here.id });
    const { device, until } = await atWork(here.triage, inquiryId);
    const holds = ({ locks }: { locks: readonly { inquiryId: string }[] }) =>
      locks.some((lock) => lock.inquiryId === inquiryId);
    await colleague.hears('desk.tick', holds);
    const heard = colleague.heard.length;
    await leave(device);
    await expect
      .poll(() =>
        colleague.heard
          .slice(heard)
          .some(({ event, data }) => event === 'desk.tick' && !holds(data as never)),
      )
      .toBe(true);
    expect(await colleague.ask('desk.lock', { inquiryId, on: true })).toMatchObject({ ok: true });
    expect(world.now().getTime()).toBeLessThan(until);
    await here.owner
      .put(`/api/qna-sessions/${here.id}/team/${here.triage.memberId}`, { role: 'triage' })
      .expect(200);
  });

  it('stays while its holder is at it in another tab', async () => {
    const inquiryId = await asked();
    const [one, other] = [await atWork(here.triage, inquiryId), await atWork(here.triage, inquiryId)];
    const colleague = await deviceOf(here.host);
    one.device.close();
    await expect.poll(() => world.app.get(RealtimeHub).viewersIn('/qna', `desk:${here.id}`).length).toBe(1);
    const locked = { ok: false, error: { code: 'qna.locked' } };
    expect(await colleague.ask('desk.lock', { inquiryId, on: true })).toMatchObject(locked);
    await other.device.ask('desk.lock', { inquiryId, on: false });
    expect(await colleague.ask('desk.lock', { inquiryId, on: true })).toMatchObject({ ok: true });
  });

  it('is forgotten by night once it is over', async () => {
    const count = async () =>
      (await world.database.query('SELECT count(*)::int AS count FROM soft_lock'))[0].count;
    const desk = await deviceOf(here.triage);
    for (const inquiryId of [await asked(), await asked()])
      await desk.ask('desk.lock', { inquiryId, on: true });
    await world.app.get(SoftLocks).forgetEnded();
    expect(await count()).toBeGreaterThanOrEqual(2);
    await world.advance(20_000);
    await world.app.get(SoftLocks).forgetEnded();
    expect(await count()).toBe(0);
  });
});

describe('locks of two kinds', () => {
  const kind = (name: string) => ({
    kind: name,
    seconds: 30,
    namespace: '/qna',
    roomOf: (id: string) => `x:${id}`,
  });

  it('know nothing of each other, and one outlives the other by its seconds', async () => {
    const locks = world.app.get(SoftLocks);
    const [slides, notes] = [locks.of(kind('test.slides')), locks.of({ ...kind('test.notes'), seconds: 5 })];
    const [resourceId, placeId] = [v7(), v7()];
    const desk = await deviceOf(here.triage);
    const [mine, yours] = [here.triage, here.host].map(({ memberId: id }) => ({
      memberId: memberId.parse(id),
      socketId: desk.id,
    }));
    if (!mine || !yours) throw new Error('nobody is there');
    expect(await slides.take(mine, { resourceId, placeId })).not.toBeNull();
    expect(await notes.take(yours, { resourceId, placeId })).not.toBeNull();
    expect(await slides.take(yours, { resourceId, placeId })).toBeNull();
    expect((await slides.at(placeId)).map((lock) => lock.memberId)).toEqual([mine.memberId]);
    expect(await notes.otherAt(world.database, [resourceId], mine.memberId)).toBe(yours.memberId);
    expect(await notes.otherAt(world.database, [resourceId], yours.memberId)).toBeNull();
    await world.advance(5_000);
    expect([await slides.at(placeId), await notes.at(placeId)].map((found) => found.length)).toEqual([1, 0]);
    await slides.giveBack(mine, { resourceId, placeId });
    expect(await slides.at(placeId)).toEqual([]);
  });

  it('leave nothing behind of who is gone before one is given', async () => {
    const locks = world.app.get(SoftLocks).of(kind('test.hasty'));
    const resource = { resourceId: v7(), placeId: v7() };
    const desk = await deviceOf(here.triage);
    const hasty = { memberId: memberId.parse(here.triage.memberId), socketId: desk.id };
    desk.close();
    await expect.poll(() => world.app.get(RealtimeHub).sizeOf('/qna', hasty.socketId)).toBe(0);
    await locks.take(hasty, resource);
    expect(await locks.at(resource.placeId)).toEqual([]);
  });
});
