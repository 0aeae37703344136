import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { authorKey, ownInquiries } from '../../../../shared/qna/inquiry.schema.js';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import type { QnaSessionId } from '../../../../shared/qna/session.schema.js';
import { TestApp } from '../../../support/app.js';
import { ask, newKey, newSession, sessionDraft } from '../../../support/qna.js';
import { done, hall, merged, undo, vote } from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';
import { codeOf } from '../../account/people.js';

let world: TestApp;
let host: Agent;
let author: Agent;
let reader: Agent;
const devices: Device<typeof qnaSocket>[] = [];

beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  [author, reader] = [await world.member(), await world.member()];
});
afterAll(() => world.stop());
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

async function connect(who: Agent) {
  const device = await Device.connect(world, who, qnaSocket);
  devices.push(device);
  return device;
}

async function inRoom(who: Agent, sessionId: QnaSessionId) {
  const device = await connect(who);
  expect(await device.ask('session.watch', { sessionId })).toMatchObject({ ok: true });
  return device;
}

/** Something the room hears, after whatever it should not have heard. */
async function heardByRoom(device: Device<typeof qnaSocket>, sessionId: QnaSessionId): Promise<void> {
  const { id } = await ask(author, sessionId);
  await done(host, sessionId, { kind: 'approve', id });
  await device.hears('room.tick', ({ changed }) => changed.some((one) => one.id === id));
}

describe('what the room never saw', () => {
  it('is not told by its id either, whose first appearance would tell when it was asked', async () => {
    const { id } = await newSession(world, host, { moderation: 'before' });
    const watching = await inRoom(reader, id);
    await watching.hears('room.tick');
    const waiting = await ask(author, id, { anonymous: true });
    await done(host, id, { kind: 'label', id: waiting.id, labels: ['Luật'] });
    await heardByRoom(watching, id);
    expect(JSON.stringify(watching.heard)).not.toContain(waiting.id);
    await done(host, id, { kind: 'approve', id: waiting.id });
    await watching.hears('room.tick', ({ changed }) => changed.some((one) => one.id === waiting.id));
  });

  it('goes from the room again once it was there, however it left', async () => {
    const { id } = await newSession(world, host, { moderation: 'before' });
    const watching = await inRoom(reader, id);
    const inquiry = await ask(author, id);
    const { moveId } = await done(host, id, { kind: 'approve', id: inquiry.id });
    await watching.hears('room.tick', ({ changed }) => changed.some((one) => one.id === inquiry.id));
    await undo(host, moveId).expect(200);
    await watching.hears('room.tick', ({ gone }) => gone.includes(inquiry.id));
  });

  it('is not read by the author of what was merged into it', async () => {
    const { id } = await newSession(world, host, { moderation: 'before' });
    const [target, other] = [
      await ask(author, id, { text: 'Chuyện riêng của phòng tôi?' }),
      await ask(reader, id),
    ];
    await merged(host, id, { targetId: target.id, inquiryIds: [other.id] });
    const seen = async () => {
      const { body } = await reader.post(`/api/qna-sessions/${id}/own-inquiries`, { keys: [] }).expect(200);
      return ownInquiries.parse(body).items[0]?.mergedInto;
    };
    const device = await connect(reader);
    await device.ask('own.watch', { sessionId: id, keys: [] });
    expect(await seen()).toEqual({ id: target.id, text: null, answer: null });
    await done(host, id, { kind: 'approve', id: target.id });
    expect(await seen()).toEqual({ id: target.id, text: 'Chuyện riêng của phòng tôi?', answer: null });
    await device.hears('own.moved', (view) => view.id === other.id && view.mergedInto?.text !== null);
    await done(host, id, { kind: 'decline', id: target.id, reason: 'personal', note: '' });
    expect(await seen()).toEqual({ id: target.id, text: null, answer: null });
  });

  it('does not stay on the projector when its author writes it anew', async () => {
    const { id } = await newSession(world, host, { moderation: 'before' });
    const inquiry = await ask(author, id);
    await done(host, id, { kind: 'approve', id: inquiry.id });
    const shown = { kind: 'project', inquiryId: inquiry.id, blackout: false, dark: false };
    await host.post(`/api/qna-sessions/${id}/moves`, shown).expect(200);
    const change = { key: inquiry.key, text: 'Viết lại, chờ duyệt?' };
    await author.put(`/api/inquiries/${inquiry.id}`, change).expect(200);
    const { body } = await reader.get(`/api/qna-sessions/${id}`).expect(200);
    expect(body.live.projection.inquiryId).toBeNull();
  });
});

