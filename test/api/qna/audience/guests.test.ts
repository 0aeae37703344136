import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qnaSocket } from '../../../../shared/qna/qna.events.js';
import { TestApp } from '../../../support/app.js';
import { ask, newKey, newSession, type NewSession } from '../../../support/qna.js';
import { Device } from '../../../support/socket.js';
import type { Agent } from '../../../support/world.js';
import { codeOf } from '../../account/people.js';

let world: TestApp;
let host: Agent;
let open: NewSession;
let other: NewSession;
let closed: NewSession;
beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  open = await newSession(world, host, { guestsAllowed: true });
  other = await newSession(world, host, { guestsAllowed: true });
  closed = await newSession(world, host);
});
afterAll(() => world.stop());

const enter = (code: string, name: string, who = world.outsider()) =>
  who.put(`/api/qna-codes/${code}/guest`, { name });
const admitted = async (code: string, name: string) => world.guest(await enter(code, name));
const join = async (who: Agent, sessionId: NewSession['id']) => {
  const device = await Device.connect(world, who, qnaSocket);
  return { device, answer: await device.ask('session.watch', { sessionId }) };
};

describe('a guest by name', () => {
  it('is let in with a cookie that scripts cannot read, and takes part', async () => {
    const answer = await enter(open.code, 'Bác Năm');
    expect(answer.body).toMatchObject({ id: open.id, admitted: true });
    expect(String(answer.headers['set-cookie'])).toMatch(/^haidang\.guest=.*HttpOnly; SameSite=Lax$/);
    const guest = world.guest(answer);
    const view = await guest.get(`/api/qna-sessions/${open.id}`);
    expect(view.body).toMatchObject({
      me: { kind: 'guest', name: 'Bác Năm' },
      can: { ask: true, desk: null },
    });
    const { id } = await ask(guest, open.id);
    const { body } = await host.get(`/api/qna-sessions/${open.id}/inquiries`);
    expect(body.items).toMatchObject([{ id, author: { name: 'Bác Năm', unit: '' } }]);
    expect(codeOf(await guest.put(`/api/inquiries/${id}/vote`, { up: true }))).toBe('qna.own_vote');
  });

  it('keeps what is theirs when they come back under another name', async () => {
    const guest = await admitted(open.code, 'Cô Tư');
    const { id } = await ask(guest, open.id);
    expect((await enter(open.code, 'Cô Tư Bến Tre', guest)).status).toBe(200);
    const own = await guest.post(`/api/qna-sessions/${open.id}/own-inquiries`, { keys: [] });
    expect(own.body.items).toMatchObject([{ id }]);
    const view = await guest.get(`/api/qna-sessions/${open.id}`);
    expect(view.body.me).toMatchObject({ name: 'Cô Tư Bến Tre' });
  });

  it('is nobody in another session, over requests and sockets alike', async () => {
    const guest = await admitted(open.code, 'Anh Ba');
    const { id } = await ask(host, other.id);
    const refused = [
      await guest.get(`/api/qna-sessions/${other.id}`),
      await guest.get(`/api/qna-sessions/${other.id}/inquiries`),
      await guest.post(`/api/qna-sessions/${other.id}/inquiries`, {
        key: newKey(),
        text: 'Tôi hỏi nhờ?',
        anonymous: false,
      }),
      await guest.put(`/api/inquiries/${id}/vote`, { up: true }),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'not_found'));
    const [inside, outside] = [await join(guest, open.id), await join(guest, other.id)];
    expect(inside.answer).toMatchObject({ ok: true });
    expect(outside.answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await ask(host, other.id);
    await ask(host, open.id);
    await inside.device.hears('room.tick');
    expect(outside.device.heard).toEqual([]);
    for (const { device } of [inside, outside]) device.close();
  });

  it('does not come in without being asked, nor to a desk', async () => {
    expect(codeOf(await enter(closed.code, 'Bác Năm'))).toBe('qna.guests_not_allowed');
    expect(codeOf(await world.outsider().get(`/api/qna-sessions/${open.id}`))).toBe('not_found');
    const guest = await admitted(open.code, 'Chị Sáu');
    expect((await guest.get(`/api/qna-sessions/${open.id}/management`)).status).toBe(401);
    const { device } = await join(guest, open.id);
    expect(await device.ask('desk.watch', { sessionId: open.id })).toMatchObject({ ok: false });
    device.close();
  });

  it('stays out once removed, also by entering again', async () => {
    const guest = await admitted(open.code, 'Người Phá Rối');
    const { body } = await guest.get(`/api/qna-sessions/${open.id}`);
    const { device } = await join(guest, open.id);
    expect((await host.put(`/api/qna-sessions/${open.id}/removals/${body.me.id}`)).status).toBe(204);
    await device.hears('session.left', ({ reason }) => reason === 'removed');
    const heard = device.heard.length;
    const again = await enter(open.code, 'Tên Khác', guest);
    expect([again.status, codeOf(again)]).toEqual([403, 'qna.removed']);
    expect(codeOf(await guest.get(`/api/qna-sessions/${open.id}`))).toBe('qna.removed');
    const watching = await join(host, open.id);
    const { id } = await ask(host, open.id);
    await watching.device.hears('room.tick', ({ changed }) => changed.some((one) => one.id === id));
    expect(device.heard.slice(heard)).toEqual([]);
    for (const one of [device, watching.device]) one.close();
  });
});

