import { expect } from 'vitest';
import type { World } from './world.js';

/** What the sums of a round must be, worked out of attempts and papers alone. */
const EXPECTED = {
  entrants: `SELECT count(*)::int AS entrants FROM round_result WHERE round_id = $1`,
  steps: `SELECT points, floor(time_used_ms / 60000.0)::int AS minute, count(*)::int AS entrants FROM round_result
    WHERE round_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
  units: `SELECT unit_id, count(*)::int AS entrants, sum(points)::float8 AS points FROM round_result
    WHERE round_id = $1 GROUP BY 1 ORDER BY 1`,
  topics: `SELECT round_pool.topic_name AS topic, count(*)::int AS questions, sum(coalesce(credits[drawn.position], 0))::float8 AS credit
    FROM round_result JOIN attempt ON attempt.id = round_result.attempt_id
    CROSS JOIN LATERAL jsonb_array_elements(attempt.paper) WITH ORDINALITY AS drawn (question, position)
    JOIN round_pool ON round_pool.round_id = $1 AND round_pool.version_id = (drawn.question ->> 'versionId')::uuid
    WHERE round_result.round_id = $1 GROUP BY 1 ORDER BY 1`,
};

const KEPT: typeof EXPECTED = {
  entrants: `SELECT coalesce(sum(entrants), 0)::int AS entrants FROM round_tally WHERE round_id = $1`,
  steps: `SELECT points, minute, entrants FROM round_step_tally WHERE round_id = $1 AND entrants <> 0 ORDER BY 1, 2`,
  units: `SELECT unit_id, entrants, points::float8 AS points FROM round_unit_tally
    WHERE round_id = $1 AND entrants <> 0 ORDER BY 1`,
  topics: `SELECT topic, questions::int AS questions, credit::float8 AS credit FROM round_topic_tally
    WHERE round_id = $1 AND questions <> 0 ORDER BY 1`,
};

async function read(
  world: World,
  queries: typeof EXPECTED,
  roundId: string,
): Promise<Record<string, unknown>> {
  const sums: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(queries))
    sums[name] = await world.database.query(text, [roundId]);
  return sums;
}

/** The invariant: whatever happened, the sums that are kept are the sums of the rows. */
export async function expectTallied(world: World, roundId: string): Promise<void> {
  expect(await read(world, KEPT, roundId)).toEqual(await read(world, EXPECTED, roundId));
}
