import { afterAll, beforeAll, expect, it } from 'vitest';
import { attemptView } from '../../../../shared/contest/attempt.schema.js';
import { standingsPage, type StandingsPage } from '../../../../shared/contest/standings.schema.js';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

it('lists nobody twice who falls behind while somebody leafs through, and keeps the ranks of the others', async () => {
  const { roundId } = await publishedRound(world, organiser, { attemptsAllowed: 2, counting: 'last' });
  const people: Agent[] = [];
  const sit = async (who: Agent, right: number) => {
    const { id } = attemptView.parse((await who.post(`/api/rounds/${roundId}/attempts`)).body);
    for (let position = 1; position <= right; position += 1) {
      const response = { type: 'single_choice', choice: 'b' };
      await who.put(`/api/attempts/${id}/answers/${position}`, { epoch: 1, sequence: position, response });
    }
    await who.put(`/api/attempts/${id}/submission`, { epoch: 1 }).expect(200);
  };
  for (const right of [5, 4, 3, 2, 1]) {
    const who = await world.member();
    people.push(who);
    await sit(who, right);
  }
  const [first] = people;
  const page = async (cursor: string | null): Promise<StandingsPage> => {
    const query = cursor === null ? '' : `&cursor=${cursor}`;
    return standingsPage.parse(
      (await organiser.get(`/api/rounds/${roundId}/standings?limit=2${query}`)).body,
    );
  };
  let seen = await page(null);
  if (first) await sit(first, 0);
  const rows = [...seen.items];
  while (seen.next !== null) {
    seen = await page(seen.next);
    rows.push(...seen.items);
  }
  expect(rows.map(({ memberId }) => memberId)).toEqual(people.map(({ memberId }) => memberId));
  // One is no longer above them.
  expect(rows.slice(2).map(({ rank }) => rank)).toEqual([2, 3, 4]);
  const fresh = await page(null);
  expect(fresh.items[0]?.memberId).toBe(people[1]?.memberId);
});
