import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttemptClosing } from '../../../../server/contest/attempt/attempt-closing.service.js';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import { currentRounds } from '../../../../shared/contest/home.schema.js';
import { TestApp } from '../../../support/app.js';
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
import { addCrowd, startCrowd } from '../../../support/crowd.js';
import { expectTallied } from '../../../support/tally.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  await world.stopSweeping();
  people = await staff(world);
});
afterAll(() => world.stop());

const closeOverdue = () => world.app.get(AttemptClosing).closeOverdue(world.now());
const right = (position: number, sequence: number) => ({
  position,
  epoch: 1,
  sequence,
  response: { type: 'single_choice', choice: 'b' },
});

async function begun(changes: RoundTraits = {}) {
  const made = await publishedRound(world, people.owner, { closesAt: inFuture(world, 5 * HOUR), ...changes });
  const contestant = await world.member();
  return { ...made, contestant, attempt: await start(contestant, made.roundId) };
}

async function start(who: Agent, roundId: string): Promise<AttemptView> {
  return attemptView.parse((await who.post(`/api/rounds/${roundId}/attempts`).expect(201)).body);
}

/** The server is away while the deadline passes, and ends everything when it is back. */
async function outage(ms = 40 * MINUTE): Promise<void> {
  await world.advance(ms);
  await closeOverdue();
}

const read = async (who: Agent, id: string): Promise<AttemptView> =>
  attemptView.parse((await who.get(`/api/attempts/${id}`).expect(200)).body);
const save = (who: Agent, id: string, { position, ...body }: ReturnType<typeof right>) =>
  who.put(`/api/attempts/${id}/answers/${position}`, body);
const reopen = (roundId: string, whom: object, minutes = 20) =>
  people.owner.post(`/api/rounds/${roundId}/reopenings`, { whom, minutes, reason: 'Máy chủ mất điện' });
const forOne = (who: Agent) => ({ kind: 'member', memberId: who.memberId });
const grant = (roundId: string, to: Agent, minutes: number) =>
  people.owner.put(`/api/rounds/${roundId}/extra-time/${to.memberId}`, { minutes, reason: 'Mất điện' });
const standingsOf = async (roundId: string) =>
  (await people.owner.get(`/api/rounds/${roundId}/standings`).expect(200)).body;

describe('who may', () => {
  it('reopen what the server has ended', async () => {
    const { roundId, contestant } = await begun();
    const draft = await readyDraft(world, people.owner);
    await outage();
    const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403, scoped: 403 };
    const body = { whom: forOne(contestant), minutes: 5, reason: 'Mất điện' };
    const knock = (id: string) => statuses(people, (who) => who.post(`/api/rounds/${id}/reopenings`, body));
    // The first opens it, the others find it running.
    expect(await knock(roundId)).toEqual({ ...shut, owner: 200, organiser: 409, admin: 409 });
    expect(await knock(draft.roundId)).toMatchObject({ scoped: 404, owner: 409 });
  });
});

