import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { eventually } from '../support/server-process.js';
import { FaultWorld, type Contestant } from './world.js';

/** A process that is gone is missed within 40 s, and the retry comes a moment later. */
const MISSED_WITHIN_MS = 75_000;

let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.start({ members: 2, preload: 'test/faults/mortal-handler.mjs' });
  await world.database.query(
    'CREATE TABLE IF NOT EXISTS fault (kind text); CREATE TABLE IF NOT EXISTS mark (attempt_id uuid)',
  );
});
afterAll(() => world.stop());
beforeEach(() => world.database.query('TRUNCATE fault, mark'));

/** Its answer is not waited for: the server may be dead before it is sent. */
async function submit({ cookie, attempt }: Contestant): Promise<void> {
  await supertest(world.server.url)
    .put(`/api/attempts/${attempt.id}/submission`)
    .set('cookie', cookie)
    .set('x-requested-with', 'hai-dang')
    .send({ epoch: 1 })
    .catch(() => undefined);
}

function contestant(index: number): Contestant {
  const found = world.contestants[index];
  if (!found) throw new Error('nobody');
  return found;
}

describe('kill -9 after an event was taken from the outbox', () => {
  it.each([
    ['before its handler began', 'taken', 0],
    ['in the middle of its handler', 'handling', 1],
  ])('%s: the handler runs after the restart', async (_when, kind, index) => {
    await world.database.query('INSERT INTO fault VALUES ($1)', [kind]);
    const who = contestant(index);
    await submit(who);
    await world.server.gone();
    const { rows: waiting } = await world.database.query(
      `SELECT count(*)::int AS count FROM outbox WHERE topic = 'attempt.submitted' AND published_at IS NULL`,
    );
    expect(waiting).toEqual([{ count: 0 }]);
    expect((await world.database.query('SELECT attempt_id FROM mark')).rows).toEqual([]);
    await world.server.startAgain();
    await eventually(async () => {
      const { rows } = await world.database.query('SELECT attempt_id FROM mark');
      expect(rows).toEqual([{ attempt_id: who.attempt.id }]);
    }, MISSED_WITHIN_MS);
  });
});
