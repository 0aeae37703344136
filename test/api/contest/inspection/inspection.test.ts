import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import {
  inspectedPaper,
  inspectionPage,
  type InspectedPaper,
  type InspectionPage,
} from '../../../../shared/contest/inspection.schema.js';
import { AttemptClosing } from '../../../../server/contest/attempt/attempt-closing.service.js';
import { TestApp } from '../../../support/app.js';
import { auditOf, MINUTE, publishedRound, staff, statuses, type Staff } from '../../../support/contest.js';
import { addCrowd, startCrowd } from '../../../support/crowd.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  await world.stopSweeping();
  people = await staff(world);
});
afterAll(() => world.stop());

async function start(who: Agent, roundId: string): Promise<AttemptView> {
  const answer = await who.post(`/api/rounds/${roundId}/attempts`);
  expect(answer.status, answer.text).toBe(201);
  return attemptView.parse(answer.body);
}

const choose = (choice: string) => ({ type: 'single_choice', choice });
const save = (
  who: Agent,
  {
    attempt,
    position,
    choice,
    sequence = 1,
    epoch = 1,
  }: {
    attempt: AttemptView;
    position: number;
    choice: string;
    sequence?: number;
    epoch?: number;
  },
) =>
  who.put(`/api/attempts/${attempt.id}/answers/${position}`, {
    response: choose(choice),
    epoch,
    sequence,
  });

async function list(roundId: string, query = ''): Promise<InspectionPage> {
  const answer = await people.owner.get(`/api/rounds/${roundId}/attempts?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return inspectionPage.parse(answer.body);
}

async function paper(id: string, query = ''): Promise<InspectedPaper> {
  const answer = await people.owner.get(`/api/attempts/${id}/paper?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return inspectedPaper.parse(answer.body);
}

const names = ({ items }: InspectionPage): string[] => items.map(({ member }) => member.fullName);

/**
 * Four people in a round: one who submitted, one who went on with another device, one with extra time who is at it, and
 * one whose time ran out while an answer was under way.
 */
async function fourAttempts() {
  const unit = await world.unit();
  const below = await world.unit({ parentId: unit });
  const join = (fullName: string, unitId: string) => world.member({ fullName, unitId });
  const [ha, my, loc, oanh] = await Promise.all([
    join('Trần Thu Hà', unit),
    join('Vũ Hà My', below),
    join('Cao Xuân Lộc', below),
    join('Trịnh Kim Oanh', unit),
  ]);
  const { roundId, contestId } = await publishedRound(world, people.owner, { questions: 3 });
  const late = await start(oanh, roundId);
  await save(oanh, { attempt: late, position: 1, choice: 'b' });
  await world.advance(31 * MINUTE);
  await save(oanh, { attempt: late, position: 2, choice: 'b' });
  await world.advance(MINUTE);
  await world.app.get(AttemptClosing).closeOverdue(world.now(), Number.MAX_SAFE_INTEGER);
  // Sessions do not last for hours of a test: whoever goes on signs in as before.
  const done = await start(ha, roundId);
  await save(ha, { attempt: done, position: 1, choice: 'b' });
  await save(ha, { attempt: done, position: 2, choice: 'c' });
  await ha.put(`/api/attempts/${done.id}/submission`, { epoch: 1 });
  const moved = await start(my, roundId);
  await my.put(`/api/attempts/${moved.id}/lead`);
  await save(my, { attempt: moved, position: 1, choice: 'a', epoch: 2 });
  await people.owner.put(`/api/rounds/${roundId}/extra-time/${loc.memberId}`, {
    minutes: 10,
    reason: 'Khiếm thị',
  });
  const extra = await start(loc, roundId);
  return { roundId, contestId, unit, below, late, done, moved, extra, ha };
}

describe('who may', () => {
  it('see the attempts of a round and open one: who may edit its contest, nobody else', async () => {
    const contestant = await world.member();
    const { roundId } = await publishedRound(world, people.owner);
    const attempt = await start(contestant, roundId);
    const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403 };
    const open = { owner: 200, organiser: 200, admin: 200 };
    expect(await statuses(people, (who) => who.get(`/api/rounds/${roundId}/attempts`))).toEqual({
      ...shut,
      scoped: 403,
      ...open,
    });
    // That somebody tried is nobody's business who may not look.
    expect(await statuses(people, (who) => who.get(`/api/attempts/${attempt.id}/paper`))).toEqual({
      ...shut,
      scoped: 404,
      ...open,
    });
    expect((await contestant.get(`/api/attempts/${attempt.id}/paper`)).status).toBe(403);
  });
});

