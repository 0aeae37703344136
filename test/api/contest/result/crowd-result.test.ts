import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptResult } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { HOUR, publishedRound, type PublishedRound } from '../../../support/contest.js';
import { pagesTouched } from '../../../support/cost.js';
import { addCrowd, startCrowd, submitCrowd } from '../../../support/crowd.js';
import { expectTallied } from '../../../support/tally.js';
import type { Agent } from '../../../support/world.js';

const FEW = 40;
/** Units are as large, and there are more of them. */
const UNIT_SIZE = 40;
const MANY = 3_000;

let world: TestApp;
let small: Crowd;
let large: Crowd;
beforeAll(async () => {
  world = await TestApp.start();
  // A beat would read beside whoever is measured.
  await world.stopSweeping();
  const organiser = await world.member({ roles: [{ role: 'organiser' }] });
  small = await crowd(organiser, FEW);
  large = await crowd(organiser, MANY);
  await world.database.query('VACUUM ANALYZE answer, attempt, round_result, round_step_tally');
});
afterAll(() => world.stop());

type Crowd = { round: PublishedRound; who: Agent; attemptId: string };

/** A round with so many results, and one of those who have one, in the middle of the field. */
async function crowd(organiser: Agent, count: number): Promise<Crowd> {
  const unitIds = await Promise.all(Array.from({ length: count / UNIT_SIZE }, () => world.unit()));
  const round = await publishedRound(world, organiser);
  const deadlineAt = new Date(world.now().getTime() + HOUR);
  const who = await world.member({ unitId: unitIds[0] ?? '' });
  const members = await addCrowd(world, count, unitIds);
  const attempts = await startCrowd(world, round, { members: [...members, who.memberId], deadlineAt });
  await submitCrowd(world, round, attempts);
  return { round, who, attemptId: attempts.at(-1)?.id ?? '' };
}

const result = async ({ who, attemptId }: Crowd) =>
  attemptResult.parse((await who.get(`/api/attempts/${attemptId}/result`).expect(200)).body);

describe('a result among thousands', () => {
  it('tells rank, place in the unit and the mean by topic as the rows give them', async () => {
    await expectTallied(world, large.round.roundId);
    const [expected] = await world.database.query(
      `WITH ranked AS (
         SELECT member_id, rank() OVER chain::int AS rank, rank() OVER (PARTITION BY unit_id ORDER BY points DESC, time_used_ms, submitted_at)::int AS "unitRank",
           count(*) OVER (PARTITION BY unit_id)::int AS "unitOf", count(*) OVER ()::int AS of
         FROM round_result WHERE round_id = $1
         WINDOW chain AS (ORDER BY points DESC, time_used_ms, submitted_at)
       ) SELECT rank, of, "unitRank", "unitOf" FROM ranked WHERE member_id = $2`,
      [large.round.roundId, large.who.memberId],
    );
    const [{ mean }] = await world.database.query(
      `SELECT avg(credit)::float8 AS mean FROM attempt CROSS JOIN unnest(credits) AS credit WHERE round_id = $1`,
      [large.round.roundId],
    );
    const { standing, score } = await result(large);
    expect(standing).toEqual(expected);
    expect(standing?.of).toBe(MANY + 1);
    expect(score?.topics).toEqual([expect.objectContaining({ questions: 5, mean: expect.closeTo(mean, 9) })]);
  });

  it('costs a reader no more than one among forty', async () => {
    const cost = (one: Crowd) => pagesTouched(world, () => result(one));
    const [few, many] = [await cost(small), await cost(large)];
    expect(many).toBeLessThan(1.5 * few + 20);
  });

  it('costs a reader of the contest page no more either', async () => {
    const view = ({ round, who }: Crowd) => who.get(`/api/contests/${round.contestId}`).expect(200);
    const cost = (one: Crowd) => pagesTouched(world, () => view(one));
    const [few, many] = [await cost(small), await cost(large)];
    expect(many).toBeLessThan(1.5 * few + 20);
  });
});