describe('who may not be here any more', () => {
  it('hears nothing, when the session stops letting guests in', async () => {
    const { id, code } = await newSession(world, host, { guestsAllowed: true });
    const guest = world.guest(
      await world.outsider().put(`/api/qna-codes/${code}/guest`, { name: 'Bác Năm' }),
    );
    const device = await inRoom(guest, id);
    const own = await ask(guest, id);
    await device.ask('own.watch', { sessionId: id, keys: [authorKey.parse(own.key)] });
    const member = await inRoom(reader, id);
    const { level: _level, keyHolders: _keyHolders, ...settings } = sessionDraft(world);
    await host.put(`/api/qna-sessions/${id}/settings`, { ...settings, revision: 1 }).expect(200);
    await device.hears('session.left', ({ reason }) => reason === 'guests_ended');
    const before = device.heard.length;
    await done(host, id, { kind: 'label', id: own.id, labels: ['Luật'] });
    await member.hears('room.tick', ({ changed }) => changed.some(({ labels }) => labels.includes('Luật')));
    expect(device.heard.length).toBe(before);
    expect(member.heard.map(({ event }) => event)).not.toContain('session.left');
  });

  it('hears nothing of their own questions, whatever else they watched', async () => {
    const { id } = await newSession(world, host);
    const removed = await world.member();
    const own = await ask(removed, id);
    const device = await connect(removed);
    await device.ask('own.watch', { sessionId: id, keys: [authorKey.parse(own.key)] });
    await host.put(`/api/qna-sessions/${id}/removals/${removed.memberId}`).expect(204);
    await device.hears('session.left', ({ reason }) => reason === 'removed');
    // Of the asking itself they may have heard before.
    const before = device.heard.length;
    const member = await inRoom(reader, id);
    await done(host, id, { kind: 'label', id: own.id, labels: ['Luật'] });
    await member.hears('room.tick', ({ changed }) => changed.some(({ id: one }) => one === own.id));
    expect(device.heard.length).toBe(before);
  });

  it('hears nothing of the desk once the role that let them there is gone', async () => {
    const { id } = await newSession(world, host, { moderation: 'before' });
    const former = await world.member({ roles: [{ role: 'admin' }] });
    const admin = await world.member({ roles: [{ role: 'admin' }] });
    const [device, staying] = [await connect(former), await connect(host)];
    for (const one of [device, staying])
      expect(await one.ask('desk.watch', { sessionId: id })).toMatchObject({ ok: true });
    await admin.put(`/api/members/${former.memberId}/roles`, { roles: [] }).expect(200);
    await expect.poll(async () => codeOf(await former.get(`/api/qna-sessions/${id}/desk`))).toBe('not_found');
    const waiting = await ask(author, id);
    await staying.hears('desk.tick', ({ changed }) => changed.some((one) => one.id === waiting.id));
    await device.hears('session.left', ({ reason }) => reason === 'role_ended');
    expect(JSON.stringify(device.heard)).not.toContain(waiting.id);
  });

  it('is never an administrator, nor the desk, nor whoever is called to it', async () => {
    const { id, admin, owner } = await hall(world);
    await owner.put(`/api/qna-sessions/${id}/removals/${admin.memberId}`).expect(404);
    const called = await world.member();
    await ask(called, id);
    await owner.put(`/api/qna-sessions/${id}/removals/${called.memberId}`).expect(204);
    await called.get(`/api/qna-sessions/${id}`).expect(403);
    const { body } = await owner
      .put(`/api/qna-sessions/${id}/team/${called.memberId}`, { role: 'triage' })
      .expect(200);
    expect(body.removed).toEqual([]);
    await called.get(`/api/qna-sessions/${id}/desk`).expect(200);
  });

  it('does not include whoever made the session and gave up a seat on its team', async () => {
    const { id } = await newSession(world, host);
    await host.put(`/api/qna-sessions/${id}/team/${host.memberId}`, { role: 'scribe' }).expect(200);
    const device = await connect(host);
    expect(await device.ask('desk.watch', { sessionId: id })).toMatchObject({
      data: { people: [{ role: 'host' }] },
    });
    await host.delete(`/api/qna-sessions/${id}/team/${host.memberId}`).expect(200);
    const inquiry = await ask(author, id);
    await device.hears('desk.tick', ({ changed }) => changed.some((one) => one.id === inquiry.id));
  });
});

describe('a role at the desk', () => {
  it('is told to whoever has it as soon as it is another one', async () => {
    const { id, owner, triage } = await hall(world);
    const device = await connect(triage);
    expect(await device.ask('desk.watch', { sessionId: id })).toMatchObject({
      data: { people: [{ role: 'triage' }] },
    });
    await owner.put(`/api/qna-sessions/${id}/team/${triage.memberId}`, { role: 'scribe' }).expect(200);
    await device.hears('desk.tick', ({ people }) => people.some(({ role }) => role === 'scribe'));
  });
});

