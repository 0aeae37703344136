import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AnswerWriter } from '../../../../server/contest/attempt/answer-writer.service.js';
import { AttemptClosing } from '../../../../server/contest/attempt/attempt-closing.service.js';
import { FrozenRounds } from '../../../../server/contest/round/frozen-round.service.js';
import { RoundTally1000000000014 } from '../../../../server/database/migrations/0014-round-tally.js';
import { Closing1000000000019 } from '../../../../server/database/migrations/0019-closing.js';
import { attemptView, type AttemptView } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { MINUTE, publishedRound } from '../../../support/contest.js';
import { addCrowd, startCrowd, submitCrowd } from '../../../support/crowd.js';
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

type Running = { who: Agent; attempt: AttemptView };

async function start(who: Agent, roundId: string): Promise<Running> {
  return { who, attempt: attemptView.parse((await who.post(`/api/rounds/${roundId}/attempts`)).body) };
}

async function answer({ who, attempt }: Running, choices: readonly string[]): Promise<void> {
  for (const [index, choice] of choices.entries())
    await who
      .put(`/api/attempts/${attempt.id}/answers/${index + 1}`, {
        epoch: 1,
        sequence: index + 1,
        response: { type: 'single_choice', choice },
      })
      .expect(200);
}

const submit = ({ who, attempt }: Running) =>
  who.put(`/api/attempts/${attempt.id}/submission`, { epoch: 1 }).expect(200);

/** One attempt of somebody: what they choose, and how it ends. */
const turn = fc.record({
  member: fc.nat({ max: 2 }),
  choices: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 }),
  waitsMs: fc.constantFrom(0, 30_000, 5 * MINUTE),
  ends: fc.constantFrom(
    'by itself',
    'by itself with a late commit',
    'taken back',
    'submitted',
    'submitted twice',
  ),
});

describe('the sums kept for a round', () => {
  it.each(['best', 'first', 'last'] as const)(
    'are those of the rows after every history, where the %s attempt counts',
    async (counting) => {
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
          const round = await publishedRound(world, organiser, {
            counting,
            attemptsAllowed: null,
            closesAt: new Date(world.now().getTime() + 600 * MINUTE).toISOString(),
          });
          const members = [await world.member(), await world.member(), await world.member()];
          for (const { member, choices, waitsMs, ends } of turns) {
            const running = await start(members[member] ?? organiser, round.roundId);
            await answer(running, choices);
            if (waitsMs > 0) await world.advance(waitsMs);
            await end(running, ends, round.roundId);
            await expectTallied(world, round.roundId);
          }
        }),
        { numRuns: 4 },
      );
    },
  );

  it('are there at once in an organisation that had results before they were kept', async () => {
    const round = await publishedRound(world, organiser);
    const members = await addCrowd(world, 30, [await world.unit(), await world.unit()]);
    const deadlineAt = new Date(world.now().getTime() + 60 * MINUTE);
    const attempts = await startCrowd(world, round, { members, deadlineAt });
    await submitCrowd(world, round, attempts.slice(0, 20));
    const [tally, closing] = [new RoundTally1000000000014(), new Closing1000000000019()];
    const runner = world.database.createQueryRunner();
    await runner.startTransaction();
    for (const migration of [closing, tally]) await migration.down(runner);
    for (const migration of [tally, closing]) await migration.up(runner);
    await runner.commitTransaction();
    await runner.release();
    await expectTallied(world, round.roundId);
    await submitCrowd(world, round, attempts.slice(20));
    await expectTallied(world, round.roundId);
  });

  async function end(running: Running, how: string, roundId: string): Promise<void> {
    const { attempt, who } = running;
    if (how.startsWith('by itself')) {
      await world.advance(Date.parse(attempt.deadlineAt) - world.now().getTime() + MINUTE);
      await world.app.get(AttemptClosing).closeOverdue(world.now());
    } else await submit(running);
    if (how === 'submitted twice') await submit(running);
    if (how === 'by itself with a late commit') await commitLate(running);
    // Whoever gives an attempt back takes its result away.
    if (how === 'taken back')
      await world.database.query('DELETE FROM round_result WHERE round_id = $1 AND member_id = $2', [
        roundId,
        who.memberId,
      ]);
  }

  /** It arrived in time, and its commit came after the server had closed the attempt. */
  async function commitLate({ who, attempt }: Running): Promise<void> {
    const written = await world.app.get(AnswerWriter).write({
      attemptId: attempt.id,
      memberId: who.memberId,
      position: 5,
      response: { type: 'single_choice', choice: 'b' },
      epoch: 1,
      sequence: 100,
      receivedAt: attempt.deadlineAt,
    });
    expect(written).toMatchObject({ outcome: 'saved', reopens: true });
    const round = await world.app.get(FrozenRounds).find(attempt.roundId);
    if (round) await world.app.get(AttemptClosing).gradeAgain(round, attempt.id);
  }
});