describe('an attempt that the server ended in an outage', () => {
  it('goes on for one person with its answers, is logged and told, and is graded once at its new end', async () => {
    const { roundId, contestant, attempt } = await begun();
    await save(contestant, attempt.id, right(1, 1)).expect(200);
    await outage();
    // What the device had kept meanwhile comes too late.
    expect((await save(contestant, attempt.id, right(2, 2))).body.outcome).toBe('late');
    expect((await standingsOf(roundId)).total).toBe(1);
    const asked = world.now().getTime();
    const done = await reopen(roundId, forOne(contestant)).expect(200);
    expect(done.body).toMatchObject({ reopened: 1, left: 0 });

    const view = await read(contestant, attempt.id);
    expect(view).toMatchObject({
      state: 'running',
      submittedAt: null,
      ordinal: 1,
      moved: { by: 'reopened', reason: 'Máy chủ mất điện' },
    });
    expect(view.deadlineAt).toBe(done.body.until);
    expect(Date.parse(view.deadlineAt)).toBeGreaterThanOrEqual(asked + 20 * MINUTE);
    expect(view.questions.slice(0, 3).map(({ response }) => response?.type ?? null)).toEqual([
      'single_choice',
      'single_choice',
      null,
    ]);
    expect((await standingsOf(roundId)).total).toBe(0);
    await expectTallied(world, roundId);
    expect(await auditOf(world, roundId)).toEqual([
      { action: 'round.reopen', actorId: people.owner.memberId },
    ]);

    await world.advance(5 * MINUTE);
    expect((await save(contestant, attempt.id, right(3, 3))).body.outcome).toBe('saved');
    await contestant.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 }).expect(200);
    const result = (await contestant.get(`/api/attempts/${attempt.id}/result`).expect(200)).body;
    expect(result).toMatchObject({ closedBy: 'member', score: { points: 15 }, late: [] });
    // Thirty minutes until the server ended it and five since: the outage is nobody's working time.
    expect(result.timeUsedMs).toBeGreaterThanOrEqual(35 * MINUTE);
    expect(result.timeUsedMs).toBeLessThan(36 * MINUTE);
    expect((await standingsOf(roundId)).total).toBe(1);
    await expectTallied(world, roundId);
  });

  it('goes on for all who were hit, and for nobody else', async () => {
    const made = await publishedRound(world, people.owner, { closesAt: inFuture(world, 5 * HOUR) });
    const [early, handed] = [await world.member(), await world.member()];
    await start(early, made.roundId);
    await world.advance(40 * MINUTE);
    await closeOverdue();
    const since = world.now().toISOString();
    const own = await start(handed, made.roundId);
    await handed.put(`/api/attempts/${own.id}/submission`, { epoch: 1 }).expect(200);
    const members = await addCrowd(world, 60, [await world.unit()]);
    await startCrowd(world, made, { members, deadlineAt: new Date(inFuture(world, 30 * MINUTE)) });
    await outage();
    const done = await reopen(made.roundId, { kind: 'ended_since', since }).expect(200);
    expect(done.body).toMatchObject({ reopened: 60, left: 0 });
    const states = await world.database.query(
      `SELECT state, count(*)::int AS count FROM attempt WHERE round_id = $1 GROUP BY state ORDER BY state`,
      [made.roundId],
    );
    expect(states).toEqual([
      { state: 'running', count: 60 },
      { state: 'submitted', count: 2 },
    ]);
    await expectTallied(world, made.roundId);
    await world.advance(30 * MINUTE);
    await closeOverdue();
    expect((await standingsOf(made.roundId)).total).toBe(62);
    expect(
      (await reopen(made.roundId, { kind: 'ended_since', since: inFuture(world, HOUR) })).body.code,
    ).toBe('attempt.nothing_to_reopen');
  });

  it('never goes on past the close, and says so when there is no time at all', async () => {
    const { roundId, contestant, attempt } = await begun({
      closesAt: inFuture(world, HOUR),
      graceSeconds: 60,
    });
    await outage(50 * MINUTE);
    const { body } = await reopen(roundId, forOne(contestant), 60).expect(200);
    const closesAt = Date.parse(attempt.startedAt) + HOUR;
    expect(Math.abs(Date.parse(body.until) - closesAt)).toBeLessThan(MINUTE);
    await world.advance(11 * MINUTE);
    await closeOverdue();
    expect((await reopen(roundId, forOne(contestant))).body.code).toBe('round.closed');
  });

  it('stays over for who has submitted, is at it, or has seen the key', async () => {
    const { roundId, contestant, attempt } = await begun();
    expect((await reopen(roundId, forOne(contestant))).body).toMatchObject({
      code: 'attempt.running',
      params: { attemptId: attempt.id },
    });
    await contestant.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 }).expect(200);
    expect((await reopen(roundId, forOne(contestant))).body.code).toBe('attempt.submitted_by_member');
    expect((await reopen(roundId, forOne(await world.member()))).body.code).toBe('attempt.nothing_to_reopen');

    const open = await begun({ answersVisible: { kind: 'on_submission' } });
    await outage();
    expect((await reopen(open.roundId, forOne(open.contestant))).body.code).toBe('attempt.answers_shown');
    expect((await read(open.contestant, open.attempt.id)).state).toBe('submitted');
  });

  it('gives back the attempt that counts where another one is left', async () => {
    const { roundId, contestant, attempt } = await begun({ attemptsAllowed: 2, counting: 'last' });
    await save(contestant, attempt.id, right(1, 1)).expect(200);
    await contestant.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 }).expect(200);
    await start(contestant, roundId);
    await outage();
    const points = async () => (await standingsOf(roundId)).items[0]?.points;
    expect(await points()).toBe(0);
    await reopen(roundId, forOne(contestant)).expect(200);
    expect(await points()).toBe(5);
    await expectTallied(world, roundId);
  });
});

