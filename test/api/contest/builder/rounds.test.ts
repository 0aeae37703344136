import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { TestApp } from '../../../support/app.js';
import {
  auditOf,
  draftContest,
  HOUR,
  inFuture,
  openNow,
  publishedRound,
  questions,
  readyDraft,
  staff,
  statuses,
  topic,
  type Staff,
} from '../../../support/contest.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  people = await staff(world);
});
afterAll(() => world.stop());

const organisersOnly = (scoped: number, allowed: number) => ({
  outsider: 401,
  member: 403,
  coordinator: 403,
  moderator: 403,
  scoped,
  owner: allowed,
  organiser: allowed,
  admin: allowed,
});

describe('who may', () => {
  it('write a round of a draft', async () => {
    const { roundId, topicId } = await readyDraft(world, people.owner);
    const body = { ...openNow(world.now(), topicId, 1), revision: 999 };
    expect(await statuses(people, (who) => who.put(`/api/rounds/${roundId}`, body))).toEqual(
      organisersOnly(404, 409),
    );
  });

  it('take a round out of a draft', async () => {
    const { roundId } = await draftContest(people.owner);
    expect(await statuses(people, (who) => who.delete(`/api/rounds/${roundId}`))).toEqual(
      organisersOnly(404, 409),
    );
  });

  it('see what a round can draw from', async () => {
    const draft = await draftContest(people.owner);
    const published = await publishedRound(world, people.owner);
    const supplyOf = (roundId: string) => statuses(people, (who) => who.get(`/api/rounds/${roundId}/supply`));
    expect(await supplyOf(draft.roundId)).toEqual(organisersOnly(404, 200));
    expect(await supplyOf(published.roundId)).toEqual(organisersOnly(403, 200));
    expect(await supplyOf(v7())).toEqual(organisersOnly(404, 404));
  });
});

describe('PUT /api/rounds/:id', () => {
  it('writes every setting, and the draft has one problem less', async () => {
    const { contestId, roundId, topicId } = await readyDraft(world, people.owner);
    const unitId = await world.unit();
    const wanted = {
      ...openNow(world.now(), topicId, 3),
      title: 'Vòng chung kết',
      opensAt: inFuture(world, HOUR),
      closesAt: inFuture(world, 3 * HOUR),
      durationMinutes: 45,
      attemptsAllowed: null,
      counting: 'last',
      graceSeconds: 0,
      eligibility: { kind: 'units', unitIds: [unitId] },
      shuffleQuestions: false,
      shuffleOptions: false,
      pointsPerQuestion: 10,
      resultsVisible: { kind: 'at', at: inFuture(world, 4 * HOUR) },
      answersVisible: { kind: 'never' },
      standingsVisible: { kind: 'on_close' },
    };
    const saved = await people.owner.put(`/api/rounds/${roundId}`, { ...wanted, revision: 2 });
    expect(saved.status, saved.text).toBe(200);
    expect(saved.body).toMatchObject({ id: contestId, state: 'draft' });
    expect(saved.body.rounds).toEqual([
      expect.objectContaining({ ...wanted, id: roundId, revision: 3, phase: 'draft', frozenAt: null }),
    ]);
    expect(
      saved.body.problems.filter((problem: { severity: string }) => problem.severity === 'blocks'),
    ).toEqual([]);
    expect((await auditOf(world, roundId)).map(({ action }) => action)).toEqual(['round.edit', 'round.edit']);
    const again = await people.owner.put(`/api/rounds/${roundId}`, { ...wanted, revision: 3 });
    expect(again.body.rounds[0].revision).toBe(3);
  });

  it('keeps an instant whatever its offset', async () => {
    const { roundId, topicId } = await readyDraft(world, people.owner);
    const wanted = {
      ...openNow(world.now(), topicId, 1),
      opensAt: '2027-01-05T14:00:00+07:00',
      closesAt: null,
    };
    const saved = await people.owner.put(`/api/rounds/${roundId}`, { ...wanted, revision: 2 });
    expect(saved.body.rounds[0].opensAt).toBe('2027-01-05T07:00:00.000Z');
  });

  it.each([
    [
      'a window that ends before it starts',
      { opensAt: '2027-01-05T08:00:00Z', closesAt: '2027-01-05T07:00:00Z' },
      'contest.window_invalid',
    ],
    [
      'a window across offsets that is empty',
      { opensAt: '2027-01-05T07:00:00Z', closesAt: '2027-01-05T14:00:00+07:00' },
      'contest.window_invalid',
    ],
    ['units that do not exist', { eligibility: { kind: 'units', unitIds: [v7()] } }, 'input.invalid'],
    ['a duration of nothing', { durationMinutes: 0 }, 'input.invalid'],
    ['an older revision', { revision: 1 }, 'stale_write'],
  ])('refuses %s and changes nothing', async (_what, change, code) => {
    const { contestId, roundId, topicId } = await readyDraft(world, people.owner);
    const before = (await people.owner.get(`/api/contests/${contestId}/draft`)).body.rounds;
    const wanted = { ...openNow(world.now(), topicId, 1), revision: 2, ...change };
    const refused = await people.owner.put(`/api/rounds/${roundId}`, wanted);
    expect(refused.body.code).toBe(code);
    expect((await people.owner.get(`/api/contests/${contestId}/draft`)).body.rounds).toEqual(before);
  });

  it('is over once the contest is published', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const body = { ...openNow(world.now(), await topic(world), 1), revision: 1 };
    const answers = [
      await people.owner.put(`/api/rounds/${roundId}`, body),
      await people.owner.delete(`/api/rounds/${roundId}`),
    ];
    expect(answers.map((answer) => answer.body.code)).toEqual(['contest.not_draft', 'contest.not_draft']);
  });
});

