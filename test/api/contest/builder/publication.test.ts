import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { z } from 'zod';
import { TestApp } from '../../../support/app.js';
import {
  addVersion,
  auditOf,
  draftContest,
  HOUR,
  inFuture,
  MINUTE,
  publishedRound,
  questions,
  readyDraft,
  staff,
  statuses,
  type Staff,
} from '../../../support/contest.js';
import { untilALockIsWaitedFor } from '../../../support/lock-waits.js';

let world: TestApp;
let people: Staff;
beforeAll(async () => {
  world = await TestApp.start();
  people = await staff(world);
});
afterAll(() => world.stop());

const publish = (contestId: string) => people.owner.put(`/api/contests/${contestId}/publication`);
const cancel = (contestId: string, reason = 'Mất điện') =>
  people.owner.put(`/api/contests/${contestId}/cancellation`, { reason });

async function poolOf(roundId: string): Promise<string[]> {
  const rows: unknown = await world.database.query(
    'SELECT version_id AS id FROM round_pool WHERE round_id = $1 ORDER BY version_id',
    [roundId],
  );
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}

const shut = { outsider: 401, member: 403, coordinator: 403, moderator: 403 };

describe('PUT /api/contests/:id/publication', () => {
  it.each(['owner', 'organiser', 'admin'] as const)('opens to %s and to no other organiser', async (who) => {
    const { contestId } = await readyDraft(world, people.owner);
    const { [who]: allowed, ...others } = people;
    const { owner: _owner, organiser: _organiser, admin: _admin, ...refused } = others as Staff;
    expect(
      await statuses(refused as Staff, (other) => other.put(`/api/contests/${contestId}/publication`)),
    ).toEqual({
      ...shut,
      scoped: 404,
    });
    const published = await allowed.put(`/api/contests/${contestId}/publication`);
    expect(published.status, published.text).toBe(200);
    expect(published.body).toMatchObject({
      state: 'published',
      publishedAt: expect.any(String),
      problems: [],
    });
    expect(published.body.rounds[0]).toMatchObject({ phase: 'upcoming', frozenAt: expect.any(String) });
  });

  it('does it once: again changes nothing', async () => {
    const { contestId, roundId } = await readyDraft(world, people.owner);
    const first = (await publish(contestId)).body;
    const seedOf = () => world.database.query('SELECT draw_seed FROM round WHERE id = $1', [roundId]);
    const seed: unknown = await seedOf();
    const again = await publish(contestId);
    expect(again.status).toBe(200);
    expect(again.body.publishedAt).toBe(first.publishedAt);
    expect(await seedOf()).toEqual(seed);
    const log = await auditOf(world, contestId);
    expect(log.filter(({ action }) => action === 'contest.publish')).toEqual([
      { action: 'contest.publish', actorId: people.owner.memberId },
    ]);
  });

  it('two at once freeze one pool', async () => {
    const { contestId, roundId, questions: bank } = await readyDraft(world, people.owner);
    const both = await Promise.all([
      publish(contestId),
      people.admin.put(`/api/contests/${contestId}/publication`),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await poolOf(roundId)).toHaveLength(bank.length);
    expect(
      (await auditOf(world, contestId)).filter(({ action }) => action === 'contest.publish'),
    ).toHaveLength(1);
  });

  it.each([
    ['no window', { opensAt: null, closesAt: null }, 'publish.window_missing'],
    [
      'a window that is over',
      { opensAt: '2020-01-01T00:00:00Z', closesAt: '2020-01-02T00:00:00Z' },
      'publish.window_past',
    ],
    ['an empty blueprint', { blueprint: [] }, 'publish.blueprint_empty'],
  ])('waits for %s', async (_what, change, problem) => {
    const { contestId, roundId } = await readyDraft(world, people.owner, change);
    const draft = (await people.owner.get(`/api/contests/${contestId}/draft`)).body;
    expect(draft.problems).toContainEqual(
      expect.objectContaining({ code: problem, roundId, severity: 'blocks' }),
    );
    const refused = await publish(contestId);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'contest.not_ready', params: { problems: 1 } });
    expect((await people.member.get(`/api/contests/${contestId}`)).status).toBe(404);
    expect(await poolOf(roundId)).toEqual([]);
  });

  it('looks at the bank again: a question retired since the draft was looked at blocks', async () => {
    const { contestId, questions: bank } = await readyDraft(world, people.owner);
    const gone = bank.slice(0, 6).map(({ questionId }) => questionId);
    await world.database.query(`UPDATE question SET review_state = 'retired' WHERE id = ANY($1::uuid[])`, [
      gone,
    ]);
    const refused = await publish(contestId);
    expect(refused.body).toMatchObject({ code: 'contest.not_ready', params: { problems: 1 } });
    const { problems } = (await people.owner.get(`/api/contests/${contestId}/draft`)).body;
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'publish.cell_impossible',
        params: expect.objectContaining({ count: 5, available: 4 }),
      }),
    );
  });

  it('waits for an import that is being taken back, and looks at what it left', async () => {
    const { contestId, questions: bank } = await readyDraft(world, people.owner);
    const gone = bank.slice(0, 6).map(({ questionId }) => questionId);
    const undoing = world.database.createQueryRunner();
    await undoing.startTransaction();
    try {
      await undoing.query('DELETE FROM question_version WHERE question_id = ANY($1::uuid[])', [gone]);
      await undoing.query('DELETE FROM question WHERE id = ANY($1::uuid[])', [gone]);
      const publishing = publish(contestId).then((answer) => answer);
      await untilALockIsWaitedFor(world);
      await undoing.commitTransaction();
      expect((await publishing).body).toMatchObject({ code: 'contest.not_ready', params: { problems: 1 } });
    } finally {
      await undoing.release();
    }
  });

  it('freezes the current versions of reviewed questions in the cells that are drawn', async () => {
    const { contestId, roundId, topicId, questions: bank } = await readyDraft(world, people.owner);
    const [edited] = bank;
    if (!edited) throw new Error('the bank is empty');
    const newer = { ...edited, versionId: v7(), number: 2 };
    await addVersion(world, people.owner, newer);
    await world.database.query('UPDATE question SET current_version = 2 WHERE id = $1', [edited.questionId]);
    await questions(world, people.owner, { count: 1, topicId, state: 'draft' });
    await questions(world, people.owner, { count: 1, topicId, level: 'apply' });
    await questions(world, people.owner, { count: 1 });
    await publish(contestId);
    const wanted = [newer.versionId, ...bank.slice(1).map(({ versionId }) => versionId)];
    expect(await poolOf(roundId)).toEqual(wanted.toSorted());
  });

  it('what the bank does afterwards changes no paper', async () => {
    const {
      contestId,
      roundId,
      questions: bank,
    } = await readyDraft(world, people.owner, {
      opensAt: inFuture(world, -MINUTE),
    });
    await publish(contestId);
    for (const question of bank) {
      const prompt = { ...question.prompt, text: `Đã sửa ${v7()}` };
      await addVersion(world, people.owner, { ...question, versionId: v7(), prompt, number: 2 });
    }
    await world.database.query(
      `UPDATE question SET current_version = 2, review_state = 'retired', level = 'apply' WHERE id = ANY($1::uuid[])`,
      [bank.map(({ questionId }) => questionId)],
    );
    const contestant = await world.member();
    const attempt = await contestant.post(`/api/rounds/${roundId}/attempts`);
    expect(attempt.status, attempt.text).toBe(201);
    const known = bank.map(({ prompt }) => prompt.text);
    const drawn: string[] = attempt.body.questions.map(
      (question: { prompt: { text: string } }) => question.prompt.text,
    );
    expect(drawn).toHaveLength(5);
    expect(drawn.filter((text) => !known.includes(text))).toEqual([]);
    const supply = (await people.owner.get(`/api/rounds/${roundId}/supply`)).body.items;
    expect(supply).toEqual([expect.objectContaining({ level: 'recall', available: 10 })]);
  });

  it('freezes the head-counts of the units that may enter, those below them too', async () => {
    const parent = await world.unit({ headCount: 5 });
    const child = await world.unit({ headCount: 7, parentId: parent });
    const other = await world.unit({ headCount: 9 });
    const { contestId, roundId } = await readyDraft(world, people.owner);
    const round = (await people.owner.get(`/api/contests/${contestId}/draft`)).body.rounds[0];
    await people.owner.put(`/api/rounds/${roundId}`, {
      ...round,
      eligibility: { kind: 'units', unitIds: [parent] },
    });
    await publish(contestId);
    await world.database.query('UPDATE unit SET head_count = 100 WHERE id = ANY($1::uuid[])', [
      [parent, child, other],
    ]);
    const rows: unknown = await world.database.query(
      'SELECT unit_id, head_count FROM round_unit WHERE round_id = $1 ORDER BY head_count',
      [roundId],
    );
    expect(rows).toEqual([
      { unit_id: parent, head_count: 5 },
      { unit_id: child, head_count: 7 },
    ]);
  });

  it('gives each round a secret seed of its own, and no answer or log names it', async () => {
    const { contestId } = await readyDraft(world, people.owner);
    const added = (await people.owner.post(`/api/contests/${contestId}/rounds`)).body.rounds;
    await people.owner.put(`/api/rounds/${added[1].id}`, { ...added[0], title: 'Vòng 2', revision: 1 });
    const answer = await publish(contestId);
    expect(answer.status, answer.text).toBe(200);
    const rows: unknown = await world.database.query(
      `SELECT encode(draw_seed, 'hex') AS seed FROM round WHERE contest_id = $1`,
      [contestId],
    );
    const seeds = z
      .array(z.object({ seed: z.string().length(64) }))
      .parse(rows)
      .map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(2);
    const log = JSON.stringify(await world.database.query('SELECT details FROM audit_log'));
    for (const seed of seeds) expect(answer.text + log).not.toContain(seed);
  });
});

