import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rankRows } from '../../../../server/contest/standings/ranking.rules.js';
import { standingsPage, type StandingsPage } from '../../../../shared/contest/standings.schema.js';
import { TestApp } from '../../../support/app.js';
import { HOUR, publishedRound, type PublishedRound } from '../../../support/contest.js';
import { pagesTouched } from '../../../support/cost.js';
import { addCrowd, startCrowd, submitCrowd } from '../../../support/crowd.js';
import type { Agent } from '../../../support/world.js';

const FEW = 60;
const MANY = 3_000;

let world: TestApp;
let organiser: Agent;
let small: Crowd;
let large: Crowd;
beforeAll(async () => {
  world = await TestApp.start();
  // A beat would read beside whoever is measured.
  await world.stopSweeping();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
  const units = [await world.unit(), await world.unit()];
  small = await crowd(units, FEW);
  large = await crowd(units, MANY);
  await world.database.query('VACUUM ANALYZE round_result, round_step_tally, member');
});
afterAll(() => world.stop());

type Crowd = { round: PublishedRound; who: Agent };

/** A round with so many results, and one of those who have one. */
async function crowd(unitIds: string[], count: number): Promise<Crowd> {
  const round = await publishedRound(world, organiser);
  const deadlineAt = new Date(world.now().getTime() + HOUR);
  const who = await world.member({ unitId: unitIds[0] ?? '' });
  const members = await addCrowd(world, count, unitIds);
  const asked = [...members.slice(0, count / 2), who.memberId, ...members.slice(count / 2)];
  await submitCrowd(world, round, await startCrowd(world, round, { members: asked, deadlineAt }));
  return { round, who };
}

async function page({ round, who }: Crowd, query: string): Promise<StandingsPage> {
  const { body } = await who.get(`/api/rounds/${round.roundId}/standings?${query}`).expect(200);
  return standingsPage.parse(body);
}

type Placed = { memberId: string; points: number; timeUsedMs: number; submittedAt: Date };

describe('standings of thousands', () => {
  it('rank everybody as the rules do, on every page and around the reader', async () => {
    const rows: Placed[] = await world.database.query(
      `SELECT member_id AS "memberId", points::float8 AS points, time_used_ms AS "timeUsedMs", submitted_at AS "submittedAt"
       FROM round_result WHERE round_id = $1 ORDER BY member_id`,
      [large.round.roundId],
    );
    const expected = rankRows(rows).map(({ memberId, rank, decidedBy }) => ({ memberId, rank, decidedBy }));
    const told: StandingsPage['items'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, next }: StandingsPage = await page(large, `limit=100${cursor && `&cursor=${cursor}`}`);
      told.push(...items);
      cursor = next;
    }
    expect(told.map(({ memberId, rank, decidedBy }) => ({ memberId, rank, decidedBy }))).toEqual(expected);
    const at = told.findIndex(({ memberId }) => memberId === large.who.memberId);
    const { own, aroundOwn, total } = await page(large, 'limit=10');
    expect(own).toEqual(told[at]);
    expect(aroundOwn).toEqual(told.slice(at - 2, at + 1));
    expect(total).toBe(MANY + 1);
  });

  it('cost somebody with a result the same among thousands as among sixty, on the first page and deep down', async () => {
    const cost = (of: Crowd, query: string) => pagesTouched(world, () => page(of, query));
    await Promise.all([page(small, 'limit=20'), page(large, 'limit=20')]);
    expect(await cost(large, 'limit=20')).toBeLessThan(1.5 * (await cost(small, 'limit=20')) + 20);
    const deep = async (of: Crowd, pages: number): Promise<string> => {
      let query = 'limit=20';
      for (let count = 0; count < pages; count += 1)
        query = `limit=20&cursor=${(await page(of, query)).next ?? ''}`;
      return query;
    };
    const [near, far] = [await deep(small, 2), await deep(large, 100)];
    expect(await cost(large, far)).toBeLessThan(1.5 * (await cost(small, near)) + 20);
  });

  it('have their first page made once for all who ask, and again when a result is added', async () => {
    const query = vi.spyOn(world.database, 'query');
    const made = () =>
      query.mock.calls.filter(([text]) => /LIMIT \$2\s+\) AS placed/.test(String(text))).length;
    const others = [large.who, organiser, await world.member(), await world.member()];
    // A page is no older than a second, and on a busy machine they may take longer than that.
    const readAll = () =>
      world.atOneMoment(() =>
        Promise.all(
          Array.from({ length: 24 }, (_, index) =>
            page({ ...large, who: others[index % others.length] ?? organiser }, 'limit=33'),
          ),
        ),
      );
    try {
      await readAll();
      expect(made()).toBe(1);
      const newcomer = await world.member();
      const deadlineAt = new Date(world.now().getTime() + HOUR);
      await submitCrowd(
        world,
        large.round,
        await startCrowd(world, large.round, { members: [newcomer.memberId], deadlineAt }),
      );
      for (const { total } of await readAll()) expect(total).toBe(MANY + 2);
      expect(made()).toBe(2);
    } finally {
      query.mockRestore();
    }
  });
});
