import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refreshResults } from '../../../../server/contest/attempt/closing.queries.js';
import type { CountingRule } from '../../../../shared/contest/contest.schema.js';
import { TestApp } from '../../../support/app.js';
import { publishedRound } from '../../../support/contest.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

type Played = { points: number; minutes: number; submitted: string };

/** Which attempt, from 1, counts of those a member played in this order; another member's are never mixed in. */
async function countedOf(counting: CountingRule, played: readonly Played[]): Promise<number> {
  const { roundId } = await publishedRound(world, organiser, { attemptsAllowed: null, counting });
  const [member, other] = [await world.member(), await world.member()];
  for (const who of [member, other]) {
    for (const { points, minutes, submitted } of played) {
      const { body: attempt } = await who.post(`/api/rounds/${roundId}/attempts`);
      await world.database.query(
        `UPDATE attempt SET state = 'submitted', closed_by = 'member', submitted_at = $2, time_used_ms = $3, points = $4, correct = 0
         WHERE id = $1`,
        [attempt.id, `2026-11-20T${submitted}:00Z`, minutes * 60_000, who === member ? points : 100 - points],
      );
    }
  }
  const entries = await world.database.query('SELECT id FROM entry WHERE round_id = $1', [roundId]);
  const ids = z
    .array(z.object({ id: z.uuid() }))
    .parse(entries)
    .map(({ id }) => id);
  await world.database.transaction((tx) => refreshResults(tx, { counting }, ids));
  const [row] = await world.database.query(
    `SELECT ordinal FROM round_result JOIN attempt ON attempt.id = attempt_id WHERE round_result.round_id = $1 AND round_result.member_id = $2`,
    [roundId, member.memberId],
  );
  return row.ordinal;
}

describe('the attempt that counts', () => {
  const several = [
    { points: 50, minutes: 10, submitted: '08:00' },
    { points: 90, minutes: 12, submitted: '09:00' },
    { points: 90, minutes: 11, submitted: '10:00' },
    { points: 60, minutes: 3, submitted: '12:00' },
  ];
  it.each([
    ['best', 3],
    ['first', 1],
    ['last', 4],
  ] as const)('where the %s one does', async (counting, ordinal) => {
    expect(await countedOf(counting, several)).toBe(ordinal);
  });

  it('is, of two as good and as fast, the one submitted earlier', async () => {
    const [early, late] = [
      { points: 90, minutes: 12, submitted: '09:00' },
      { points: 90, minutes: 12, submitted: '09:01' },
    ];
    expect(await countedOf('best', [late, early])).toBe(2);
    expect(await countedOf('best', [early, late])).toBe(1);
  });

  it('is the earlier of two equal ones', async () => {
    const same = { points: 90, minutes: 12, submitted: '09:00' };
    expect(await countedOf('best', [same, same])).toBe(1);
  });
});
