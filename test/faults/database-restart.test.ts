import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startPrivatePostgres, type PrivatePostgres } from '../../scripts/provision/private-postgres.mjs';
import { prepareTemplate } from '../support/database.setup.js';
import { eventually } from '../support/server-process.js';
import { choose, FaultWorld, latestOf, type Contestant, type Save } from './world.js';

const answerRow = z.object({ key: z.string(), sequence: z.number() });

let postgres: PrivatePostgres;
let world: FaultWorld;
const usual = process.env['TEST_DATABASE_URL'];
beforeAll(async () => {
  postgres = await startPrivatePostgres({ durable: true });
  process.env['TEST_DATABASE_URL'] = postgres.url;
  await prepareTemplate();
  world = await FaultWorld.start({ members: 6 });
});
afterAll(async () => {
  await world.stop();
  await postgres.stop();
  process.env['TEST_DATABASE_URL'] = usual;
});

describe('PostgreSQL stops in immediate mode and comes back during attempts (I1)', () => {
  it('loses nothing that was acknowledged, answers the rest as not saved, and goes on by itself', async () => {
    const acked: Save[] = [];
    let refused = 0;
    let running = true;
    const keepSaving = async (contestant: Contestant): Promise<void> => {
      for (let sequence = 1; running; sequence += 1) {
        const position = (sequence % 10) + 1;
        const save = {
          attemptId: contestant.attempt.id,
          position,
          sequence,
          response: choose(contestant, position, sequence),
        };
        const answer = await world.save(contestant, save);
        if (answer?.outcome === 'saved') acked.push(save);
        else refused += 1;
      }
    };
    const savers = world.contestants.map(keepSaving);
    await expect.poll(() => acked.length, { interval: 5 }).toBeGreaterThan(200);
    await postgres.restart('immediate');
    const before = acked.length;
    await expect.poll(() => acked.length).toBeGreaterThan(before + 100);
    running = false;
    await Promise.all(savers);
    expect(refused).toBeGreaterThan(0);
    await eventually(async () => {
      const { rows } = await world.database.query(
        `SELECT attempt_id || '/' || position AS key, sequence FROM answer`,
      );
      const stored = new Map(
        z
          .array(answerRow)
          .parse(rows)
          .map((row) => [row.key, row.sequence]),
      );
      for (const [key, save] of latestOf(acked))
        expect(stored.get(key), key).toBeGreaterThanOrEqual(save.sequence);
    });
  });
});
