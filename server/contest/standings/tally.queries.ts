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

type PlaceColumns = { points: string; timeUsedMs: string; submittedAt: string };
const GIVEN: PlaceColumns = { points: '$2::numeric', timeUsedMs: '$3::int', submittedAt: '$4::timestamptz' };
const OWN: PlaceColumns = {
  points: 'own.points',
  timeUsedMs: 'own.time_used_ms',
  submittedAt: 'own.submitted_at',
};

/** SQL: how many stand strictly above a place. Whole steps come from the sums, one step is looked through. */
function above({ points, timeUsedMs, submittedAt }: PlaceColumns): string {
  return `(
    coalesce((SELECT sum(entrants) FROM round_step_tally AS step
      WHERE step.round_id = $1 AND (step.points, -step.minute) > (${points}, -(${timeUsedMs} / 60000))), 0)
    + (SELECT count(*) FROM round_result AS placed
      WHERE placed.round_id = $1 AND placed.order_points = (${points} * -100)::bigint
        AND placed.time_used_ms >= ${timeUsedMs} / 60000 * 60000
        AND (placed.time_used_ms, placed.submitted_at) < (${timeUsedMs}, ${submittedAt}))
    )::int`;
}

const valuesOf = ({ points, timeUsedMs, submittedAt }: RankPlace) => [points, timeUsedMs, submittedAt];

/** How many stand strictly above. */
export async function countAbove(sql: Sql, roundId: string, place: RankPlace): Promise<number> {
  const row = await rowOf(sql, z.object({ above: z.number() }), `SELECT ${above(GIVEN)} AS above`, [
    roundId,
    ...valuesOf(place),
  ]);
  return row?.above ?? 0;
}

const beforeRow = z.object({ above: z.number(), ties: z.number() });

/** How many stand strictly above, and how many share the rank and come before by their id. */
export async function countBefore(
  sql: Sql,
  roundId: string,
  place: RankPlace & { memberId: string },
): Promise<z.infer<typeof beforeRow>> {
  const row = await rowOf(
    sql,
    beforeRow,
    `SELECT ${above(GIVEN)} AS above, (SELECT count(*)::int FROM round_result
       WHERE round_id = $1 AND order_points = ($2::numeric * -100)::bigint AND time_used_ms = $3::int
         AND submitted_at = $4::timestamptz AND member_id < $5::uuid) AS ties`,
    [roundId, ...valuesOf(place), place.memberId],
  );
  return row ?? { above: 0, ties: 0 };
}

const standingRow = z.object({
  rank: z.number(),
  of: z.number(),
  unitRank: z.number(),
  unitOf: z.number(),
});
export type Standing = z.infer<typeof standingRow>;

/** The place of a member's result among all and within a unit, of how many; null without a result. */
export async function readStanding(
  sql: Sql,
  roundId: string,
  { memberId, unitId: unit }: { memberId: string; unitId: string },
): Promise<Standing | null> {
  return rowOf(
    sql,
    standingRow,
    `SELECT ${above(OWN)} + 1 AS rank,
       coalesce((SELECT entrants FROM round_tally WHERE round_id = $1), 0) AS of,
       (SELECT count(*)::int FROM round_result AS placed WHERE placed.round_id = $1 AND placed.unit_id = $3
         AND (placed.order_points, placed.time_used_ms, placed.submitted_at)
           < (own.order_points, own.time_used_ms, own.submitted_at)) + 1 AS "unitRank",
       coalesce((SELECT entrants FROM round_unit_tally WHERE round_id = $1 AND unit_id = $3), 0) AS "unitOf"
     FROM round_result AS own WHERE own.round_id = $1 AND own.member_id = $2`,
    [roundId, memberId, unit],
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
