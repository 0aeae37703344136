import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAnswers, type AnswerWrite } from '../../../../server/contest/attempt/answer.queries.js';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { MINUTE, publishedRound } from '../../../support/contest.js';
import { untilALockIsWaitedFor } from '../../../support/lock-waits.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let roundId: string;
beforeAll(async () => {
  world = await TestApp.start();
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  ({ roundId } = await publishedRound(world, organiser));
});
afterAll(() => world.stop());

type Running = { member: Agent; attempt: AttemptView };

async function start(): Promise<Running> {
  const member = await world.member();
  return { member, attempt: attemptView.parse((await member.post(`/api/rounds/${roundId}/attempts`)).body) };
}

function write({ member, attempt }: Running, changes: Partial<AnswerWrite>): AnswerWrite {
  const { memberId } = member;
  const place = { attemptId: attempt.id, memberId, position: 1 };
  return {
    ...place,
    response: null,
    epoch: 1,
    sequence: 1,
    receivedAt: world.now().toISOString(),
    ...changes,
  };
}

it('tells each of a mixed batch what became of it, in the order of the batch', async () => {
  const [one, two, taken, closed, submitted] = await Promise.all([
    start(),
    start(),
    start(),
    start(),
    start(),
  ]);
  await taken.member.put(`/api/attempts/${taken.attempt.id}/lead`).expect(200);
  await submitted.member.put(`/api/attempts/${submitted.attempt.id}/submission`, { epoch: 1 }).expect(200);
  await world.database.query(
    `UPDATE attempt SET state = 'submitted', submitted_at = deadline_at, closed_by = 'server', time_used_ms = 0, points = 0, correct = 0
     WHERE id = $1`,
    [closed.attempt.id],
  );
  await writeAnswers(world.database, [write(two, { position: 3, sequence: 5 })]);
  const tooLate = new Date(Date.parse(one.attempt.deadlineAt) + 10 * MINUTE).toISOString();

  const batch: [AnswerWrite, object][] = [
    [write(one, { sequence: 3 }), { outcome: 'superseded' }],
    [write(one, { sequence: 4 }), { outcome: 'saved', leading_epoch: 1, reopens: false }],
    [write(taken, { position: 2 }), { outcome: 'held', leading_epoch: 2, offered: true }],
    [write(taken, { position: 2, epoch: 2 }), { outcome: 'saved', leading_epoch: 2, offered: false }],
    [write(taken, { epoch: 3 }), { outcome: 'ahead', leading_epoch: 2 }],
    [write(two, { position: 3, sequence: 5 }), { outcome: 'saved', leading_epoch: 1 }],
    [write(two, { position: 3, sequence: 4 }), { outcome: 'superseded' }],
    [write(two, { position: 2, receivedAt: tooLate }), { outcome: 'late', offered: false }],
    [write(two, { attemptId: one.attempt.id }), { outcome: 'missing', leading_epoch: null }],
    [write(closed, {}), { outcome: 'saved', reopens: true }],
    [write(submitted, {}), { outcome: 'late', reopens: false }],
    [write(one, { sequence: 4 }), { outcome: 'saved' }],
    [write(two, {}), { outcome: 'saved', leading_epoch: 1, reopens: false, offered: false }],
  ];
  const written = await writeAnswers(
    world.database,
    batch.map(([one]) => one),
  );
  expect(written).toMatchObject(batch.map(([, outcome]) => outcome));

  const rows: unknown = await world.database.query(
    `SELECT attempt_id, position, epoch, sequence FROM answer ORDER BY array_position($1::uuid[], attempt_id), position`,
    [[one, two, taken, closed].map(({ attempt }) => attempt.id)],
  );
  expect(rows).toEqual([
    { attempt_id: one.attempt.id, position: 1, epoch: 1, sequence: 4 },
    { attempt_id: two.attempt.id, position: 1, epoch: 1, sequence: 1 },
    { attempt_id: two.attempt.id, position: 3, epoch: 1, sequence: 5 },
    { attempt_id: taken.attempt.id, position: 2, epoch: 2, sequence: 1 },
    { attempt_id: closed.attempt.id, position: 1, epoch: 1, sequence: 1 },
  ]);
});

it('waits for an attempt that is being closed, and then judges by what it became', async () => {
  const running = await start();
  const closing = world.database.createQueryRunner();
  await closing.startTransaction();
  await closing.query('SELECT 1 FROM attempt WHERE id = $1 FOR UPDATE', [running.attempt.id]);
  let settled = false;
  const saving = writeAnswers(world.database, [write(running, {})]).finally(() => (settled = true));
  await untilALockIsWaitedFor(world);
  expect(settled).toBe(false);
  await closing.query(
    `UPDATE attempt SET state = 'submitted', submitted_at = deadline_at, closed_by = 'member', time_used_ms = 0, points = 0, correct = 0
     WHERE id = $1`,
    [running.attempt.id],
  );
  await closing.commitTransaction();
  await closing.release();
  expect(await saving).toMatchObject([{ outcome: 'late' }]);
  const rows = await world.database.query('SELECT 1 FROM answer WHERE attempt_id = $1', [running.attempt.id]);
  expect(rows).toEqual([]);
});
