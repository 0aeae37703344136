import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contestView, type OwnRoundView } from '../../../../shared/contest/contest.schema.js';
import { unitId } from '../../../../shared/kernel/ids.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import {
  HOUR,
  inFuture,
  MINUTE,
  publishedRound,
  readyDraft,
  type PublishedRound,
} from '../../../support/contest.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

async function roundSeen(who: Agent, { contestId }: { contestId: string }) {
  const answer = await who.get(`/api/contests/${contestId}`);
  const [round] = contestView.parse(answer.body).rounds;
  if (!round) throw new Error('a contest without a round');
  return round;
}
async function ownOf(who: Agent, round: { contestId: string }): Promise<OwnRoundView | null> {
  return (await roundSeen(who, round)).own;
}

async function start(who: Agent, { roundId }: PublishedRound): Promise<{ id: string; deadlineAt: string }> {
  return (await who.post(`/api/rounds/${roundId}/attempts`)).body;
}

/** Answers the first `right` questions of the paper right and submits. */
async function finish(who: Agent, round: PublishedRound, right: number): Promise<string> {
  const { id } = await start(who, round);
  for (let position = 1; position <= right; position += 1) {
    const response = { type: 'single_choice', choice: 'b' };
    await who.put(`/api/attempts/${id}/answers/${position}`, { epoch: 1, sequence: position, response });
  }
  expect((await who.put(`/api/attempts/${id}/submission`, { epoch: 1 })).body.state).toBe('submitted');
  return id;
}

describe('what a contestant sees of an own round', () => {
  it('before, during and after an attempt', async () => {
    const round = await publishedRound(world, organiser, { attemptsAllowed: 2 });
    const member = await world.member();
    const nothing = {
      eligible: true,
      runningAttemptId: null,
      runningDeadlineAt: null,
      closesAt: expect.any(String),
      attemptsUsed: 0,
      attemptsLeft: 2,
      countedAttemptId: null,
      score: null,
      rank: null,
    };
    expect(await ownOf(member, round)).toEqual(nothing);
    const { id, deadlineAt } = await start(member, round);
    const running = {
      ...nothing,
      runningAttemptId: id,
      runningDeadlineAt: deadlineAt,
      attemptsUsed: 1,
      attemptsLeft: 1,
    };
    expect(await ownOf(member, round)).toEqual(running);
    await member.put(`/api/attempts/${id}/submission`, { epoch: 1 });
    const over = { ...nothing, attemptsUsed: 1, attemptsLeft: 1, countedAttemptId: id, score: 0, rank: 1 };
    expect(await ownOf(member, round)).toEqual(over);
    expect(await ownOf(await world.member(), round)).toEqual(nothing);
  });

  it('the attempt that counts, and the own place among the others', async () => {
    const round = await publishedRound(world, organiser, { attemptsAllowed: null, counting: 'best' });
    const [one, two] = [await world.member(), await world.member()];
    const better = await finish(one, round, 3);
    await finish(one, round, 1);
    await finish(two, round, 4);
    expect(await ownOf(one, round)).toMatchObject({
      countedAttemptId: better,
      score: 15,
      rank: 2,
      attemptsLeft: null,
    });
    expect(await ownOf(two, round)).toMatchObject({ score: 20, rank: 1, attemptsUsed: 1 });
  });

  it('an attempt past its deadline runs no more, even before the server closed it', async () => {
    const round = await publishedRound(world, organiser, { closesAt: inFuture(world, 5 * HOUR) });
    const member = await world.member();
    await start(member, round);
    await world.advance(30 * MINUTE + 1_000);
    expect(await ownOf(member, round)).toMatchObject({
      runningAttemptId: null,
      attemptsUsed: 1,
      attemptsLeft: 0,
    });
  });

  it('hides the score until results are shown, and the place until standings are', async () => {
    const closesAt = inFuture(world, HOUR);
    const shownLater = {
      resultsVisible: { kind: 'on_close' },
      standingsVisible: { kind: 'at', at: inFuture(world, 2 * HOUR) },
    } as const;
    const round = await publishedRound(world, organiser, { closesAt, graceSeconds: 0, ...shownLater });
    const member = await world.member();
    const id = await finish(member, round, 2);
    expect(await ownOf(member, round)).toMatchObject({ countedAttemptId: id, score: null, rank: null });
    await world.advance(HOUR + MINUTE);
    expect(await ownOf(member, round)).toMatchObject({ score: 10, rank: null });
    expect(await roundSeen(member, round)).toMatchObject({
      standingsVisibleNow: false,
      standingsVisibleAt: shownLater.standingsVisible.at,
    });
    await world.advance(HOUR);
    expect(await ownOf(member, round)).toMatchObject({ score: 10, rank: 1 });
    expect(await roundSeen(member, round)).toMatchObject({
      standingsVisibleNow: true,
      standingsVisibleAt: null,
    });
  });

  it('tells nobody which of two attempts was the better one before the scores are shown', async () => {
    const round = await publishedRound(world, organiser, {
      attemptsAllowed: 2,
      counting: 'best',
      resultsVisible: { kind: 'on_close' },
    });
    const member = await world.member();
    const [better, last] = [await finish(member, round, 3), await finish(member, round, 1)];
    const counts = async (id: string) => (await member.get(`/api/attempts/${id}/result`)).body.counts;
    expect(await Promise.all([better, last].map(counts))).toEqual([null, null]);
    expect(await ownOf(member, round)).toMatchObject({ countedAttemptId: last, score: null });
    await world.advance(2 * HOUR);
    expect(await Promise.all([better, last].map(counts))).toEqual([true, false]);
    expect(await ownOf(member, round)).toMatchObject({ countedAttemptId: better, score: 15 });
  });

  it('says at once which attempt counts where no score decides it', async () => {
    const hidden = { attemptsAllowed: 2, resultsVisible: { kind: 'on_close' } } as const;
    const round = await publishedRound(world, organiser, { ...hidden, counting: 'first' });
    const member = await world.member();
    const [first, second] = [await finish(member, round, 1), await finish(member, round, 3)];
    expect(await ownOf(member, round)).toMatchObject({ countedAttemptId: first, score: null });
    expect((await member.get(`/api/attempts/${second}/result`)).body.counts).toBe(false);
  });

  it('says who may not enter', async () => {
    const [inside, outside] = [await world.unit(), await world.unit()];
    const below = await world.unit({ parentId: inside });
    const round = await publishedRound(world, organiser, {
      eligibility: { kind: 'units', unitIds: [unitId.parse(inside)] },
    });
    const eligible = async (unit: string) =>
      (await ownOf(await world.member({ unitId: unit }), round))?.eligible;
    expect(await Promise.all([inside, below, outside].map(eligible))).toEqual([true, true, false]);
  });

  it('counts questions and points, and keeps what is drawn from to the organisers', async () => {
    const round = await publishedRound(world, organiser, { questions: 4, pointsPerQuestion: 10 });
    const seen = await roundSeen(await world.member(), round);
    expect(seen).toMatchObject({ questionCount: 4, maxScore: 40, phase: 'open' });
    expect(await roundSeen(organiser, round)).toMatchObject({ standingsVisibleNow: true });
  });

  it('a draft has no contestants yet', async () => {
    const draft = await readyDraft(world, organiser);
    expect(await roundSeen(organiser, draft)).toMatchObject({
      phase: 'draft',
      own: null,
      standingsVisibleNow: false,
    });
  });
});

