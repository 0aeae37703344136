import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QueryRunner } from 'typeorm';
import { attemptView } from '../../../../shared/contest/attempt.schema.js';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import type { Agent } from '../../../support/world.js';

const READING = 4;

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start({ DATABASE_POOL: String(READING) });
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

/** Every connection that readers may have is taken, as by a hundred people at a slow page. */
async function takeAllConnections(): Promise<() => Promise<void>> {
  const taken: QueryRunner[] = [];
  for (let count = 0; count < READING; count += 1) {
    const runner = world.database.createQueryRunner();
    await runner.connect();
    taken.push(runner);
  }
  return async () => {
    for (const runner of taken) await runner.release();
  };
}

it('starts, saves, flags, leads and submits while readers hold every other connection', async () => {
  const { roundId, contestId } = await publishedRound(world, organiser);
  const [member, another] = [await world.member(), await world.member()];
  const release = await takeAllConnections();
  try {
    const started = await member.post(`/api/rounds/${roundId}/attempts`).expect(201);
    const { id } = attemptView.parse(started.body);
    const response = { type: 'single_choice', choice: 'b' };
    const [saved, flagged, begun] = await Promise.all([
      member.put(`/api/attempts/${id}/answers/1`, { epoch: 1, sequence: 1, response }),
      member.put(`/api/attempts/${id}/flags/2`, { flagged: true }),
      another.post(`/api/rounds/${roundId}/attempts`),
    ]);
    expect([saved.status, flagged.status, begun.status]).toEqual([200, 204, 201]);
    await member.put(`/api/attempts/${id}/lead`).expect(200);
    const submitted = await member.put(`/api/attempts/${id}/submission`, { epoch: 2 }).expect(200);
    expect(submitted.body).toMatchObject({ state: 'submitted' });
    // Without room for readers a reader is told to come again.
    await member.get(`/api/contests/${contestId}`).expect(503);
  } finally {
    await release();
  }
  await member.get(`/api/contests/${contestId}`).expect(200);
});