describe('the list', () => {
  it('shows the latest start first, with what is to be known of each', async () => {
    const { roundId } = await fourAttempts();
    const page = await list(roundId);
    expect(names(page)).toEqual(['Cao Xuân Lộc', 'Vũ Hà My', 'Trần Thu Hà', 'Trịnh Kim Oanh']);
    const [extra, moved, done, late] = page.items;
    expect(extra).toMatchObject({ state: 'running', extraMinutes: 10, moves: 0, points: null, answered: 0 });
    expect(moved).toMatchObject({ state: 'running', moves: 1, answered: 1, timeUsedMs: null });
    expect(done).toMatchObject({
      state: 'submitted',
      points: 7.5,
      answered: 2,
      questionCount: 3,
      lateCount: 0,
    });
    expect(late).toMatchObject({ state: 'expired', points: 5, answered: 1, lateCount: 1 });
    expect(page.counts).toEqual({
      all: 4,
      running: 2,
      submitted: 1,
      expired: 1,
      moved: 1,
      extra: 1,
      late: 1,
      found: 4,
    });
    expect(page).toMatchObject({ roundTitle: 'Vòng 1', contestTitle: 'Tìm hiểu Hiến pháp', next: null });
  });

  it('filters by state, by what is to be known, by unit and by words, and counts under the other filters', async () => {
    const { roundId, unit, below } = await fourAttempts();
    expect(names(await list(roundId, 'state=running'))).toEqual(['Cao Xuân Lộc', 'Vũ Hà My']);
    expect(names(await list(roundId, 'state=running&moved=1'))).toEqual(['Vũ Hà My']);
    expect(names(await list(roundId, 'late=1'))).toEqual(['Trịnh Kim Oanh']);
    expect(names(await list(roundId, `unit=${unit}`))).toHaveLength(4);
    expect(names(await list(roundId, `unit=${below}`))).toEqual(['Cao Xuân Lộc', 'Vũ Hà My']);
    // By beginnings of words, in any order, with or without accents.
    expect(names(await list(roundId, 'q=ha%20tran'))).toEqual(['Trần Thu Hà']);
    expect(names(await list(roundId, `q=${encodeURIComponent('hà')}`))).toEqual(['Vũ Hà My', 'Trần Thu Hà']);
    expect(names(await list(roundId, 'q=anh'))).toEqual([]);
    expect(names(await list(roundId, 'q=%25'))).toEqual([]);
    const { counts } = await list(roundId, 'state=running&moved=1');
    expect(counts).toMatchObject({ all: 1, running: 1, submitted: 0, expired: 0 });
    expect(counts).toMatchObject({ moved: 1, extra: 0, late: 0, found: 1 });
  });

  it('pages a crowd without losing or repeating anybody, also where many started at one instant', async () => {
    const unitId = await world.unit();
    const made = await publishedRound(world, people.owner);
    const crowd = await addCrowd(world, 230, [unitId]);
    await startCrowd(world, made, {
      members: crowd,
      deadlineAt: new Date(world.now().getTime() + 20 * MINUTE),
    });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(made.roundId, `limit=100${cursor && `&cursor=${cursor}`}`);
      expect(page.counts.found).toBe(230);
      seen.push(...page.items.map(({ member }) => member.id));
      cursor = page.next ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(230);
    expect(new Set(seen)).toEqual(new Set(crowd));
  });

  it('is empty before anybody entered', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    expect(await list(roundId)).toMatchObject({ items: [], counts: { all: 0, found: 0 }, next: null });
  });
});

describe('one paper', () => {
  it('has what was answered, what would have been right, points, and when each was saved', async () => {
    const { done, ha } = await fourAttempts();
    const seen = await paper(done.id);
    expect(seen.member.fullName).toBe('Trần Thu Hà');
    expect(seen).toMatchObject({ state: 'submitted', points: 7.5, maxPoints: 15, correct: 1 });
    expect(seen.questions.map(({ position, points }) => [position, points])).toEqual([
      [1, 5],
      [2, 2.5],
      [3, 0],
    ]);
    // In the order this attempt was drawn in, options included.
    expect(seen.questions.map(({ prompt }) => prompt)).toEqual(done.questions.map(({ prompt }) => prompt));
    expect(seen.questions[0]).toMatchObject({
      response: choose('b'),
      solution: { type: 'single_choice', credits: { b: 1, c: 0.5 } },
      savedAt: expect.any(String),
      code: expect.stringMatching(/^CH-/),
      unscored: null,
    });
    expect(seen.questions[2]).toMatchObject({ response: null, savedAt: null });
    expect(seen.events.map(({ kind }) => kind)).toEqual(['started', 'last_answer', 'submitted']);
    expect(await auditOf(world, done.id)).toEqual([
      { action: 'attempt.inspect', actorId: people.owner.memberId },
    ]);
    expect((await ha.get(`/api/attempts/${done.id}`)).status).toBe(200);
  });

  it('shows answers that came too late beside what counts', async () => {
    const { late } = await fourAttempts();
    const seen = await paper(late.id);
    expect(seen).toMatchObject({ state: 'expired', points: 5, lateCount: 1 });
    expect(seen.questions[1]).toMatchObject({
      response: null,
      points: 0,
      unscored: { response: choose('b'), reason: 'late', receivedAt: expect.any(String) },
    });
    expect(seen.events.at(-1)).toMatchObject({ positions: expect.any(Array) });
    expect(seen.events.find(({ kind }) => kind === 'late')?.positions).toEqual([2]);
    expect(seen.events.find(({ kind }) => kind === 'expired')).toBeDefined();
  });

  it('tells no points while somebody is at it, but devices and extra time', async () => {
    const { moved, extra } = await fourAttempts();
    const open = await paper(moved.id);
    expect(open).toMatchObject({ state: 'running', points: null, correct: null, moves: 1 });
    expect(open.questions.every(({ points, credit }) => points === null && credit === null)).toBe(true);
    expect(open.events.map(({ kind }) => kind)).toEqual(['started', 'moved', 'last_answer']);
    const granted = await paper(extra.id);
    expect(granted.events.find(({ kind }) => kind === 'extra')?.minutes).toBe(10);
  });

  it('leads to its neighbours in the list it was opened from', async () => {
    const { done, moved, late, extra } = await fourAttempts();
    expect(await paper(done.id)).toMatchObject({ previous: moved.id, next: late.id });
    expect(await paper(moved.id, 'state=running')).toMatchObject({ previous: extra.id, next: null });
    expect(await paper(extra.id)).toMatchObject({ previous: null, next: moved.id });
    expect(await paper(late.id, 'q=khongcoai')).toMatchObject({ previous: null, next: null });
  });
});
