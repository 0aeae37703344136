import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { authorKey } from '../../../../shared/qna/inquiry.schema.js';
import { participantId, type QnaSessionId } from '../../../../shared/qna/session.schema.js';
import { TestApp } from '../../../support/app.js';
import { ask, newKey, newSession } from '../../../support/qna.js';
import { done, doneQuiet } from '../../../support/qna-desk.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';

type RoomDevice = Device<typeof qnaSocket>;

let world: TestApp;
let host: Agent;
let author: Agent;
let reader: Agent;
const open: RoomDevice[] = [];

beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  [author, reader] = [await world.member(), await world.member()];
});
afterAll(() => world.stop());
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

async function connect(who: Agent): Promise<RoomDevice> {
  const device = await Device.connect(world, who, qnaSocket);
  open.push(device);
  return device;
}

async function inRoom(who: Agent, sessionId: QnaSessionId): Promise<RoomDevice> {
  const device = await connect(who);
  expect(await device.ask('session.watch', { sessionId })).toMatchObject({ ok: true });
  return device;
}

/** Something everybody in the room hears, after whatever they should not have heard. */
async function heardByRoom(device: RoomDevice, sessionId: QnaSessionId): Promise<void> {
  const last = await ask(author, sessionId);
  await device.hears('room.tick', ({ changed }) => changed.some(({ id }) => id === last.id));
}

describe('the room', () => {
  it('hears a new question, numbered without a gap, and keeps a watcher of another session out of it', async () => {
    const [mine, other] = [await newSession(world, host), await newSession(world, host)];
    const watching = await inRoom(reader, mine.id);
    const elsewhere = await inRoom(reader, other.id);
    const inquiry = await ask(author, mine.id);
    await watching.hears('room.tick', ({ changed }) => changed.some(({ id }) => id === inquiry.id));
    expect(watching.heard.map(({ seq }) => seq)).toEqual(watching.heard.map((_, index) => index + 1));
    expect(JSON.stringify(elsewhere.heard)).not.toContain(inquiry.id);
  });

  it('never hears a question that waits for a moderator', async () => {
    const { id } = await newSession(world, host, { words: ['vớ vẩn'] });
    const watching = await inRoom(reader, id);
    const waiting = await ask(author, id, { text: 'Câu này thật vớ vẩn phải không?' });
    expect(waiting.state).toBe('pending');
    await heardByRoom(watching, id);
    expect(JSON.stringify(watching.heard)).not.toContain('vớ vẩn');
    const { body } = await reader.get(`/api/qna-sessions/${id}/inquiries`).expect(200);
    expect(JSON.stringify(body)).not.toContain('vớ vẩn');
  });

  it('opens to nobody from outside, and the desk to nobody from the audience', async () => {
    const { id } = await newSession(world, host);
    const outside = await connect(world.outsider());
    for (const event of ['session.watch', 'desk.watch', 'projector.watch'] as const)
      expect(await outside.ask(event, { sessionId: id })).toMatchObject({ ok: false });
    const audience = await connect(reader);
    for (const event of ['desk.watch', 'projector.watch'] as const)
      expect(await audience.ask(event, { sessionId: id })).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    const inside = await inRoom(host, id);
    await heardByRoom(inside, id);
    expect([...outside.heard, ...audience.heard]).toEqual([]);
  });

  it('is closed to who was removed: at once, on every way, until let back in', async () => {
    const { id } = await newSession(world, host);
    const removed = await world.member();
    const device = await inRoom(removed, id);
    const own = await ask(removed, id);
    await device.ask('own.watch', { sessionId: id, keys: [authorKey.parse(own.key)] });
    const path = `/api/qna-sessions/${id}/removals/${removed.memberId}`;
    await reader.put(path).expect(404);
    await host.put(path).expect(204);
    await device.hears('session.left', ({ reason }) => reason === 'removed');
    const before = device.heard.length;
    const staying = await inRoom(reader, id);
    const { rev } = own;
    await host
      .post(`/api/qna-sessions/${id}/moves`, { kind: 'label', inquiryId: own.id, rev, labels: ['Luật'] })
      .expect(200);
    await heardByRoom(staying, id);
    expect(device.heard.length).toBe(before);
    expect(await device.ask('session.watch', { sessionId: id })).toMatchObject({
      ok: false,
      error: { code: 'qna.removed' },
    });
    await removed.get(`/api/qna-sessions/${id}`).expect(403);
    await removed
      .post(`/api/qna-sessions/${id}/inquiries`, { key: newKey(), text: 'Cho tôi vào?', anonymous: true })
      .expect(403);
    await host.delete(path).expect(204);
    await removed.get(`/api/qna-sessions/${id}`).expect(200);
  });

  it('keeps out only who takes part: by a question under their name, or as a guest of this session', async () => {
    const { id } = await newSession(world, host, { guestsAllowed: true });
    const elsewhere = await newSession(world, host, { guestsAllowed: true });
    const removal = async (participant: string) =>
      (await host.put(`/api/qna-sessions/${id}/removals/${participant}`)).status;
    const stranger = await world.member();
    await ask(stranger, elsewhere.id);
    const quiet = await world.member();
    await ask(quiet, id, { anonymous: true });
    const guest = await world
      .outsider()
      .put(`/api/qna-codes/${elsewhere.code}/guest`, { name: 'Khách buổi khác' })
      .expect(200);
    const guestIds: { id: string }[] = await world.database.query(
      'SELECT id FROM guest WHERE place_id = $1',
      [elsewhere.id],
    );
    expect([guest.status, guestIds.length]).toEqual([200, 1]);
    for (const one of [stranger.memberId, quiet.memberId, guestIds[0]?.id ?? '', v7()])
      expect(await removal(one)).toBe(404);
    await ask(quiet, id);
    expect(await removal(quiet.memberId)).toBe(204);
  });

  it('does not let the desk remove itself or whoever made the session', async () => {
    const { id } = await newSession(world, host);
    await host.put(`/api/qna-sessions/${id}/removals/${host.memberId}`).expect(404);
  });

  it('loses a member of the team from the desk when the role ends', async () => {
    const { id } = await newSession(world, host);
    const helper = await world.member();
    await host.put(`/api/qna-sessions/${id}/team/${helper.memberId}`, { role: 'triage' }).expect(200);
    const device = await connect(helper);
    expect(await device.ask('desk.watch', { sessionId: id })).toMatchObject({ ok: true });
    await host.delete(`/api/qna-sessions/${id}/team/${helper.memberId}`).expect(200);
    await device.hears('session.left', ({ reason }) => reason === 'role_ended');
    const before = device.heard.length;
    const staying = await inRoom(reader, id);
    await heardByRoom(staying, id);
    expect(device.heard.length).toBe(before);
    expect(await device.ask('desk.watch', { sessionId: id })).toMatchObject({ ok: false });
  });
});