describe('guests who come again and again without a cookie', () => {
  it('are counted by address for the host alone, and no address is kept', async () => {
    const session = await newSession(world, host, { guestsAllowed: true });
    const elsewhere = await newSession(world, host, { guestsAllowed: true });
    for (let time = 0; time < 7; time += 1) await admitted(session.code, `Khách ${time}`);
    await admitted(elsewhere.code, 'Khách khác');
    const crowd = (who: Agent) => who.get(`/api/qna-sessions/${session.id}/guests`);
    expect((await crowd(host)).body).toEqual({ guests: 7, addresses: 1, most: 7 });
    const triage = await world.member();
    await host.put(`/api/qna-sessions/${session.id}/team/${triage.memberId}`, { role: 'triage' }).expect(200);
    for (const [who, status] of [
      [world.outsider(), 401],
      [await world.member(), 404],
      [triage, 403],
      [await admitted(session.code, 'Bác Tám'), 401],
    ] as const)
      expect((await crowd(who)).status).toBe(status);
    const tags: { tag: string; place_id: string }[] = await world.database.query(
      `SELECT DISTINCT encode(network_tag, 'hex') AS tag, place_id FROM guest WHERE place_id = ANY($1)`,
      [[session.id, elsewhere.id]],
    );
    // One address, and no telling from one place to the other.
    expect(new Set(tags.map(({ tag }) => tag)).size).toBe(2);
    expect(JSON.stringify(tags)).not.toContain('127.0.0.1');
  });

  it('have no vote where only members’ count, also none of those they gave before', async () => {
    const session = await newSession(world, host, { guestsAllowed: true });
    const { id } = await ask(host, session.id);
    const member = await world.member();
    const guests = await Promise.all([1, 2, 3].map((nth) => admitted(session.code, `Khách ${nth}`)));
    const vote = (who: Agent, up = true) => who.put(`/api/inquiries/${id}/vote`, { up });
    for (const who of [...guests, member]) expect((await vote(who)).status).toBe(200);
    const votes = async () =>
      (await host.get(`/api/qna-sessions/${session.id}/inquiries`)).body.items[0].votes;
    await expect.poll(votes).toBe(4);
    const set = async (guestsVote: boolean) => {
      const { settings, revision } = (await host.get(`/api/qna-sessions/${session.id}/management`)).body;
      await host
        .put(`/api/qna-sessions/${session.id}/settings`, { ...settings, guestsVote, revision })
        .expect(200);
    };
    await set(false);
    expect(await votes()).toBe(1);
    const late = await admitted(session.code, 'Khách đến sau');
    expect(codeOf(await vote(late))).toBe('qna.members_vote');
    expect((await late.get(`/api/qna-sessions/${session.id}`)).body).toMatchObject({
      guestsVote: false,
      can: { vote: false, ask: true },
    });
    expect((await vote(await world.member())).status).toBe(200);
    await expect.poll(votes).toBe(2);
    await set(true);
    expect(await votes()).toBe(5);
  });
});

it('a person counts once, with however many devices, and a projector not at all', async () => {
  const session = await newSession(world, host);
  const member = await world.member();
  const rooms = [
    [host, 'desk.watch'],
    [host, 'projector.watch'],
    [member, 'session.watch'],
    [await world.secondDevice(member), 'session.watch'],
  ] as const;
  const devices = [];
  for (const [who, event] of rooms) {
    const device = await Device.connect(world, who, qnaSocket);
    expect(await device.ask(event, { sessionId: session.id })).toMatchObject({ ok: true });
    devices.push(device);
  }
  const present = async () => (await host.get(`/api/qna-sessions/${session.id}`)).body.live.present;
  expect(await present()).toBe(2);
  for (const device of devices) device.close();
});
