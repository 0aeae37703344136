import { afterAll, beforeAll, expect, it } from 'vitest';
import { paperPreview } from '../../../../shared/contest/contest.schema.js';
import { TestApp } from '../../../support/app.js';
import {
  draftContest,
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

const preview = async (roundId: string) => {
  const answer = await people.owner.post(`/api/rounds/${roundId}/preview`);
  expect(answer.status, answer.text).toBe(200);
  return paperPreview.parse(answer.body);
};

it('shows a paper as a contestant could get it, never a key', async () => {
  const { roundId, questions: bank } = await readyDraft(world, people.owner);
  const paper = await preview(roundId);
  expect(paper.durationMinutes).toBe(30);
  expect(paper.questions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  const versions = new Map(bank.map(({ versionId, prompt }) => [versionId, prompt.text]));
  for (const { versionId, prompt, points } of paper.questions) {
    expect(prompt.text).toBe(versions.get(versionId));
    expect('options' in prompt && prompt.options.map(({ id }) => id).toSorted()).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(points).toBe(5);
  }
  expect(new Set(paper.questions.map(({ versionId }) => versionId)).size).toBe(5);
  const answer = await people.owner.post(`/api/rounds/${roundId}/preview`);
  expect(answer.text).not.toMatch(/solution|credits|explanation/);
});

it('draws another paper each time', async () => {
  const { roundId } = await readyDraft(world, people.owner);
  const papers = new Set<string>();
  for (let tries = 0; tries < 6; tries += 1) {
    papers.add((await preview(roundId)).questions.map(({ versionId }) => versionId).join());
  }
  expect(papers.size).toBeGreaterThan(1);
});

it('follows the bank while the round is a draft, and only the frozen pool afterwards', async () => {
  const draft = await readyDraft(world, people.owner);
  const [late] = await questions(world, people.owner, { count: 1, topicId: draft.topicId, level: 'analyse' });
  const settings = { ...openNow(world.now(), draft.topicId, 1), opensAt: null, closesAt: null, revision: 2 };
  const blueprint = [{ topicId: draft.topicId, level: 'analyse', count: 1 }];
  await people.owner.put(`/api/rounds/${draft.roundId}`, { ...settings, blueprint });
  expect((await preview(draft.roundId)).questions.map(({ versionId }) => versionId)).toEqual([
    late?.versionId,
  ]);

  const frozen = await publishedRound(world, people.owner, { questions: 2 });
  await world.database.query(`UPDATE question SET review_state = 'retired' WHERE id = ANY($1::uuid[])`, [
    frozen.questions.map(({ questionId }) => questionId),
  ]);
  const drawn = (await preview(frozen.roundId)).questions.map(({ versionId }) => versionId);
  expect(drawn.toSorted()).toEqual(frozen.questions.map(({ versionId }) => versionId).toSorted());
});

it('says so when the bank cannot fill the paper', async () => {
  const { roundId } = await draftContest(people.owner);
  const topicId = await topic(world);
  await questions(world, people.owner, { count: 1, topicId });
  await people.owner.put(`/api/rounds/${roundId}`, { ...openNow(world.now(), topicId, 2), revision: 1 });
  const refused = await people.owner.post(`/api/rounds/${roundId}/preview`);
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe('round.blueprint_unfillable');
});

it('is for those who edit the contest', async () => {
  const draft = await readyDraft(world, people.owner);
  const published = await publishedRound(world, people.owner);
  const asked = (roundId: string) => statuses(people, (who) => who.post(`/api/rounds/${roundId}/preview`));
  const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403 };
  const open = { owner: 200, organiser: 200, admin: 200 };
  expect(await asked(draft.roundId)).toEqual({ ...shut, scoped: 404, ...open });
  expect(await asked(published.roundId)).toEqual({ ...shut, scoped: 403, ...open });
});
