import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { writeAnswers } from '../../../../server/contest/attempt/answer.queries.js';
import type { WriteOrder } from '../../../../server/contest/attempt/saving.rules.js';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import type { Agent } from '../../../support/world.js';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import { modelOutcome } from '../../../support/saving-model.js';

const GRACE_MS = 30_000;
const LEADING = 3;

let world: TestApp;
let member: Agent;
let attempt: AttemptView;
beforeAll(async () => {
  world = await TestApp.start();
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const { roundId } = await publishedRound(world, organiser, { graceSeconds: GRACE_MS / 1000 });
  member = await world.member();
  attempt = attemptView.parse((await member.post(`/api/rounds/${roundId}/attempts`)).body);
});
afterAll(() => world.stop());
beforeEach(() => becomes(null));

type ClosedBy = 'member' | 'server' | null;

/** The attempt without answers, running or closed. */
async function becomes(closedBy: ClosedBy): Promise<void> {
  await world.database.query('DELETE FROM answer');
  await world.database.query('DELETE FROM kept_answer');
  await world.database.query(
    `UPDATE attempt SET epoch = $2, state = $3, closed_by = $4, submitted_at = $5, time_used_ms = $6::int, points = $6::int, correct = $6::int
     WHERE id = $1`,
    [
      attempt.id,
      LEADING,
      closedBy ? 'submitted' : 'running',
      closedBy,
      closedBy && attempt.deadlineAt,
      closedBy && 0,
    ],
  );
}

/** Writes an answer that arrives so many ms after the last instant that counts. */
async function written({ epoch, sequence }: WriteOrder, pastLimitMs: number): Promise<string | undefined> {
  const receivedAt = new Date(Date.parse(attempt.deadlineAt) + GRACE_MS + pastLimitMs).toISOString();
  const answer = { attemptId: attempt.id, memberId: member.memberId, position: 1, response: null };
  const [outcome] = await writeAnswers(world.database, [{ ...answer, epoch, sequence, receivedAt }]);
  return outcome?.outcome;
}

const rows = (): Promise<unknown> => world.database.query('SELECT epoch, sequence FROM answer');
const order = (epoch: number, sequence: number): WriteOrder => ({ epoch, sequence });

type Case = {
  what: string;
  write?: WriteOrder;
  present?: WriteOrder;
  pastLimitMs?: number;
  closedBy?: ClosedBy;
  outcome: string;
};

describe('what becomes of a write', () => {
  it.each<Case>([
    { what: 'the first of the leader', outcome: 'saved' },
    { what: 'after an older one', present: order(3, 4), outcome: 'saved' },
    { what: 'over one of an older device', present: order(1, 99), outcome: 'saved' },
    { what: 'behind a newer one of its device', present: order(3, 6), outcome: 'superseded' },
    { what: 'at the end of the grace', pastLimitMs: 0, outcome: 'saved' },
    { what: '1 ms after the grace', pastLimitMs: 1, outcome: 'late' },
    { what: 'after the member submitted', closedBy: 'member', outcome: 'late' },
    { what: 'in time, closed by the server since', closedBy: 'server', outcome: 'saved' },
    { what: 'too late, closed by the server', closedBy: 'server', pastLimitMs: 1, outcome: 'late' },
    { what: 'of an older device', write: order(2, 7), outcome: 'held' },
    { what: 'of an older device, answered since', write: order(2, 7), present: order(3, 1), outcome: 'held' },
    { what: 'of an older device, too late', write: order(2, 7), pastLimitMs: 1, outcome: 'late' },
    {
      what: 'replaced by the older device itself',
      write: order(2, 7),
      present: order(2, 8),
      outcome: 'superseded',
    },
    { what: 'repeated', present: order(3, 5), outcome: 'saved' },
    { what: 'repeated after the take-over', write: order(2, 7), present: order(2, 7), outcome: 'saved' },
    { what: 'repeated after the grace', present: order(3, 5), pastLimitMs: 1, outcome: 'saved' },
    { what: 'repeated after submission', present: order(3, 5), closedBy: 'member', outcome: 'saved' },
    { what: 'of an epoch nobody was given', write: order(4, 1), outcome: 'ahead' },
  ])('$what: $outcome', async (given) => {
    await becomes(given.closedBy ?? null);
    if (given.present)
      await world.database.query(
        `INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at) VALUES ($1, 1, NULL, $2, $3, $4)`,
        [attempt.id, given.present.epoch, given.present.sequence, attempt.deadlineAt],
      );
    const write = given.write ?? order(3, 5);
    expect(await written(write, given.pastLimitMs ?? -60_000)).toBe(given.outcome);
    const left = given.outcome === 'saved' ? write : given.present;
    expect(await rows()).toEqual(left ? [left] : []);
  });
});

it('lets the database judge every write as the decision says, one after the other', async () => {
  const write = fc.record({
    epoch: fc.integer({ min: 1, max: LEADING }),
    sequence: fc.integer({ min: 1, max: 4 }),
    pastLimitMs: fc.constantFrom(-90_000, -GRACE_MS, 0, 1),
  });
  const closing = fc.constantFrom(null, 'member' as const, 'server' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), closing, async (writes, closedBy) => {
      await becomes(closedBy);
      let present: WriteOrder | null = null;
      for (const { epoch, sequence, pastLimitMs } of writes) {
        const arrived = { closedBy, leadingEpoch: LEADING, write: { epoch, sequence }, present, pastLimitMs };
        const expected = modelOutcome(arrived);
        expect(await written({ epoch, sequence }, pastLimitMs)).toBe(expected);
        if (expected === 'saved') present = { epoch, sequence };
        expect(await rows()).toEqual(present ? [present] : []);
      }
    }),
    { numRuns: 60 },
  );
});
