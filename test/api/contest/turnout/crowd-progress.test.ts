import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  missingPeople,
  standingsPage,
  unitProgress,
  unitStandings,
} from '../../../../shared/contest/standings.schema.js';
import { TestApp } from '../../../support/app.js';
import { HOUR, publishedRound, type PublishedRound } from '../../../support/contest.js';
import { addCrowd, startCrowd, submitCrowd } from '../../../support/crowd.js';
import type { Agent } from '../../../support/world.js';

/** More than were ever counted one by one. */
const PEOPLE = 5_200;
const ENTERED = 130;
const DONE = 50;

let world: TestApp;
let organiser: Agent;
let round: PublishedRound;
let units: Record<'root' | 'north' | 'south' | 'first' | 'namesake', string>;
let members: string[];
beforeAll(async () => {
  world = await TestApp.start();
  const root = await world.unit({ name: 'Đảng bộ' });
  const north = await world.unit({ name: 'Cục Bắc', parentId: root });
  const south = await world.unit({ name: 'Cục Nam', parentId: root });
  const first = await world.unit({ name: 'Chi bộ 1', parentId: north });
  const namesake = await world.unit({ name: 'Chi bộ 1', parentId: south });
  units = { root, north, south, first, namesake };
  organiser = await world.member({ unitId: root, roles: [{ role: 'organiser' }] });
  round = await publishedRound(world, organiser);
  members = await addCrowd(world, PEOPLE, [first, namesake]);
  const deadlineAt = new Date(world.now().getTime() + HOUR);
  const attempts = await startCrowd(world, round, { members: members.slice(0, ENTERED), deadlineAt });
  await submitCrowd(world, round, attempts.slice(0, DONE));
});
afterAll(() => world.stop());

const path = () => `/api/rounds/${round.roundId}/unit-progress`;

describe('the progress of more than five thousand people', () => {
  it('counts all of them by unit, those below included', async () => {
    const read = async (below?: string) =>
      unitProgress
        .parse((await organiser.get(path() + (below ? `?below=${below}` : ''))).body)
        .items.map(({ name, total, entered, submitted }) => [name, total, entered, submitted]);
    expect(await read()).toEqual([['Đảng bộ', PEOPLE + 1, ENTERED, DONE]]);
    expect(await read(units.root)).toEqual([
      ['Cục Bắc', PEOPLE / 2, ENTERED / 2, DONE / 2],
      ['Cục Nam', PEOPLE / 2, ENTERED / 2, DONE / 2],
    ]);
    expect(await read(units.north)).toEqual([['Chi bộ 1', PEOPLE / 2, ENTERED / 2, DONE / 2]]);
  });

  it('names everybody who is missing once, a page at a time', async () => {
    const named: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = `limit=100${cursor && `&cursor=${cursor}`}`;
      const { body } = await organiser.get(`${path()}/${units.first}/missing?${query}`);
      const { items, next } = missingPeople.parse(body);
      expect(items.length).toBeLessThanOrEqual(100);
      named.push(...items.map(({ memberId }) => memberId));
      cursor = next;
    }
    const expected = members.filter((_id, index) => index >= ENTERED && index % 2 === 0);
    expect(named.toSorted()).toEqual(expected.toSorted());
  });
});

describe('units of one name', () => {
  it('are told apart by the unit above them where they stand side by side', async () => {
    const both = await world.member({
      roles: [units.first, units.namesake].map((unitId) => ({ role: 'coordinator', unitId })),
    });
    const progress = unitProgress.parse((await both.get(path())).body).items;
    const names = ['Chi bộ 1, Cục Bắc', 'Chi bộ 1, Cục Nam'];
    expect(progress.map(({ name }) => name)).toEqual(names);
    expect(progress.map(({ unitId }) => unitId)).toEqual([units.first, units.namesake]);
    const table = unitStandings.parse(
      (await organiser.get(`/api/rounds/${round.roundId}/unit-standings`)).body,
    );
    expect(table.items.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    const page = standingsPage.parse(
      (await organiser.get(`/api/rounds/${round.roundId}/standings?limit=50`)).body,
    );
    expect(new Set(page.items.map(({ unit }) => unit))).toEqual(new Set(names));
  });
});
