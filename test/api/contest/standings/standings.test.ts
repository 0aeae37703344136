import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { rankRows } from '../../../../server/contest/standings/ranking.rules.js';
import { unitId as unitIdSchema } from '../../../../shared/kernel/ids.js';
import {
  standingsPage,
  unitStandings,
  type StandingRow,
} from '../../../../shared/contest/standings.schema.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import { publishedRound } from '../../../support/contest.js';

const MINUTE = 60_000;

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

type Result = { agent: Agent; unitId: string; points: number; timeUsedMs: number; submittedAt: Date };

/** Writes results as if those attempts had been taken. */
async function addResults(roundId: string, results: readonly Result[]): Promise<void> {
  for (const [index, { agent, unitId, points, timeUsedMs, submittedAt }] of results.entries()) {
    const [entryId, attemptId] = [v7(), v7()];
    await world.database.query(
      `WITH entered AS (INSERT INTO entry (id, round_id, member_id, number, created_at) VALUES ($1, $2, $3, $4, $9)),
       tried AS (INSERT INTO attempt (id, entry_id, round_id, member_id, unit_id, ordinal, state, paper, started_at, deadline_at,
           accepts_until, submitted_at, closed_by, time_used_ms, points, correct)
         VALUES ($5, $1, $2, $3, $6, 1, 'submitted', '[]', $9, $9, $9, $9, 'member', $8, $7, 0))
       INSERT INTO round_result (round_id, member_id, unit_id, attempt_id, points, correct, time_used_ms, submitted_at)
       VALUES ($2, $3, $6, $5, $7, 0, $8, $9)`,
      [entryId, roundId, agent.memberId, index + 1000, attemptId, unitId, points, timeUsedMs, submittedAt],
    );
  }
}

async function allPages(agent: Agent, roundId: string, limit: number): Promise<StandingRow[]> {
  const rows: StandingRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = `limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`;
    const page = standingsPage.parse((await agent.get(`/api/rounds/${roundId}/standings?${query}`)).body);
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

describe('GET /api/rounds/:id/standings', () => {
  it('gives the same places page by page as the rules give at once, ties across page edges included', async () => {
    const { roundId } = await publishedRound(world, organiser, {
      standingsVisible: { kind: 'on_submission' },
    });
    const unitId = await world.unit();
    const base = world.now().getTime();
    const results: Result[] = [];
    for (let index = 0; index < 25; index += 1) {
      results.push({
        agent: await world.member({ unitId }),
        unitId,
        points: [100, 95, 95, 95, 60.5][index % 5] ?? 0,
        timeUsedMs: [10_000, 10_000, 20_000][index % 3] ?? 0,
        submittedAt: new Date(base + (index % 2) * 1000),
      });
    }
    await addResults(roundId, results);
    const expected = rankRows(results).map(({ rank, decidedBy, points, timeUsedMs }) => ({
      rank,
      decidedBy,
      points,
      timeUsedMs,
    }));
    expect(expected.some(({ decidedBy }) => decidedBy === 'tie')).toBe(true);
    for (const limit of [1, 2, 3, 7, 50]) {
      const rows = await allPages(organiser, roundId, limit);
      expect(
        rows.map(({ rank, decidedBy, points, timeUsedMs }) => ({ rank, decidedBy, points, timeUsedMs })),
        `pages of ${limit}`,
      ).toEqual(expected);
      expect(new Set(rows.map((row) => row.memberId)).size).toBe(25);
    }
    const whole = await allPages(organiser, roundId, 50);
    const place = 17;
    const own = whole[place];
    const agent = results.find((result) => result.agent.memberId === own?.memberId)?.agent ?? organiser;
    const page = standingsPage.parse((await agent.get(`/api/rounds/${roundId}/standings?limit=3`)).body);
    expect(page.own).toEqual(own);
    expect(page.aroundOwn).toEqual(whole.slice(place - 2, place + 1));
    expect(page.total).toBe(25);
  });

  it('stays hidden from contestants until the organiser said, and is final after that', async () => {
    const { roundId } = await publishedRound(world, organiser, {
      standingsVisible: { kind: 'on_close' },
      graceSeconds: 30,
    });
    const member = await world.member();
    const view = (agent: Agent) => agent.get(`/api/rounds/${roundId}/standings`);
    expect((await view(world.outsider())).status).toBe(401);
    expect((await view(member)).body).toMatchObject({
      code: 'standings.hidden',
      params: { visibleAt: expect.any(String) },
    });
    expect((await member.get(`/api/rounds/${roundId}/unit-standings`)).body).toMatchObject({
      code: 'standings.hidden',
    });
    expect((await view(organiser)).status).toBe(200);
    const { closesAt } = (
      await world.database.query('SELECT closes_at AS "closesAt" FROM round WHERE id = $1', [roundId])
    )[0];
    await world.advance(closesAt.getTime() - world.now().getTime() + 10_000);
    expect((await view(member)).body).toMatchObject({ code: 'standings.hidden' });
    await world.advance(25_000);
    expect((await view(member)).body).toMatchObject({ final: true, items: [] });
  });

  it('answers 404 for a round that is not there', async () => {
    expect((await organiser.get(`/api/rounds/${v7()}/standings`)).status).toBe(404);
  });
});

describe('GET /api/rounds/:id/unit-standings', () => {
  it('divides by the head-count frozen at publication, counts everybody who entered, and marks the own unit', async () => {
    const [big, small, silent] = [
      await world.unit({ name: 'Đơn vị lớn', headCount: 4 }),
      await world.unit({ name: 'Đơn vị nhỏ', headCount: 1 }),
      await world.unit({ name: 'Đơn vị vắng', headCount: 2 }),
    ];
    const { roundId } = await publishedRound(world, organiser, {
      standingsVisible: { kind: 'on_submission' },
      eligibility: { kind: 'units', unitIds: [big, small, silent].map((id) => unitIdSchema.parse(id)) },
    });
    await world.database.query('UPDATE unit SET head_count = 100 WHERE id = $1', [big]);
    const submittedAt = new Date(world.now().getTime() + MINUTE);
    const result = async (unitId: string, points: number): Promise<Result> => ({
      agent: await world.member({ unitId }),
      unitId,
      points,
      timeUsedMs: 1000,
      submittedAt,
    });
    const mine = await result(big, 100);
    await addResults(roundId, [
      mine,
      await result(big, 80),
      await result(small, 90),
      await result(small, 60),
    ]);
    const { items } = unitStandings.parse(
      (await mine.agent.get(`/api/rounds/${roundId}/unit-standings`)).body,
    );
    expect(
      items.map(({ name, rank, points, entrants, headCount, own }) => [
        name,
        rank,
        points,
        entrants,
        headCount,
        own,
      ]),
    ).toEqual([
      ['Đơn vị nhỏ', 1, 75, 2, 1, false],
      ['Đơn vị lớn', 2, 45, 2, 4, true],
      ['Đơn vị vắng', 3, 0, 0, 2, false],
    ]);
  });
});
