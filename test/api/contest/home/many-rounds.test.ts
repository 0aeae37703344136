import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentRounds, latestUnitStanding } from '../../../../shared/contest/home.schema.js';
import { TestApp } from '../../../support/app.js';
import { HOUR, inFuture, onlyUnits, publishedRound, type PublishedRound } from '../../../support/contest.js';
import type { Agent } from '../../../support/world.js';

const FOREIGN = 60;

let world: TestApp;
let organiser: Agent;
let member: Agent;
let own: string;
let foreign: string;
beforeAll(async () => {
  world = await TestApp.start();
  const root = await world.unit();
  own = await world.unit({ parentId: root });
  foreign = await world.unit({ parentId: root });
  organiser = await world.member({ unitId: root, roles: [{ role: 'organiser' }] });
  member = await world.member({ unitId: own });
});
afterAll(() => world.stop());

/** As many rounds like one, in contests of their own, with the units that may enter and the head-counts it was frozen with. */
async function copies({ contestId, roundId }: PublishedRound, count: number): Promise<void> {
  await world.database.query(
    `WITH copied AS (SELECT gen_random_uuid() AS contest_id, gen_random_uuid() AS round_id, place FROM generate_series(1, $3::int) AS place),
     contests AS (
       INSERT INTO contest (id, title, state, created_by, created_at, updated_at, published_at)
       SELECT copied.contest_id, 'Cuộc thi ' || place, state, created_by, created_at, updated_at, published_at
       FROM contest, copied WHERE id = $1 RETURNING id
     ), rounds AS (
       INSERT INTO round SELECT changed.* FROM round, copied,
         jsonb_populate_record(round, jsonb_build_object('id', round_id, 'contest_id', copied.contest_id)) AS changed
       WHERE round.id = $2 AND (SELECT count(*) FROM contests) > 0 RETURNING id
     )
     INSERT INTO round_unit (round_id, unit_id, head_count)
     SELECT copied.round_id, unit_id, head_count FROM round_unit, copied
     WHERE round_unit.round_id = $2 AND (SELECT count(*) FROM rounds) > 0`,
    [contestId, roundId, count],
  );
}

describe('among more rounds of others than a page has room for', () => {
  it('the own open round and the own coming one are there', async () => {
    const soon = await publishedRound(world, organiser, {
      closesAt: inFuture(world, HOUR),
      eligibility: onlyUnits(foreign),
    });
    await copies(soon, FOREIGN);
    const mine = await publishedRound(world, organiser, {
      closesAt: inFuture(world, 2 * HOUR),
      eligibility: onlyUnits(own),
    });
    const window = { opensAt: inFuture(world, 3 * HOUR), closesAt: inFuture(world, 4 * HOUR) };
    const coming = await publishedRound(world, organiser, window);
    const { items } = currentRounds.parse((await member.get('/api/rounds/current').expect(200)).body);
    expect(items.map(({ roundId, phase }) => [roundId, phase])).toEqual([
      [mine.roundId, 'open'],
      [coming.roundId, 'upcoming'],
    ]);
  });

  it('the last table in which the own unit stands is found behind those that closed after it', async () => {
    const ended = (closedMs: number) => ({
      opensAt: inFuture(world, -9 * HOUR),
      closesAt: inFuture(world, -closedMs),
    });
    const shown = { kind: 'on_close' } as const;
    const mine = await publishedRound(world, organiser, {
      ...ended(3 * HOUR),
      eligibility: onlyUnits(own),
      standingsVisible: shown,
    });
    const later = { ...ended(2 * HOUR), standingsVisible: shown };
    await copies(
      await publishedRound(world, organiser, { ...later, eligibility: onlyUnits(foreign) }),
      FOREIGN,
    );
    // Hidden ones are none either.
    await copies(
      await publishedRound(world, organiser, { ...ended(HOUR), standingsVisible: { kind: 'never' } }),
      FOREIGN,
    );
    const { standing } = latestUnitStanding.parse(
      (await member.get('/api/unit-standings/latest').expect(200)).body,
    );
    expect(standing).toMatchObject({ roundId: mine.roundId, unitId: own });
  });
});
