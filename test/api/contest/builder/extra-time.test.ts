import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import {
  auditOf,
  HOUR,
  inFuture,
  MINUTE,
  publishedRound,
  readyDraft,
  staff,
  statuses,
  type Staff,
} from '../../../support/contest.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  people = await staff(world);
});
afterAll(() => world.stop());

const grant = (roundId: string, to: Agent, minutes: number) =>
  people.owner.put(`/api/rounds/${roundId}/extra-time/${to.memberId}`, { minutes, reason: 'Khiếm thị' });
const moved = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403 };
const open = { owner: 200, organiser: 200, admin: 200 };

describe('who may', () => {
  it('see and give extra time', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const draft = await readyDraft(world, people.owner);
    const body = { minutes: 5, reason: 'Mất điện' };
    const path = (id: string) => `/api/rounds/${id}/extra-time`;
    const list = (id: string) => statuses(people, (who) => who.get(path(id)));
    expect(await list(roundId)).toEqual({ ...shut, scoped: 403, ...open });
    expect(await list(draft.roundId)).toEqual({ ...shut, scoped: 404, ...open });
    const give = (id: string) =>
      statuses(people, (who) => who.put(`${path(id)}/${people.member.memberId}`, body));
    expect(await give(roundId)).toEqual({ ...shut, scoped: 403, ...open });
    expect(await give(draft.roundId)).toEqual({
      ...shut,
      scoped: 404,
      owner: 409,
      organiser: 409,
      admin: 409,
    });
  });
});

describe('PUT /api/rounds/:id/extra-time/:memberId', () => {
  it('is listed with its reason, logged, and withdrawn by 0', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const contestant = await world.member({ fullName: 'Lê Văn Bốn' });
    const given = await grant(roundId, contestant, 15);
    const row = { memberId: contestant.memberId, fullName: 'Lê Văn Bốn', unit: 'Cơ quan', minutes: 15 };
    expect(given.body.items).toEqual([{ ...row, reason: 'Khiếm thị' }]);
    expect((await grant(roundId, contestant, 20)).body.items).toEqual([
      expect.objectContaining({ minutes: 20 }),
    ]);
    expect((await grant(roundId, contestant, 0)).body.items).toEqual([]);
    const log = await auditOf(world, roundId);
    expect(log).toEqual(
      Array.from({ length: 3 }, () => ({ action: 'round.extra_time', actorId: people.owner.memberId })),
    );
  });

  it('lengthens a running attempt at once, its own minutes and the close alike', async () => {
    const closesAt = inFuture(world, 10 * MINUTE);
    const { roundId } = await publishedRound(world, people.owner, { closesAt });
    const contestant = await world.member();
    const other = await world.member();
    const start = async (who: Agent) => (await who.post(`/api/rounds/${roundId}/attempts`)).body;
    const [attempt, untouched] = [await start(contestant), await start(other)];
    await grant(roundId, contestant, 15);
    const read = async (who: Agent, id: string) => (await who.get(`/api/attempts/${id}`)).body.deadlineAt;
    expect(await read(contestant, attempt.id)).toBe(moved(closesAt, 15 * MINUTE));
    expect(await read(other, untouched.id)).toBe(closesAt);
    await world.advance(12 * MINUTE);
    const save = { epoch: 1, sequence: 1, response: { type: 'single_choice', choice: 'b' } };
    const outcome = async (who: Agent, id: string) =>
      (await who.put(`/api/attempts/${id}/answers/1`, save)).body.outcome;
    expect(await outcome(contestant, attempt.id)).toBe('saved');
    expect(await outcome(other, untouched.id)).toBe('late');
  });

  it('counts for an attempt that starts later', async () => {
    const { roundId } = await publishedRound(world, people.owner, { closesAt: inFuture(world, 5 * HOUR) });
    const contestant = await world.member();
    await grant(roundId, contestant, 15);
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    expect(attempt.deadlineAt).toBe(moved(attempt.startedAt, 45 * MINUTE));
  });

  it('is not taken back from somebody who is at it', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const contestant = await world.member();
    await grant(roundId, contestant, 15);
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    const refused = await grant(roundId, contestant, 14);
    expect(refused.body).toMatchObject({ code: 'attempt.running', params: { attemptId: attempt.id } });
    expect((await contestant.get(`/api/attempts/${attempt.id}`)).body.deadlineAt).toBe(attempt.deadlineAt);
  });

  it('is for members who are there', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const gone = await world.member();
    await world.database.query('UPDATE member SET left_at = app_now() WHERE id = $1', [gone.memberId]);
    const nobody = { ...gone, memberId: v7() };
    for (const who of [gone, nobody]) expect((await grant(roundId, who, 5)).status).toBe(404);
    expect((await grant(roundId, people.member, 301)).status).toBe(400);
  });

  it('ends with the round: what is settled stays settled', async () => {
    const closesAt = inFuture(world, MINUTE);
    const { roundId } = await publishedRound(world, people.owner, { closesAt });
    await world.advance(2 * MINUTE);
    expect((await grant(roundId, people.member, 5)).body.code).toBe('round.closed');
  });
});
