import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { TestApp } from '../../../support/app.js';
import { ask } from '../../../support/qna.js';
import { board, done, hall, onDesk, send, undo, type Hall } from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let here: Hall;
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
    await world.advance(20_000);
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
});
