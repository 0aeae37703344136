import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { attemptResult } from '../../shared/contest/attempt.schema.js';
import { eventually } from '../support/server-process.js';
import { choose, FaultWorld } from './world.js';

const MINUTE = 60_000;

let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.start({ members: 3 });
});
afterAll(() => world.stop());

describe('the deadline passes while the application is down (I2)', () => {
  it('is closed at its deadline by the server that comes back, with what had been saved', async () => {
    for (const contestant of world.contestants) {
      const saved = await world.save(contestant, {
        attemptId: contestant.attempt.id,
        position: 1,
        sequence: 1,
        response: choose(contestant, 1, 0),
      });
      expect(saved?.outcome).toBe('saved');
    }
    await world.server.kill();
    await world.advance(45 * MINUTE);
    await world.server.startAgain();
    for (const { cookie, attempt } of world.contestants) {
      await eventually(async () => {
        const answer = await supertest(world.server.url)
          .get(`/api/attempts/${attempt.id}/result`)
          .set('cookie', cookie);
        const result = attemptResult.parse(answer.body);
        expect(result).toMatchObject({
          closedBy: 'server',
          submittedAt: attempt.deadlineAt,
          timeUsedMs: 30 * MINUTE,
        });
      });
    }
    const { rows } = await world.database.query(
      'SELECT count(credit)::int AS graded FROM attempt CROSS JOIN unnest(credits) AS credit',
    );
    expect(rows).toEqual([{ graded: 3 }]);
    const { rows: results } = await world.database.query('SELECT count(*)::int AS ranked FROM round_result');
    expect(results).toEqual([{ ranked: 3 }]);
  });
});
