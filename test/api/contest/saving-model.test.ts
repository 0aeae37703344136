import { afterAll, beforeAll, expect, it } from 'vitest';
import fc from 'fast-check';
import { writeAnswers } from '../../../server/contest/answer.queries.js';
import { outcomeOf, type WriteOrder } from '../../../server/contest/saving.rules.js';
import { attemptView } from '../../../shared/contest/attempt.schema.js';
import type { Agent } from '../../support/world.js';
import { TestApp } from '../../support/app.js';
import { publishedRound } from '../../support/contest.js';

const GRACE_MS = 30_000;
const LEADING = 3;

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

const write = fc.record({
  epoch: fc.integer({ min: 1, max: LEADING }),
  sequence: fc.integer({ min: 1, max: 4 }),
  /** Milliseconds from the deadline to the arrival. */
  arrivesMs: fc.constantFrom(-60_000, 0, GRACE_MS, GRACE_MS + 1),
});
const closing = fc.constantFrom(null, 'member' as const, 'server' as const);

it('lets the database judge every write as the rules do, one after the other', async () => {
  const { roundId } = await publishedRound(world, organiser, { graceSeconds: GRACE_MS / 1000 });
  const member = await world.member();
  const { id, deadlineAt } = attemptView.parse((await member.post(`/api/rounds/${roundId}/attempts`)).body);
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), closing, async (writes, closedBy) => {
      await world.database.query('DELETE FROM answer');
      await world.database.query('DELETE FROM kept_answer');
      await world.database.query(
        `UPDATE attempt SET epoch = $2, state = $3, closed_by = $4, submitted_at = $5, time_used_ms = $6::int, points = $6::int, correct = $6::int
         WHERE id = $1`,
        [id, LEADING, closedBy ? 'submitted' : 'running', closedBy, closedBy && deadlineAt, closedBy && 0],
      );
      let present: WriteOrder | null = null;
      for (const { epoch, sequence, arrivesMs } of writes) {
        const receivedAt = new Date(Date.parse(deadlineAt) + arrivesMs);
        const expected = outcomeOf({
          closedBy,
          leadingEpoch: LEADING,
          write: { epoch, sequence },
          present,
          receivedAt,
          deadlineAt: new Date(deadlineAt),
          graceMs: GRACE_MS,
        });
        const answer = { attemptId: id, memberId: member.memberId, position: 1, response: null };
        const [written] = await writeAnswers(world.database, [
          { ...answer, epoch, sequence, receivedAt: receivedAt.toISOString() },
        ]);
        expect(written?.outcome).toBe(expected);
        if (expected === 'saved') present = { epoch, sequence };
        const rows: unknown = await world.database.query('SELECT epoch, sequence FROM answer');
        expect(rows).toEqual(present ? [present] : []);
      }
    }),
    { numRuns: 60 },
  );
});
