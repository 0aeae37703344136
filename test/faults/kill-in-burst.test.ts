import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choose, FaultWorld, latestOf, type Contestant, type Save } from './world.js';

const answerRow = z.object({ key: z.string(), sequence: z.number(), choice: z.string() });

let world: FaultWorld;
beforeAll(async () => {
  world = await FaultWorld.start({ members: 12 });
});
afterAll(() => world.stop());

/** Saves one choice after the other until the server is gone; records what was acknowledged. */
async function keepSaving(contestant: Contestant, acked: Save[], running: () => boolean): Promise<void> {
  for (let sequence = 1; running(); sequence += 1) {
    const position = (sequence % 10) + 1;
    const save = {
      attemptId: contestant.attempt.id,
      position,
      sequence,
      response: choose(contestant, position, sequence),
    };
    const answer = await world.save(contestant, save);
    if (answer?.outcome === 'saved') acked.push(save);
  }
}

describe('kill -9 in a burst of saves (I1, I7)', () => {
  it('keeps every acknowledged choice exactly once, three times over', async () => {
    for (const round of [1, 2, 3]) {
      const acked: Save[] = [];
      let running = true;
      const savers = world.contestants.map((contestant) => keepSaving(contestant, acked, () => running));
      const wanted = 150 * round;
      await expect.poll(() => acked.length, { interval: 5 }).toBeGreaterThan(wanted);
      await world.server.kill();
      running = false;
      await Promise.all(savers);
      await world.server.startAgain();

      const { rows } = await world.database.query(
        `SELECT attempt_id || '/' || position AS key, sequence, response ->> 'choice' AS choice FROM answer`,
      );
      const stored = new Map(
        z
          .array(answerRow)
          .parse(rows)
          .map((row) => [row.key, row]),
      );
      expect(stored.size).toBe(rows.length);
      for (const [key, save] of latestOf(acked)) {
        const row = stored.get(key);
        expect(row?.sequence, key).toBeGreaterThanOrEqual(save.sequence);
        if (row?.sequence === save.sequence)
          expect({ type: 'single_choice', choice: row.choice }).toEqual(save.response);
      }
      const [first] = world.contestants;
      if (first) {
        const seen = await world.read(first);
        const own = [...latestOf(acked).values()].filter(({ attemptId }) => attemptId === first.attempt.id);
        expect(own.length).toBeGreaterThan(0);
        for (const { position } of own) expect(seen.questions[position - 1]?.savedAt).not.toBeNull();
      }
      await world.database.query('DELETE FROM answer');
    }
  });
});