describe('more time', () => {
  it('for one person has the attempt go on that the server ended', async () => {
    const { roundId, contestant, attempt } = await begun();
    await outage();
    await grant(roundId, contestant, 30).expect(200);
    const view = await read(contestant, attempt.id);
    expect(view).toMatchObject({ state: 'running', moved: { by: 'extra_time', reason: 'Mất điện' } });
    expect(Date.parse(view.deadlineAt)).toBe(Date.parse(attempt.startedAt) + HOUR);
  });

  it('that can change nothing is refused and not written down', async () => {
    const { roundId, contestant } = await begun();
    await outage();
    expect((await grant(roundId, contestant, 5)).body.code).toBe('round.extra_time_useless');
    const other = await world.member();
    const own = await start(other, roundId);
    await other.put(`/api/attempts/${own.id}/submission`, { epoch: 1 }).expect(200);
    expect((await grant(roundId, other, 30)).body.code).toBe('round.extra_time_useless');
    expect((await people.owner.get(`/api/rounds/${roundId}/extra-time`)).body.items).toEqual([]);
  });

  it('for the whole round has those go on whom its close had cut off', async () => {
    const { roundId, contestant, attempt } = await begun({
      closesAt: inFuture(world, 10 * MINUTE),
      answersVisible: { kind: 'at', at: inFuture(world, 3 * HOUR) },
    });
    const window = (await people.owner.get(`/api/contests/${attempt.contestId}`)).body.rounds[0];
    await outage(12 * MINUTE);
    await people.owner
      .put(`/api/rounds/${roundId}/window`, {
        opensAt: window.opensAt,
        closesAt: inFuture(world, HOUR),
        reason: 'Máy chủ gặp sự cố',
      })
      .expect(200);
    const view = await read(contestant, attempt.id);
    expect(view).toMatchObject({ state: 'running', moved: { by: 'extended', reason: 'Máy chủ gặp sự cố' } });
    expect(Date.parse(view.deadlineAt)).toBe(Date.parse(attempt.startedAt) + 30 * MINUTE);
  });

  it('moves the close for whoever has it: they may still start, others may not', async () => {
    const made = await publishedRound(world, people.owner, { closesAt: inFuture(world, 10 * MINUTE) });
    const [late, other] = [await world.member(), await world.member()];
    await grant(made.roundId, late, 15).expect(200);
    await world.advance(12 * MINUTE);
    expect((await other.post(`/api/rounds/${made.roundId}/attempts`)).body.code).toBe('round.closed');
    const rounds = (await late.get(`/api/contests/${made.contestId}`)).body.rounds;
    expect(rounds[0].own.closesAt).toBe(new Date(Date.parse(rounds[0].closesAt) + 15 * MINUTE).toISOString());
    const current = async (who: Agent) =>
      currentRounds
        .parse((await who.get('/api/rounds/current')).body)
        .items.find(({ roundId }) => roundId === made.roundId);
    expect(await current(late)).toMatchObject({ phase: 'open', closesAt: rounds[0].own.closesAt });
    expect(await current(other)).toBeUndefined();
    const attempt = await start(late, made.roundId);
    expect(attempt.deadlineAt).toBe(rounds[0].own.closesAt);
    await world.advance(14 * MINUTE);
    const third = await world.member();
    expect((await third.post(`/api/rounds/${made.roundId}/attempts`)).body.code).toBe('round.closed');
  });
});

describe('a start in the last moment', () => {
  it('is refused where the attempt would end as it begins, and takes no attempt away', async () => {
    const made = await publishedRound(world, people.owner, { closesAt: inFuture(world, MINUTE) });
    const contestant = await world.member();
    await world.advance(MINUTE - 5_000);
    expect((await contestant.post(`/api/rounds/${made.roundId}/attempts`)).body.code).toBe('round.ending');
    const own = (await contestant.get(`/api/contests/${made.contestId}`)).body.rounds[0].own;
    expect(own).toMatchObject({ attemptsUsed: 0, attemptsLeft: 1 });
  });
});