describe('rounds of a draft', () => {
  it('are added at the end and move up when one goes', async () => {
    const { contestId, roundId } = await draftContest(people.owner);
    for (let added = 0; added < 3; added += 1) await people.owner.post(`/api/contests/${contestId}/rounds`);
    const before = (await people.owner.get(`/api/contests/${contestId}/draft`)).body.rounds;
    expect(before.map((round: { title: string }) => round.title)).toEqual([
      'Vòng 1',
      'Vòng 2',
      'Vòng 3',
      'Vòng 4',
    ]);
    const after = await people.owner.delete(`/api/rounds/${before[1].id}`);
    expect(
      after.body.rounds.map((round: { id: string; ordinal: number }) => [round.id, round.ordinal]),
    ).toEqual([
      [roundId, 1],
      [before[2].id, 2],
      [before[3].id, 3],
    ]);
    expect((await auditOf(world, before[1].id)).map(({ action }) => action)).toEqual([
      'round.create',
      'round.delete',
    ]);
  });

  it('never come to none', async () => {
    const { roundId } = await draftContest(people.owner);
    const refused = await people.owner.delete(`/api/rounds/${roundId}`);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('contest.needs_round');
  });

  it('are not added to a published contest', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    expect((await people.owner.post(`/api/contests/${contestId}/rounds`)).body.code).toBe(
      'contest.not_draft',
    );
  });
});

describe('GET /api/rounds/:id/supply', () => {
  it('counts reviewed questions per topic and level, empty cells included', async () => {
    const { roundId } = await draftContest(people.owner);
    const topicId = await topic(world, 'Lịch sử báo chí');
    await questions(world, people.owner, { count: 3, topicId, level: 'apply' });
    await questions(world, people.owner, { count: 2, topicId, level: 'apply', state: 'draft' });
    await questions(world, people.owner, { count: 1, topicId, level: 'recall', state: 'retired' });
    const { body } = await people.owner.get(`/api/rounds/${roundId}/supply`);
    const cells = body.items.filter((cell: { topicId: string }) => cell.topicId === topicId);
    expect(cells.map((cell: { level: string; available: number }) => [cell.level, cell.available])).toEqual([
      ['recall', 0],
      ['understand', 0],
      ['apply', 3],
      ['analyse', 0],
    ]);
    expect(cells[0].topic).toBe('Lịch sử báo chí');
  });
});
