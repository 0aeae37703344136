import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { AttemptClosing } from '../../../../server/contest/attempt/attempt-closing.service.js';
import { FrozenRounds } from '../../../../server/contest/round/frozen-round.service.js';
import { scoreOf } from '../../../../server/contest/attempt/scoring.rules.js';
import { gradeResponse } from '../../../../server/question-bank/grading/grading.rules.js';
import { questionResponse, versionId } from '../../../../shared/question-bank/question.schema.js';
import { TestApp } from '../../../support/app.js';
import { HOUR, inFuture, publishedRound, type PublishedRound } from '../../../support/contest.js';
import { addCrowd, startCrowd, type CrowdAttempt } from '../../../support/crowd.js';
import { expectTallied } from '../../../support/tally.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  await world.stopSweeping();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

/** Attempts of so many people that run out in an hour, each with another mixture of answers, of some questions none. */
async function running(count: number): Promise<{ round: PublishedRound; attempts: CrowdAttempt[] }> {
  const closesAt = inFuture(world, HOUR);
  const round = await publishedRound(world, organiser, { closesAt, graceSeconds: 0, pointsPerQuestion: 7 });
  await world.database.query('ALTER TABLE question_version DISABLE TRIGGER USER');
  await world.database.query(
    `UPDATE question_version SET solution = '{"type":"single_choice","credits":{"b":1,"c":0.333333,"d":0.166667}}'
     WHERE id = ANY($1::uuid[])`,
    [round.questions.map((question) => question.versionId)],
  );
  await world.database.query('ALTER TABLE question_version ENABLE TRIGGER USER');
  const members = await addCrowd(world, count, [await world.unit(), await world.unit()]);
  const attempts = await startCrowd(world, round, { members, deadlineAt: new Date(closesAt) });
  await world.database.query(
    `UPDATE answer SET response = CASE WHEN choice = 5 THEN NULL
       ELSE jsonb_build_object('type', 'single_choice', 'choice', substr('abcd', choice, 1)) END
     FROM (SELECT attempt_id AS id, position AS at, 1 + abs(hashtext(attempt_id::text || position)) % 5 AS choice FROM answer) AS drawn
     WHERE attempt_id = id AND position = at AND attempt_id = ANY($1::uuid[])`,
    [attempts.map(({ id }) => id)],
  );
  await world.database.query(
    `DELETE FROM answer WHERE attempt_id = ANY($1::uuid[]) AND abs(hashtext(attempt_id::text)) % 5 = position - 1`,
    [attempts.map(({ id }) => id)],
  );
  return { round, attempts };
}

const closedRow = z.object({
  id: z.uuid(),
  points: z.coerce.number(),
  correct: z.number(),
  paper: z.array(z.object({ versionId })),
  credits: z.array(z.number().nullable()),
  topics: z.array(z.object({ topic: z.string(), questions: z.number(), credit: z.number() })),
  given: z.array(z.object({ position: z.number(), response: questionResponse.nullable() })),
});

it('scores in the database as the rules do, and closes each attempt once', async () => {
  const { round, attempts } = await running(150);
  await world.advance(HOUR + 10_000);
  const closing = world.app.get(AttemptClosing);
  await Promise.all([closing.closeOverdue(world.now()), closing.closeOverdue(world.now())]);
  const rows: unknown = await world.database.query(
    `SELECT id, points, correct, paper, topics, credits::float8[] AS credits, coalesce((SELECT jsonb_agg(jsonb_build_object(
       'position', position, 'response', response)) FROM answer WHERE attempt_id = attempt.id), '[]') AS given
     FROM attempt WHERE round_id = $1 AND state = 'submitted' AND submitted_at = deadline_at AND closed_by = 'server'`,
    [round.roundId],
  );
  const closed = z.array(closedRow).parse(rows);
  expect(closed).toHaveLength(attempts.length);
  const frozen = await world.app.get(FrozenRounds).find(round.roundId);
  const pool = frozen && (await world.app.get(FrozenRounds).poolOf(frozen));
  for (const { id, paper, given, credits, ...told } of closed) {
    expect(credits, id).toHaveLength(paper.length);
    const graded = paper.map((drawn, index) => {
      const question = pool?.questions.get(drawn.versionId);
      const answer = given.find(({ position }) => position === index + 1);
      const credit = question ? gradeResponse(question.content, answer?.response ?? null) : 0;
      expect(credits[index], id).toBe(answer?.response ? credit : null);
      return { topic: question?.topicName ?? '', credit };
    });
    const { points, correct, topics } = scoreOf(graded, 7);
    expect({ points: told.points, correct: told.correct }, id).toEqual({ points, correct });
    expect(told.topics).toEqual(
      topics.map(({ topic, questions, share }) => ({
        topic,
        questions,
        credit: expect.closeTo(share * questions, 9),
      })),
    );
  }
  const [{ told }] = await world.database.query(
    `SELECT count(*)::int AS told FROM outbox WHERE topic = 'attempt.submitted' AND payload ->> 'roundId' = $1`,
    [round.roundId],
  );
  expect(told).toBe(attempts.length);
  await expectTallied(world, round.roundId);
});

it('leaves what somebody holds to the next beat and closes the others, and stops when its time is up', async () => {
  const { round, attempts } = await running(20);
  await world.advance(HOUR + 10_000);
  const open = async (): Promise<string[]> => {
    const rows: unknown = await world.database.query(
      `SELECT id FROM attempt WHERE round_id = $1 AND state = 'running'`,
      [round.roundId],
    );
    return z
      .array(z.object({ id: z.uuid() }))
      .parse(rows)
      .map(({ id }) => id);
  };
  const holder = world.database.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM attempt WHERE id = $1 FOR KEY SHARE', [attempts[0]?.id]);
  await world.app.get(AttemptClosing).closeOverdue(world.now());
  expect(await open()).toEqual([attempts[0]?.id]);
  await holder.commitTransaction();
  await holder.release();
  expect(await world.app.get(AttemptClosing).closeOverdue(world.now(), world.now().getTime())).toBe(true);
  expect(await open()).toEqual([attempts[0]?.id]);
  await world.app.get(AttemptClosing).closeOverdue(world.now());
  expect(await open()).toEqual([]);
});
