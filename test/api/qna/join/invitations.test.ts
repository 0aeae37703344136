import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { TestApp } from '../../../support/app.js';
import { ask, newSession, type NewSession } from '../../../support/qna.js';
import type { Agent } from '../../../support/world.js';
import { codeOf } from '../../account/people.js';

const TITLE = 'Chuyện nội bộ của ban biên tập';
const GUESSES_A_MINUTE = 300;

let world: TestApp;
let host: Agent;
let member: Agent;
let open: NewSession;
let closed: NewSession;
beforeAll(async () => {
  world = await TestApp.start();
  host = await world.member({ roles: [{ role: 'moderator' }] });
  member = await world.member();
  open = await newSession(world, host, { guestsAllowed: true });
  closed = await newSession(world, host, { title: TITLE });
});
afterAll(() => world.stop());

const byCode = (who: Agent, code: string) => who.get(`/api/qna-codes/${code}`);
const byAddress = (who: Agent, id: string) => who.get(`/api/qna-sessions/${id}/invitation`);
const enter = (who: Agent, code: string) => who.put(`/api/qna-codes/${code}/guest`, { name: 'Bác Năm' });
const guestOf = async ({ code }: NewSession) => world.guest(await enter(world.outsider(), code));

/** A guest and a member whom the host sent out again. */
async function sentOut(): Promise<{ session: NewSession; people: Agent[] }> {
  const session = await newSession(world, host, { guestsAllowed: true });
  const people = [await guestOf(session), await world.member()];
  for (const who of people) {
    await ask(who, session.id);
    const { body } = await who.get(`/api/qna-sessions/${session.id}`);
    await host.put(`/api/qna-sessions/${session.id}/removals/${body.me.id}`).expect(204);
  }
  return { session, people };
}

describe('an invitation, by the code and by the address of the audience page', () => {
  it('shows whoever may come in what they come into, and whether they are in', async () => {
    for (const [who, admitted] of [
      [world.outsider(), false],
      [await guestOf(open), true],
      [member, true],
    ] as const)
      for (const answer of [await byCode(who, open.code), await byAddress(who, open.id)])
        expect([answer.status, answer.body]).toMatchObject([
          200,
          { id: open.id, code: open.code, admitted, phase: 'live' },
        ]);
  });

  it('tells an outsider of a session for members no more than that it is one, and members everything', async () => {
    const outsider = world.outsider();
    const answer = await byCode(outsider, closed.code);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'qna.guests_not_allowed']);
    expect(answer.text).not.toContain(TITLE);
    expect(answer.text).not.toContain(closed.id);
    expect((await byCode(member, closed.code)).body).toMatchObject({ title: TITLE, admitted: true });
    expect((await byAddress(member, closed.id)).body).toMatchObject({ title: TITLE, admitted: true });
  });

  it('answers the address of a session for members as it answers one that leads nowhere', async () => {
    const outsider = world.outsider();
    const [invisible, missing] = [await byAddress(outsider, closed.id), await byAddress(outsider, v7())];
    const { requestId: _one, ...first } = invisible.body;
    const { requestId: _other, ...second } = missing.body;
    expect([invisible.status, first]).toEqual([missing.status, second]);
    expect([missing.status, codeOf(missing)]).toEqual([404, 'not_found']);
  });

  it('closes with the session’s door for guests, also to guests who were in', async () => {
    const session = await newSession(world, host, { guestsAllowed: true });
    const guest = await guestOf(session);
    const { body } = await host.get(`/api/qna-sessions/${session.id}/management`);
    await host
      .put(`/api/qna-sessions/${session.id}/settings`, {
        ...body.settings,
        guestsAllowed: false,
        revision: body.revision,
      })
      .expect(200);
    for (const who of [guest, world.outsider()]) {
      expect(codeOf(await byCode(who, session.code))).toBe('qna.guests_not_allowed');
      expect(codeOf(await byAddress(who, session.id))).toBe('not_found');
    }
  });

  it('says to whoever was sent out that they were, and not that they could come in', async () => {
    const { session, people } = await sentOut();
    for (const who of people)
      for (const answer of [await byCode(who, session.code), await byAddress(who, session.id)])
        expect([answer.status, codeOf(answer)]).toEqual([403, 'qna.removed']);
  });

  it('says of an ended session that it has ended, and lets no new guest in', async () => {
    const session = await newSession(world, host, { guestsAllowed: true });
    const guest = await guestOf(session);
    await host.put(`/api/qna-sessions/${session.id}/switches`, { ended: true }).expect(200);
    const outsider = world.outsider();
    expect((await byCode(outsider, session.code)).body).toMatchObject({ phase: 'ended', admitted: false });
    expect((await byCode(guest, session.code)).body).toMatchObject({ phase: 'ended', admitted: true });
    expect(codeOf(await enter(outsider, session.code))).toBe('qna.ended');
  });
});

describe('codes that lead nowhere', () => {
  it('are told apart from codes that cannot be', async () => {
    const outsider = world.outsider();
    expect(codeOf(await byCode(outsider, open.code === '2222' ? '3333' : '2222'))).toBe('qna.no_such_code');
    for (const code of ['AB0K', 'AB3', 'AB3K9', 'AB%003'])
      expect(codeOf(await byCode(outsider, code))).toBe('input.invalid');
  });

  it('make whoever guesses wait, while a whole hall comes in by a right one', async () => {
    const fresh = await TestApp.start();
    const owner = await fresh.member({ roles: [{ role: 'moderator' }] });
    const { code } = await newSession(fresh, owner, { guestsAllowed: true });
    const wrong = code === '2222' ? '3333' : '2222';
    const hall = fresh.outsider();
    const together = (address: string) =>
      Promise.all(Array.from({ length: 50 }, () => byCode(hall, address)));
    await fresh.atOneMoment(async () => {
      for (let people = 0; people <= GUESSES_A_MINUTE; people += 50)
        for (const { status } of await together(code)) expect(status).toBe(200);
      const guesses = [];
      while (guesses.length < GUESSES_A_MINUTE + 50) guesses.push(...(await together(wrong)));
      const refused = guesses.filter((guess) => codeOf(guess) !== 'qna.no_such_code');
      expect(refused, 'also of guesses that come at once').toHaveLength(50);
      for (const { status, body } of refused)
        expect([status, body]).toMatchObject([
          429,
          { code: 'rate.limited', params: { retryAfterSeconds: 1 } },
        ]);
    });
    await fresh.advance(1_000);
    expect((await byCode(hall, code)).status).toBe(200);
    await fresh.stop();
  });
});
