import { z } from 'zod';
import { unitId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/**
 * Sums over the results of a round, which triggers keep with each change of them: reading one costs the same whether a
 * hundred took part or a hundred thousand.
 */
export type RoundTally = { revision: number; entrants: number };

const tallyRow = z.object({ revision: z.number(), entrants: z.number() });

/** How often the results of a round have changed so far, and how many there are. */
export async function readTally(sql: Sql, roundId: string): Promise<RoundTally> {
  const row = await rowOf(sql, tallyRow, 'SELECT revision, entrants FROM round_tally WHERE round_id = $1', [
    roundId,
  ]);
  return row ?? { revision: 0, entrants: 0 };
}

/** What decides a rank; members with equal ones share it. */
export type RankPlace = { points: number; timeUsedMs: number; submittedAt: Date };

/** SQL: how many stand strictly above the place in $2 to $4. Whole steps come from the sums, one step is looked through. */
const ABOVE = `(
  coalesce((SELECT sum(entrants) FROM round_step_tally
    WHERE round_id = $1 AND (points > $2::numeric OR (points = $2::numeric AND minute < $3::int / 60000))), 0)
  + (SELECT count(*) FROM round_result WHERE round_id = $1 AND points = $2::numeric
    AND time_used_ms >= $3::int / 60000 * 60000 AND (time_used_ms, submitted_at) < ($3::int, $4::timestamptz))
  )::int`;

/** How many stand strictly above. */
export async function countAbove(sql: Sql, roundId: string, place: RankPlace): Promise<number> {
  const row = await rowOf(sql, z.object({ above: z.number() }), `SELECT ${ABOVE} AS above`, [
    roundId,
    place.points,
    place.timeUsedMs,
    place.submittedAt,
  ]);
  return row?.above ?? 0;
}

const standingRow = z.object({
  rank: z.number(),
  of: z.number(),
  unitRank: z.number(),
  unitOf: z.number(),
});
export type Standing = z.infer<typeof standingRow>;

/** A place among all and within a unit, of how many. */
export async function readStanding(
  sql: Sql,
  roundId: string,
  place: RankPlace & { unitId: string },
): Promise<Standing | null> {
  return rowOf(
    sql,
    standingRow,
    `SELECT ${ABOVE} + 1 AS rank,
       coalesce((SELECT entrants FROM round_tally WHERE round_id = $1), 0) AS of,
       (SELECT count(*)::int FROM round_result WHERE round_id = $1 AND unit_id = $5 AND (points > $2::numeric
         OR (points = $2::numeric AND (time_used_ms, submitted_at) < ($3::int, $4::timestamptz)))) + 1 AS "unitRank",
       coalesce((SELECT entrants FROM round_unit_tally WHERE round_id = $1 AND unit_id = $5), 0) AS "unitOf"`,
    [roundId, place.points, place.timeUsedMs, place.submittedAt, place.unitId],
  );
}

const unitRow = z
  .object({
    unit_id: unitId,
    name: z.string(),
    head_count: z.number(),
    entrants: z.number(),
    total_points: z.coerce.number(),
  })
  .transform((row) => ({
    unitId: row.unit_id,
    name: row.name,
    headCount: row.head_count,
    entrants: row.entrants,
    totalPoints: row.total_points,
  }));
export type UnitResultRow = z.infer<typeof unitRow>;

/** Every unit that had people to send when the round was published, or that sent somebody. */
export async function readUnitResults(sql: Sql, roundId: string): Promise<UnitResultRow[]> {
  return rowsOf(
    sql,
    unitRow,
    `SELECT unit.id AS unit_id, unit.name, coalesce(round_unit.head_count, 0) AS head_count,
       coalesce(tally.entrants, 0) AS entrants, coalesce(tally.points, 0) AS total_points
     FROM unit
     LEFT JOIN round_unit ON round_unit.unit_id = unit.id AND round_unit.round_id = $1
     LEFT JOIN round_unit_tally AS tally ON tally.unit_id = unit.id AND tally.round_id = $1
     WHERE tally.entrants > 0 OR round_unit.head_count > 0
     ORDER BY unit.name COLLATE vi_sort, unit.id`,
    [roundId],
  );
}

const topicMeanRow = z.object({ topic: z.string(), mean: z.coerce.number() });

/** Mean share of points per topic over the counted attempts of a round, 0 to 1; an unanswered question counts 0. */
export async function readTopicMeans(sql: Sql, roundId: string): Promise<Map<string, number>> {
  const rows = await rowsOf(
    sql,
    topicMeanRow,
    'SELECT topic, credit / questions AS mean FROM round_topic_tally WHERE round_id = $1 AND questions > 0',
    [roundId],
  );
  return new Map(rows.map(({ topic, mean }) => [topic, mean]));
}