describe('GET /api/rounds/:id/unit-progress', () => {
  it('shows each who looks after people theirs, and those who run the contest all', async () => {
    const root = await world.unit();
    const branch = await world.unit({ parentId: root, name: 'Chi đoàn 1' });
    const other = await world.unit({ parentId: root });
    const round = await publishedRound(world, organiser, {
      attemptsAllowed: 2,
      eligibility: { kind: 'units', unitIds: [unitId.parse(root)] },
    });
    const coordinator = await world.member({
      unitId: branch,
      roles: [{ role: 'coordinator', unitId: branch }],
    });
    const above = await world.member({ unitId: root, roles: [{ role: 'coordinator', unitId: root }] });
    const [idle, busy, done] = await Promise.all([1, 2, 3].map(() => world.member({ unitId: branch })));
    const foreign = await world.member({ unitId: other });
    const left = await world.member({ unitId: branch });
    await world.database.query('UPDATE member SET left_at = app_now() WHERE id = $1', [left.memberId]);
    if (!idle || !busy || !done) throw new Error('three members are wanted');
    await start(busy, round);
    await finish(done, round, 1);
    const path = `/api/rounds/${round.roundId}/unit-progress`;
    const progress = async (who: Agent, below = '') => (await who.get(path + below)).body.items;
    const missing = async (who: Agent, unit: string) => (await who.get(`${path}/${unit}/missing`)).body.items;
    const ofBranch = { name: 'Chi đoàn 1', total: 4, entered: 2, submitted: 1, missing: 2, hasUnits: false };
    expect(await progress(coordinator)).toEqual([{ unitId: branch, ...ofBranch }]);
    const names = (await missing(coordinator, branch)).map((person: { memberId: string }) => person.memberId);
    expect(names.toSorted()).toEqual([coordinator.memberId, idle.memberId].toSorted());
    for (const who of [above, organiser]) {
      expect(await progress(who)).toMatchObject([
        { unitId: root, total: 6, entered: 2, submitted: 1, missing: 1, hasUnits: true },
      ]);
      expect(await progress(who, `?below=${root}`)).toEqual([
        { unitId: branch, ...ofBranch },
        expect.objectContaining({ unitId: other, total: 1, entered: 0 }),
      ]);
      expect(await missing(who, other)).toMatchObject([{ memberId: foreign.memberId }]);
    }
    // What is beyond one's units is not there.
    expect((await coordinator.get(`${path}?below=${root}`)).status).toBe(404);
    expect((await coordinator.get(`${path}/${other}/missing`)).status).toBe(404);
    const status = async (who: Agent) => (await who.get(`/api/rounds/${round.roundId}/unit-progress`)).status;
    expect(await status(world.outsider())).toBe(401);
    expect(await status(idle)).toBe(403);
    expect(await status(await world.member({ roles: [{ role: 'moderator' }] }))).toBe(403);
    const draft = await readyDraft(world, organiser);
    expect((await coordinator.get(`/api/rounds/${draft.roundId}/unit-progress`)).status).toBe(404);
    expect((await organiser.get(`/api/rounds/${draft.roundId}/unit-progress`)).status).toBe(409);
  });
});
