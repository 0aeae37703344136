import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choose, FaultWorld, latestOf, type Contestant, type Save } from './world.js';

const storedRow = z.object({ key: z.string(), sequence: z.number() });

/** Six who save without a pause would leave a node that starts meanwhile nothing to start with. */
const SAVE_EVERY_MS = 50;

let world: FaultWorld;
let pids: number[];
beforeAll(async () => {
  world = await FaultWorld.start({ members: 6, nodes: 2 });
  pids = await world.server.nodes(2);
});
afterAll(() => world.stop());

let sequence = 0;

/** Everybody saves one answer after the other until told to stop. */
function saving(): { acked: Save[]; refused: () => number; stop: () => Promise<void> } {
  const acked: Save[] = [];
  let refused = 0;
  let goesOn = true;
  const keepSaving = async (contestant: Contestant): Promise<void> => {
    while (goesOn) {
      sequence += 1;
      const mine = { sequence, position: (sequence % 10) + 1 };
      const response = choose(contestant, mine.position, mine.sequence);
      const save = { attemptId: contestant.attempt.id, ...mine, response };
      if ((await world.save(contestant, save))?.outcome === 'saved') acked.push(save);
      else refused += 1;
      await pause(SAVE_EVERY_MS);
    }
  };
  const savers = world.contestants.map(keepSaving);
  return {
    acked,
    refused: () => refused,
    stop: async () => {
      goesOn = false;
      await Promise.all(savers);
    },
  };
}

async function expectStored(acked: readonly Save[]): Promise<void> {
  const { rows } = await world.database.query(
    `SELECT attempt_id || '/' || position AS key, sequence FROM answer`,
  );
  const stored = new Map(
    z
      .array(storedRow)
      .parse(rows)
      .map((row) => [row.key, row.sequence]),
  );
  for (const [key, save] of latestOf(acked))
    expect(stored.get(key), key).toBeGreaterThanOrEqual(save.sequence);
}

const soon = { interval: 5 };

describe('two nodes behind one port, as NODES=2 npm start starts them', () => {
  it('are exchanged one by one without a save that is refused', async () => {
    const { acked, refused, stop } = saving();
    await expect.poll(() => acked.length, soon).toBeGreaterThan(20);
    const fresh = world.server.nodes(2, pids);
    await world.server.exchange();
    const before = acked.length;
    await expect.poll(() => acked.length, soon).toBeGreaterThan(before + 20);
    await stop();
    pids = await fresh;
    expect(refused()).toBe(0);
    await expectStored(acked);
  });

  it('lose no acknowledged save when one is killed, and are two again', async () => {
    const { acked, stop } = saving();
    await expect.poll(() => acked.length, soon).toBeGreaterThan(50);
    const killed = pids[0] ?? 0;
    const again = world.server.nodes(2, [killed]);
    process.kill(killed, 'SIGKILL');
    const before = acked.length;
    await expect.poll(() => acked.length, soon).toBeGreaterThan(before + 50);
    pids = await again;
    await stop();
    await expectStored(acked);
  });

  it('end together', async () => {
    await world.server.stop();
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
