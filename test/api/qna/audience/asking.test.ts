import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../../support/app.js';
import { ask, newKey, newSession } from '../../../support/qna.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { roomOf } from '../../../../shared/qna/qna.rooms.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let host: Agent;
let member: Agent;
let other: Agent;

beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  member = await world.member();
  other = await world.member();
});
afterAll(() => world.stop());

const listOf = async (who: Agent, id: string, query = '') =>
  (await who.get(`/api/qna-sessions/${id}/inquiries${query}`).expect(200)).body.items;

describe('asking', () => {
  it('shows a question to the room at once, or after a moderator read it, as the session says', async () => {
    const after = await newSession(world, host);
    const before = await newSession(world, host, { moderation: 'before' });
    const shown = await ask(member, after.id);
    const waiting = await ask(member, before.id);
    expect([shown.state, waiting.state]).toEqual(['approved', 'pending']);
    expect(await listOf(other, after.id)).toMatchObject([{ id: shown.id, own: false, voted: false }]);
    expect(await listOf(other, before.id)).toEqual([]);
  });

  it('is done once however often the same key comes, and answers with the same receipt', async () => {
    const { id } = await newSession(world, host);
    const key = newKey();
    const text = 'Ai chịu trách nhiệm khi lộ dữ liệu?';
    const receipts = await Promise.all([1, 2, 3, 4, 5].map(() => ask(member, id, { key, text })));
    expect(new Set(receipts.map((receipt) => receipt.id)).size).toBe(1);
    expect(await listOf(other, id)).toHaveLength(1);
    expect(receipts[0]?.number).toBe(1);
  });

  it('numbers receipts so that none tells between which two an anonymous question came', async () => {
    const { id } = await newSession(world, host);
    const named: number[] = [];
    const anonymous: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      named.push((await ask(member, id)).number);
      anonymous.push((await ask(other, id, { anonymous: true })).number);
    }
    expect(named).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(new Set([...named, ...anonymous]).size).toBe(24);
    expect(Math.min(...anonymous)).toBeGreaterThanOrEqual(1000);
    // One order of twelve in half a billion.
    expect(anonymous).not.toEqual(anonymous.toSorted((one, two) => one - two));
  });

  it('leaves a question asked by name to its author on any device, and to nobody else', async () => {
    const { id } = await newSession(world, host);
    const { id: inquiryId } = await ask(member, id);
    const elsewhere = await world.secondDevice(member);
    const own = await elsewhere.post(`/api/qna-sessions/${id}/own-inquiries`, { keys: [] }).expect(200);
    expect(own.body.items).toMatchObject([{ id: inquiryId, key: null, can: { edit: true, withdraw: true } }]);
    const path = `/api/inquiries/${inquiryId}`;
    for (const stranger of [other, host]) {
      await stranger.put(path, { key: null, text: 'Không phải câu của tôi?' }).expect(404);
      await stranger.put(`${path}/withdrawal`, { key: null }).expect(404);
    }
    await elsewhere.put(path, { key: null, text: 'Viết lại từ máy khác?' }).expect(200);
    expect(await listOf(other, id)).toMatchObject([{ text: 'Viết lại từ máy khác?' }]);
    await elsewhere.put(`${path}/withdrawal`, { key: null }).expect(200);
    expect(await listOf(other, id)).toEqual([]);
  });
});

describe('votes', () => {
  it('count once a person, not for oneself, and are told in a tick', async () => {
    const { id } = await newSession(world, host);
    const inquiry = await ask(member, id);
    const device = await Device.connect(world, other, qnaSocket);
    expect(await device.ask('session.watch', { sessionId: id })).toMatchObject({
      ok: true,
      data: { live: { accepting: true } },
    });
    await Promise.all(
      [1, 2, 3].map(() => other.put(`/api/inquiries/${inquiry.id}/vote`, { up: true }).expect(200)),
    );
    const refused = await member.put(`/api/inquiries/${inquiry.id}/vote`, { up: true }).expect(409);
    expect(refused.body.code).toBe('qna.own_vote');
    const heard = await device.hears('room.tick', ({ votes }) => votes.some(([, count]) => count === 1));
    expect(heard.room).toBe(roomOf(id));
    expect(heard.data.votes).toEqual([[inquiry.id, 1]]);
    expect(await listOf(other, id)).toMatchObject([{ votes: 1, voted: true }]);
    await other.put(`/api/inquiries/${inquiry.id}/vote`, { up: false }).expect(200);
    await device.hears('room.tick', ({ votes }) => votes.some(([, count]) => count === 0));
    device.close();
  });
});
