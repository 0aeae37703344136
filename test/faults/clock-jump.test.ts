import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choose, FaultWorld } from './world.js';

const MINUTE = 60_000;
const row = z.object({ received_ms: z.coerce.number(), database_ms: z.coerce.number(), counts: z.boolean() });

let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.start({ members: 1, preload: 'test/faults/shifted-clock.mjs' });
});
afterAll(() => world.stop());

describe("the server's wall clock jumps (I2)", () => {
  it('goes on judging by the time of the database, an hour ahead or behind', async () => {
    const [contestant] = world.contestants;
    if (!contestant) throw new Error('nobody');
    let sequence = 0;
    const answer = async (): Promise<string | undefined> => {
      sequence += 1;
      const { attempt } = contestant;
      const saved = await world.save(contestant, {
        attemptId: attempt.id,
        position: 1,
        sequence,
        response: choose(contestant, 1, sequence),
      });
      return saved?.outcome;
    };
    for (const shiftMs of [60 * MINUTE, -60 * MINUTE]) {
      world.server.tell({ shiftMs });
      expect(await answer()).toBe('saved');
      const { rows } = await world.database.query(
        `SELECT extract(epoch FROM received_at) * 1000 AS received_ms, extract(epoch FROM app_now()) * 1000 AS database_ms,
           received_at <= accepts_until AS counts FROM answer JOIN attempt ON attempt.id = attempt_id`,
      );
      const [stored] = z.array(row).parse(rows);
      expect(stored?.counts).toBe(true);
      expect(Math.abs((stored?.received_ms ?? 0) - (stored?.database_ms ?? 0))).toBeLessThan(5_000);
      expect((await world.read(contestant)).state).toBe('running');
    }
  });

  it('counts nothing after the deadline, however far back the wall clock stands', async () => {
    const [contestant] = world.contestants;
    if (!contestant) throw new Error('nobody');
    world.server.tell({ shiftMs: -60 * MINUTE });
    await world.advance(31 * MINUTE);
    await world.server.kill();
    await world.server.startAgain();
    world.server.tell({ shiftMs: -60 * MINUTE });
    const late = await world.save(contestant, {
      attemptId: contestant.attempt.id,
      position: 2,
      sequence: 99,
      response: choose(contestant, 2, 0),
    });
    expect(late?.outcome).toBe('late');
    const { rows } = await world.database.query('SELECT position FROM answer WHERE position = 2');
    expect(rows).toEqual([]);
  });
});