describe('an author', () => {
  it('follows one’s own question, by name or by its key, and nobody else hears that', async () => {
    const { id } = await newSession(world, host, { moderation: 'before' });
    const named = await ask(author, id);
    const anonymous = await ask(author, id, { anonymous: true });
    const [own, foreign] = [await connect(author), await connect(reader)];
    await own.ask('own.watch', { sessionId: id, keys: [authorKey.parse(anonymous.key)] });
    await foreign.ask('own.watch', { sessionId: id, keys: [] });
    for (const { id: inquiryId, key } of [named, anonymous])
      await author.put(`/api/inquiries/${inquiryId}/withdrawal`, { key }).expect(200);
    for (const { id: inquiryId } of [named, anonymous])
      await own.hears('own.moved', (view) => view.id === inquiryId && view.state === 'withdrawn');
    expect(foreign.heard).toEqual([]);
  });

  it('edits and withdraws with the key alone, and others cannot', async () => {
    const { id } = await newSession(world, host);
    const inquiry = await ask(author, id, { anonymous: true });
    const path = `/api/inquiries/${inquiry.id}`;
    await reader.put(path, { key: newKey(), text: 'Của tôi chứ?' }).expect(404);
    await author.put(path, { key: newKey(), text: 'Quên khóa rồi?' }).expect(404);
    const edited = await author.put(path, { key: inquiry.key, text: 'Viết lại cho rõ?' }).expect(200);
    expect(edited.body).toMatchObject({ text: 'Viết lại cho rõ?', state: 'approved' });
    await reader.put(`${path}/vote`, { up: true }).expect(200);
    await expect
      .poll(
        async () => (await author.put(path, { key: inquiry.key, text: 'Đổi sau khi có phiếu?' })).body.code,
      )
      .toBe('qna.edit_too_late');
    await author.put(`${path}/withdrawal`, { key: inquiry.key }).expect(200);
    await author.put(`${path}/withdrawal`, { key: inquiry.key }).expect(200);
    const { body } = await reader.get(`/api/qna-sessions/${id}/inquiries`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('keeps to the limits of the session, whether by name or not', async () => {
    const { id } = await newSession(world, host, { maxPerPerson: 2, slowModeSeconds: 60 });
    const who = await world.member();
    const post = (anonymous: boolean) =>
      who.post(`/api/qna-sessions/${id}/inquiries`, { key: newKey(), text: 'Một câu hỏi nữa?', anonymous });
    const [first, soon] = await world.atOneMoment(async () => [await post(true), await post(false)] as const);
    expect(first.body).toMatchObject({ left: 1 });
    expect([soon.status, soon.body]).toMatchObject([
      429,
      { code: 'qna.ask_slower', params: { retryAfterSeconds: 60 } },
    ]);
    await world.advance(61_000);
    expect((await post(false)).body).toMatchObject({ left: 0 });
    await world.advance(61_000);
    expect((await post(true)).body).toMatchObject({ code: 'qna.asked_enough', params: { allowed: 2 } });
  });

  it('does not get past a session that takes no questions while votes go on, or that ended', async () => {
    const { id } = await newSession(world, host);
    const inquiry = await ask(author, id);
    const post = () =>
      reader.post(`/api/qna-sessions/${id}/inquiries`, {
        key: newKey(),
        text: 'Còn kịp không?',
        anonymous: false,
      });
    const turn = (kind: 'accepting' | 'voting', on: boolean) => doneQuiet(host, id, { kind, on });
    await turn('accepting', false);
    expect((await post()).body.code).toBe('qna.not_accepting');
    await reader.put(`/api/inquiries/${inquiry.id}/vote`, { up: true }).expect(200);
    await turn('accepting', true);
    await turn('voting', false);
    expect((await reader.put(`/api/inquiries/${inquiry.id}/vote`, { up: false })).body.code).toBe(
      'qna.voting_closed',
    );
    await host.put(`/api/qna-sessions/${id}/switches`, { ended: true }).expect(200);
    expect((await post()).body.code).toBe('qna.ended');
  });
});

describe('votes', () => {
  it('of one person from many devices at once are one', async () => {
    const { id } = await newSession(world, host);
    const inquiry = await ask(author, id);
    const devices = await Promise.all([1, 2, 3, 4].map(() => world.secondDevice(reader)));
    await Promise.all(
      devices.flatMap((device) =>
        [1, 2, 3].map(() => device.put(`/api/inquiries/${inquiry.id}/vote`, { up: true }).expect(200)),
      ),
    );
    const rows: unknown = await world.database.query(
      'SELECT voter_id FROM inquiry_vote WHERE inquiry_id = $1',
      [inquiry.id],
    );
    expect(rows).toEqual([{ voter_id: participantId.parse(reader.memberId) }]);
  });

  it('for one’s own question are refused, also without a name', async () => {
    const { id } = await newSession(world, host);
    for (const anonymous of [false, true]) {
      const inquiry = await ask(author, id, { anonymous });
      const { status, body } = await author.put(`/api/inquiries/${inquiry.id}/vote`, { up: true });
      expect([anonymous, status, body.code]).toEqual([anonymous, 409, 'qna.own_vote']);
    }
  });

  it('on what was answered a moment ago hear so, alone or merged', async () => {
    const { id } = await newSession(world, host);
    const [alone, target, merged] = [await ask(author, id), await ask(author, id), await ask(author, id)];
    await host
      .post(`/api/qna-sessions/${id}/moves`, {
        kind: 'merge',
        targetId: target.id,
        inquiryIds: [merged.id],
      })
      .expect(200);
    for (const one of [alone, target])
      await done(host, id, { kind: 'answer_in_writing', id: one.id, text: 'Có.', by: 'Văn phòng' });
    for (const one of [alone, target, merged]) {
      const { status, body } = await reader.put(`/api/inquiries/${one.id}/vote`, { up: true });
      expect([status, body.code]).toEqual([409, 'qna.answered']);
    }
    const declined = await ask(author, id);
    await done(host, id, { kind: 'decline', id: declined.id, reason: 'other', note: '' });
    const { body } = await reader.put(`/api/inquiries/${declined.id}/vote`, { up: true });
    expect(body.code).toBe('qna.voting_closed');
  });

  it('bring up what is close to a text before it is asked again', async () => {
    const { id } = await newSession(world, host);
    const inquiry = await ask(author, id, {
      text: 'Đăng ảnh bạn đọc dự sự kiện có cần xin phép từng người không?',
    });
    await ask(author, id, { text: 'Ai giữ danh sách đăng ký nhận bản tin?' });
    const similar = await reader
      .post(`/api/qna-sessions/${id}/similar-inquiries`, { text: 'dang anh ban doc su kien co can xin phep' })
      .expect(200);
    expect(similar.body.items).toMatchObject([{ id: inquiry.id, own: false }]);
    expect(similar.body.items[0].similarity).toBeGreaterThanOrEqual(0.4);
  });
});