describe('PUT /api/contests/:id/cancellation', () => {
  it('is for those who edit the contest', async () => {
    const { contestId } = await publishedRound(world, people.owner);
    const { owner, ...others } = people;
    const ask = await statuses(others as Staff, (who) =>
      who.put(`/api/contests/${contestId}/cancellation`, { reason: '' }),
    );
    expect(ask).toEqual({ ...shut, scoped: 400, organiser: 400, admin: 400 });
    const scoped = await people.scoped.put(`/api/contests/${contestId}/cancellation`, { reason: 'Sai đề' });
    expect(scoped.status).toBe(403);
    expect((await owner.put(`/api/contests/${contestId}/cancellation`, { reason: 'Sai đề' })).status).toBe(
      200,
    );
  });

  it('ends what is running, lets nobody start, and stays visible with its phase', async () => {
    const { contestId, roundId } = await publishedRound(world, people.owner);
    const contestant = await world.member();
    const attempt = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    const cancelled = await cancel(contestId, 'Đề bị lộ');
    expect(cancelled.body).toMatchObject({ state: 'cancelled', rounds: [{ phase: 'cancelled' }] });
    const path = `/api/attempts/${attempt.id}/answers/1`;
    const save = { epoch: 1, sequence: 1, response: { type: 'single_choice', choice: 'b' } };
    expect((await contestant.put(path, save)).body.outcome).toBe('late');
    await expect
      .poll(async () => (await contestant.get(`/api/attempts/${attempt.id}`)).body.state)
      .toBe('submitted');
    const other = await world.member();
    expect((await other.post(`/api/rounds/${roundId}/attempts`)).body.code).toBe('round.closed');
    expect((await other.get(`/api/contests/${contestId}`)).body).toMatchObject({ phase: 'cancelled' });
    expect((await auditOf(world, contestId)).map(({ action }) => action)).toEqual(['contest.cancel']);
    expect((await cancel(contestId)).status).toBe(200);
    expect(await auditOf(world, contestId)).toHaveLength(1);
    expect((await publish(contestId)).body.code).toBe('contest.not_draft');
  });

  it('is nothing for a draft', async () => {
    const { contestId } = await draftContest(people.owner);
    expect((await cancel(contestId)).body.code).toBe('contest.not_published');
  });
});

it('a member hears of the contest only once it is published', async () => {
  const { contestId } = await readyDraft(world, people.owner, { closesAt: inFuture(world, 3 * HOUR) });
  expect((await people.member.get(`/api/contests/${contestId}`)).status).toBe(404);
  await publish(contestId);
  const seen = await people.member.get(`/api/contests/${contestId}`);
  expect(seen.body).toMatchObject({ phase: 'upcoming', can: { edit: false }, roundCount: 1 });
  expect(seen.body.rounds[0]).not.toHaveProperty('blueprint');
});
