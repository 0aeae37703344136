import { z } from 'zod';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const resultRow = z
  .object({
    member_id: memberId,
    full_name: z.string(),
    unit_id: unitId,
    points: z.coerce.number(),
    time_used_ms: z.number(),
    submitted_at: z.date(),
  })
  .transform((row) => ({
    memberId: row.member_id,
    fullName: row.full_name,
    unitId: row.unit_id,
    points: row.points,
    timeUsedMs: row.time_used_ms,
    submittedAt: row.submitted_at,
  }));
export type ResultRow = z.infer<typeof resultRow>;

/** A place in the order of a round's results; the member id only makes the order total. */
export type ResultPlace = Pick<ResultRow, 'points' | 'timeUsedMs' | 'submittedAt' | 'memberId'>;

const COLUMNS = `placed.member_id, member.full_name, placed.unit_id, placed.points, placed.time_used_ms,
  placed.submitted_at`;
const NAMES = 'JOIN member ON member.id = placed.member_id';
/** The whole order as one comparison of rows, which an index answers from any place on. */
const PLACE = '(order_points, time_used_ms, submitted_at, member_id)';
const ORDER = 'order_points, time_used_ms, submitted_at, member_id';
const REVERSED = 'order_points DESC, time_used_ms DESC, submitted_at DESC, member_id DESC';
const GIVEN = '($2::bigint, $3::int, $4::timestamptz, $5::uuid)';

const valuesOf = (place: ResultPlace) => [
  Math.round(place.points * -100),
  place.timeUsedMs,
  place.submittedAt,
  place.memberId,
];

/** The results of a round from the top. */
export async function readFirstResults(sql: Sql, roundId: string, limit: number): Promise<ResultRow[]> {
  return rowsOf(
    sql,
    resultRow,
    `SELECT ${COLUMNS} FROM (
       SELECT * FROM round_result WHERE round_id = $1 ORDER BY ${ORDER} LIMIT $2
     ) AS placed ${NAMES} ORDER BY ${ORDER}`,
    [roundId, limit],
  );
}

/** The results after a place, and before them the one that stands there. */
export async function readResultsFrom(
  sql: Sql,
  roundId: string,
  { place, limit }: { place: ResultPlace; limit: number },
): Promise<ResultRow[]> {
  return rowsOf(
    sql,
    resultRow,
    `SELECT ${COLUMNS} FROM (
       (SELECT * FROM round_result WHERE round_id = $1 AND ${PLACE} <= ${GIVEN} ORDER BY ${REVERSED} LIMIT 1)
       UNION ALL
       (SELECT * FROM round_result WHERE round_id = $1 AND ${PLACE} > ${GIVEN} ORDER BY ${ORDER} LIMIT $6)
     ) AS placed ${NAMES} ORDER BY ${ORDER}`,
    [roundId, ...valuesOf(place), limit],
  );
}

/** A member's result with those right above it, as many as asked, and the one below; nothing without a result. */
export async function readResultsAround(
  sql: Sql,
  roundId: string,
  { member, above }: { member: string; above: number },
): Promise<ResultRow[]> {
  const own = '(own.order_points, own.time_used_ms, own.submitted_at, own.member_id)';
  return rowsOf(
    sql,
    resultRow,
    `WITH own AS (SELECT * FROM round_result WHERE round_id = $1 AND round_result.member_id = $2)
     SELECT ${COLUMNS} FROM own CROSS JOIN LATERAL (
       (SELECT * FROM round_result WHERE round_id = $1 AND ${PLACE} <= ${own} ORDER BY ${REVERSED} LIMIT $3 + 1)
       UNION ALL
       (SELECT * FROM round_result WHERE round_id = $1 AND ${PLACE} > ${own} ORDER BY ${ORDER} LIMIT 1)
     ) AS placed ${NAMES}
     ORDER BY placed.order_points, placed.time_used_ms, placed.submitted_at, placed.member_id`,
    [roundId, member, above],
  );
}
