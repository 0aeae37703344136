import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  type RoundTraits,
  type Staff,
} from '../../../support/contest.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  people = await staff(world);
});
afterAll(() => world.stop());

const opened = { opensMs: -MINUTE, closesMs: HOUR };
const coming = { opensMs: HOUR, closesMs: 2 * HOUR };
type Frame = { opensMs: number; closesMs: number };

async function roundIn({ opensMs, closesMs }: Frame, traits: RoundTraits = {}) {
  const opensAt = inFuture(world, opensMs);
  const window = { opensAt, closesAt: moved(opensAt, closesMs - opensMs) };
  return { ...(await publishedRound(world, people.owner, { ...window, ...traits })), window };
}

const extend = (roundId: string, window: { opensAt: string; closesAt: string }, who: Agent = people.owner) =>
  who.put(`/api/rounds/${roundId}/window`, { ...window, reason: 'Mất mạng diện rộng' });

const moved = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

describe('PUT /api/rounds/:id/window', () => {
  it('is for those who edit the contest', async () => {
    const { roundId, window } = await roundIn(opened);
    const draft = await readyDraft(world, people.owner);
    const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403 };
    const open = { owner: 200, organiser: 200, admin: 200 };
    expect(await statuses(people, (who) => extend(roundId, window, who))).toEqual({
      ...shut,
      scoped: 403,
      ...open,
    });
    expect(await statuses(people, (who) => extend(draft.roundId, window, who))).toEqual({
      ...shut,
      scoped: 404,
      owner: 409,
      organiser: 409,
      admin: 409,
    });
  });

  it.each([
    { what: 'a later close while open', frame: opened, opensBy: 0, closesBy: HOUR },
    { what: 'a later close before it opens', frame: coming, opensBy: 0, closesBy: HOUR },
    { what: 'a later opening before it opens', frame: coming, opensBy: MINUTE, closesBy: 0 },
    { what: 'an earlier opening before it opens', frame: coming, opensBy: -MINUTE, closesBy: 0 },
  ])('takes $what', async ({ frame, opensBy, closesBy }) => {
    const { contestId, roundId, window } = await roundIn(frame);
    const wanted = { opensAt: moved(window.opensAt, opensBy), closesAt: moved(window.closesAt, closesBy) };
    const answer = await extend(roundId, wanted);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ id: contestId, rounds: [wanted] });
    expect(await auditOf(world, roundId)).toEqual([
      { action: 'round.extend', actorId: people.owner.memberId },
    ]);
  });

  it.each([
    {
      what: 'an earlier close',
      frame: opened,
      opensBy: 0,
      closesBy: -1,
      code: 'contest.window_only_extends',
    },
    {
      what: 'an earlier close before it opens',
      frame: coming,
      opensBy: 0,
      closesBy: -1,
      code: 'contest.window_only_extends',
    },
    {
      what: 'another opening once it came',
      frame: opened,
      opensBy: 30_000,
      closesBy: HOUR,
      code: 'contest.window_only_extends',
    },
    {
      what: 'an opening at the close',
      frame: coming,
      opensBy: HOUR,
      closesBy: 0,
      code: 'contest.window_invalid',
    },
  ])('refuses $what', async ({ frame, opensBy, closesBy, code }) => {
    const { contestId, roundId, window } = await roundIn(frame);
    const refused = await extend(roundId, {
      opensAt: moved(window.opensAt, opensBy),
      closesAt: moved(window.closesAt, closesBy),
    });
    expect(refused.body.code).toBe(code);
    const draft = (await people.owner.get(`/api/contests/${contestId}/draft`)).body;
    expect(draft.rounds[0]).toMatchObject(window);
    expect(await auditOf(world, roundId)).toEqual([]);
  });

  it('opens at once when the opening is wanted in the past', async () => {
    const { roundId, window } = await roundIn(coming);
    const before = world.now().getTime();
    const answer = await extend(roundId, { ...window, opensAt: moved(window.opensAt, -24 * HOUR) });
    expect(answer.body.rounds[0].phase).toBe('open');
    expect(Date.parse(answer.body.rounds[0].opensAt)).toBeGreaterThanOrEqual(before);
    const contestant = await world.member();
    expect((await contestant.post(`/api/rounds/${roundId}/attempts`)).status).toBe(201);
  });

  it('the same window again is no act', async () => {
    const { roundId, window } = await roundIn(opened);
    expect((await extend(roundId, window)).status).toBe(200);
    expect(await auditOf(world, roundId)).toEqual([]);
  });

  it('is not for a cancelled contest', async () => {
    const { contestId, roundId, window } = await roundIn(opened);
    await people.owner.put(`/api/contests/${contestId}/cancellation`, { reason: 'Sai đề' });
    const refused = await extend(roundId, { ...window, closesAt: moved(window.closesAt, HOUR) });
    expect(refused.body.code).toBe('contest.not_published');
  });
});