describe('what one person does at once', () => {
  it('keeps to the limits, by name and without', async () => {
    const { id } = await newSession(world, host, { maxPerPerson: 2 });
    for (const anonymous of [false, true]) {
      const who = await world.member();
      const post = () =>
        who.post(`/api/qna-sessions/${id}/inquiries`, { key: newKey(), text: 'Cùng một lúc?', anonymous });
      const statuses = (await Promise.all(Array.from({ length: 6 }, post))).map(({ status }) => status);
      expect([anonymous, statuses.filter((status) => status === 201).length]).toEqual([anonymous, 2]);
    }
  });

  it('is no flood, whatever the session allows', async () => {
    const { id } = await newSession(world, host);
    const who = await world.member();
    const post = () =>
      who.post(`/api/qna-sessions/${id}/inquiries`, { key: newKey(), text: 'Một câu nữa?', anonymous: true });
    const answers = await world.atOneMoment(() => Promise.all(Array.from({ length: 60 }, post)));
    expect(answers.map(codeOf).filter((code) => code === 'qna.ask_slower')).toHaveLength(30);
    await ask(await world.member(), id);
    await world.advance(3_000);
    await post().expect(201);
  });

  it('cannot put another text under support that was just acknowledged', async () => {
    const { id } = await newSession(world, host);
    const inquiry = await ask(author, id);
    await vote(reader, inquiry.id);
    const change = { key: inquiry.key, text: 'Một câu khác hẳn?' };
    expect(codeOf(await author.put(`/api/inquiries/${inquiry.id}`, change))).toBe('qna.edit_too_late');
  });

  it('makes no question of another session look well known', async () => {
    const [here, there] = [await newSession(world, host), await newSession(world, host)];
    const [own, foreign] = [await ask(author, here.id), await ask(author, there.id)];
    const device = await inRoom(reader, here.id);
    await device.ask('inquiry.seen', {
      sessionId: here.id,
      inquiryIds: [own.id as never, foreign.id as never],
    });
    const viewsIn = async (sessionId: string) =>
      (await reader.get(`/api/qna-sessions/${sessionId}/inquiries?sort=fair`)).body.items[0].fair.views;
    await expect.poll(() => viewsIn(here.id)).toBe(1);
    expect(await viewsIn(there.id)).toBe(0);
  });

  it('is refused in words where it makes no sense', async () => {
    const { id } = await newSession(world, host);
    const post = (text: string) =>
      author.post(`/api/qna-sessions/${id}/inquiries`, { key: newKey(), text, anonymous: false });
    expect(codeOf(await post('\u200b\u200b\u2060\u3164'))).toBe('input.invalid');
    const { body } = await post('Ai \u202edòng\u202c\u0007 này?').expect(201);
    expect(body.inquiry.text).toBe('Ai dòng này?');
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    await host.get(`/api/qna-sessions/${id}/desk?cursor=${cursor(99_999_999_999)}`).expect(400);
    const place = cursor([1.5, '00000000-0000-4000-8000-000000000000']);
    await host.get(`/api/qna-sessions/${id}/ledger?cursor=${place}`).expect(400);
  });

  it('is not asked in the name of whoever signed in on the device meanwhile', async () => {
    const { id } = await newSession(world, host);
    const question = {
      key: newKey(),
      text: 'Viết trước khi đăng xuất?',
      anonymous: false,
      by: author.memberId,
    };
    const path = `/api/qna-sessions/${id}/inquiries`;
    expect(codeOf(await reader.post(path, question))).toBe('qna.other_person');
    await author.post(path, question).expect(201);
  });

  it('supports nothing that their own question was merged into, with a name or without, but may take it back', async () => {
    const { id } = await newSession(world, host);
    for (const anonymous of [false, true]) {
      const [root, own] = [await ask(author, id), await ask(reader, id, { anonymous })];
      await vote(reader, root.id);
      const { moveId } = await merged(host, id, { targetId: root.id, inquiryIds: [own.id] });
      const cast = (up: boolean) => reader.put(`/api/inquiries/${root.id}/vote`, { up });
      expect([anonymous, (await cast(false)).status]).toEqual([anonymous, 200]);
      expect([anonymous, codeOf(await cast(true))]).toEqual([anonymous, 'qna.own_vote']);
      await undo(host, moveId).expect(200);
      expect([anonymous, (await cast(true)).status]).toEqual([anonymous, 200]);
    }
  });
});
