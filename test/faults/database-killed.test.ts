import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPrivatePostgres, type PrivatePostgres } from '../../scripts/provision/private-postgres.mjs';
import { prepareTemplate } from '../support/database.setup.js';
import { eventually } from '../support/server-process.js';
import { choose, FaultWorld } from './world.js';

let postgres: PrivatePostgres;
let world: FaultWorld;
let letGo: () => Promise<void>;
const told: string[] = [];
const usual = process.env['TEST_DATABASE_URL'];
beforeAll(async () => {
  postgres = await startPrivatePostgres({ durable: true });
  process.env['TEST_DATABASE_URL'] = postgres.url;
  await prepareTemplate();
  world = await FaultWorld.start({ members: 1 });
  letGo = postgres.keep({
    tell: (text) => told.push(text),
    giveUp: (problem) => told.push(problem.message),
  });
});
afterAll(async () => {
  await letGo();
  await world.stop();
  await postgres.stop();
  process.env['TEST_DATABASE_URL'] = usual;
});

it('goes on by itself after somebody killed the database with -9, with all that had been acknowledged', async () => {
  const [contestant] = world.contestants;
  if (!contestant) throw new Error('nobody takes part');
  const save = (position: number) =>
    world.save(contestant, {
      attemptId: contestant.attempt.id,
      position,
      sequence: position,
      response: choose(contestant, position, 0),
    });
  expect((await save(1))?.outcome).toBe('saved');
  process.kill(postgres.pid, 'SIGKILL');
  // What is left of a killed server may answer for a moment yet: what comes after it is what counts.
  await eventually(async () =>
    expect(told).toEqual([
      expect.stringContaining('The database stopped by itself'),
      expect.stringContaining('The database runs again'),
    ]),
  );
  await eventually(async () => expect((await save(2))?.outcome).toBe('saved'));
  const { questions } = await world.read(contestant);
  expect(questions.slice(0, 2).map(({ response }) => response)).toEqual([
    choose(contestant, 1, 0),
    choose(contestant, 2, 0),
  ]);
});