describe('running attempts', () => {
  const deadlineOf = async (who: Agent, id: string) => (await who.get(`/api/attempts/${id}`)).body.deadlineAt;

  it('get the time that the close had cut off, and no more than their minutes', async () => {
    const { roundId, window } = await roundIn({ opensMs: -MINUTE, closesMs: 10 * MINUTE });
    const contestant = await world.member();
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    expect(attempt.deadlineAt).toBe(window.closesAt);
    const half = moved(window.closesAt, 5 * MINUTE);
    await extend(roundId, { ...window, closesAt: half });
    expect(await deadlineOf(contestant, attempt.id)).toBe(half);
    await extend(roundId, { ...window, closesAt: moved(window.closesAt, 5 * HOUR) });
    expect(await deadlineOf(contestant, attempt.id)).toBe(moved(attempt.startedAt, 30 * MINUTE));
  });

  it('an answer after the old close is saved', async () => {
    const { roundId, window } = await roundIn(
      { opensMs: -MINUTE, closesMs: 2 * MINUTE },
      { graceSeconds: 0 },
    );
    const contestant = await world.member();
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    await extend(roundId, { ...window, closesAt: moved(window.closesAt, HOUR) });
    await world.advance(4 * MINUTE);
    const save = { epoch: 1, sequence: 1, response: { type: 'single_choice', choice: 'b' } };
    const saved = await contestant.put(`/api/attempts/${attempt.id}/answers/1`, save);
    expect(saved.body.outcome).toBe('saved');
  });

  it('one with its whole time keeps its deadline', async () => {
    const { roundId, window } = await roundIn(opened);
    const contestant = await world.member();
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    await extend(roundId, { ...window, closesAt: moved(window.closesAt, HOUR) });
    expect(await deadlineOf(contestant, attempt.id)).toBe(attempt.deadlineAt);
  });
});

describe('a start right after a change that another process made', () => {
  const elsewhere = (statement: string, id: string) => world.database.query(statement, [id]);

  it('follows the close as it is now', async () => {
    const { roundId, window } = await roundIn({ opensMs: -MINUTE, closesMs: 10 * MINUTE });
    await (await world.member()).post(`/api/rounds/${roundId}/attempts`);
    const contestant = await world.member();
    await elsewhere(`UPDATE round SET closes_at = closes_at + interval '5 minutes' WHERE id = $1`, roundId);
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    expect(attempt.deadlineAt).toBe(moved(window.closesAt, 5 * MINUTE));
  });

  it('does not happen in a cancelled contest', async () => {
    const { contestId, roundId } = await roundIn(opened);
    await (await world.member()).post(`/api/rounds/${roundId}/attempts`);
    const contestant = await world.member();
    await elsewhere(`UPDATE contest SET state = 'cancelled' WHERE id = $1`, contestId);
    const refused = await contestant.post(`/api/rounds/${roundId}/attempts`);
    expect(refused.body.code).toBe('round.closed');
  });
});

describe('after the close', () => {
  it('a round opens again while nobody has seen the answers', async () => {
    const { roundId, window } = await roundIn(
      { opensMs: -HOUR, closesMs: MINUTE },
      { answersVisible: { kind: 'never' } },
    );
    await world.advance(10 * MINUTE);
    const answer = await extend(roundId, { ...window, closesAt: inFuture(world, HOUR) });
    expect(answer.body.rounds[0].phase).toBe('open');
    const past = await extend(roundId, { ...window, closesAt: inFuture(world, 30 * MINUTE) });
    expect(past.body.code).toBe('contest.window_only_extends');
  });

  it('and not once they are shown', async () => {
    const { roundId, window } = await roundIn({ opensMs: -HOUR, closesMs: MINUTE });
    await world.advance(10 * MINUTE);
    const refused = await extend(roundId, { ...window, closesAt: inFuture(world, HOUR) });
    expect(refused.body.code).toBe('round.closed');
    const nothing = await extend(roundId, { ...window, closesAt: inFuture(world, -MINUTE) });
    expect(nothing.body.code).toBe('contest.window_invalid');
  });
});
