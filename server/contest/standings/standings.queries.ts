import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const resultRow = z
  .object({
    member_id: memberId,
    full_name: z.string(),
    unit_name: z.string(),
    points: z.coerce.number(),
    time_used_ms: z.number(),
    submitted_at: z.date(),
  })
  .transform((row) => ({
    memberId: row.member_id,
    fullName: row.full_name,
    unit: row.unit_name,
    points: row.points,
    timeUsedMs: row.time_used_ms,
    submittedAt: row.submitted_at,
  }));
export type ResultRow = z.infer<typeof resultRow>;

/** A place in the order of a round's results; the member id only makes the order total. */
export type ResultPlace = Pick<ResultRow, 'points' | 'timeUsedMs' | 'submittedAt' | 'memberId'>;

const COLUMNS = `round_result.member_id, member.full_name, unit.name AS unit_name, round_result.points,
  round_result.time_used_ms, round_result.submitted_at`;
const FROM = `FROM round_result JOIN member ON member.id = round_result.member_id
  JOIN unit ON unit.id = round_result.unit_id`;
const AFTER = `(round_result.points < $2 OR (round_result.points = $2 AND
  (round_result.time_used_ms, round_result.submitted_at, round_result.member_id) > ($3, $4::timestamptz, $5::uuid)))`;
const BEFORE = `(round_result.points > $2 OR (round_result.points = $2 AND
  (round_result.time_used_ms, round_result.submitted_at, round_result.member_id) < ($3, $4::timestamptz, $5::uuid)))`;
const ORDER = `round_result.points DESC, round_result.time_used_ms, round_result.submitted_at, round_result.member_id`;
const REVERSED = `round_result.points, round_result.time_used_ms DESC, round_result.submitted_at DESC, round_result.member_id DESC`;

const valuesOf = (place: ResultPlace) => [place.points, place.timeUsedMs, place.submittedAt, place.memberId];

/** Results in order from the top, or after a place. */
export async function readResults(
  sql: Sql,
  roundId: string,
  { after, limit }: { after: ResultPlace | null; limit: number },
): Promise<ResultRow[]> {
  if (!after) {
    return rowsOf(
      sql,
      resultRow,
      `SELECT ${COLUMNS} ${FROM} WHERE round_id = $1 ORDER BY ${ORDER} LIMIT $2`,
      [roundId, limit],
    );
  }
  return rowsOf(
    sql,
    resultRow,
    `SELECT ${COLUMNS} ${FROM} WHERE round_id = $1 AND ${AFTER} ORDER BY ${ORDER} LIMIT $6`,
    [roundId, ...valuesOf(after), limit],
  );
}

/** The rows right above a place, nearest last. */
export async function readResultsAbove(
  sql: Sql,
  roundId: string,
  { place, limit }: { place: ResultPlace; limit: number },
): Promise<ResultRow[]> {
  const rows = await rowsOf(
    sql,
    resultRow,
    `SELECT ${COLUMNS} ${FROM} WHERE round_id = $1 AND ${BEFORE} ORDER BY ${REVERSED} LIMIT $6`,
    [roundId, ...valuesOf(place), limit],
  );
  return rows.reverse();
}

export async function readResultOf(sql: Sql, roundId: string, member: string): Promise<ResultRow | null> {
  return rowOf(
    sql,
    resultRow,
    `SELECT ${COLUMNS} ${FROM} WHERE round_id = $1 AND round_result.member_id = $2`,
    [roundId, member],
  );
}

const countRow = z.object({ count: z.number() });

/** How many stand before a place in the total order, those that share its rank included. */
export async function countBefore(sql: Sql, roundId: string, place: ResultPlace): Promise<number> {
  const row = await rowOf(
    sql,
    countRow,
    `SELECT count(*)::int AS count FROM round_result WHERE round_id = $1 AND ${BEFORE}`,
    [roundId, ...valuesOf(place)],
  );
  return row?.count ?? 0;
}

const progressRow = z.object({
  member_id: memberId,
  full_name: z.string(),
  unit_name: z.string(),
  state: z.enum(['not_entered', 'running', 'submitted']),
});
export type ProgressRow = z.infer<typeof progressRow>;

/** Who of the members has entered a round, those who have not first. */
export async function readProgress(
  sql: Sql,
  roundId: string,
  members: readonly string[],
): Promise<ProgressRow[]> {
  return rowsOf(
    sql,
    progressRow,
    `SELECT member.id AS member_id, member.full_name, unit.name AS unit_name, CASE
       WHEN EXISTS (SELECT 1 FROM round_result WHERE round_id = $1 AND round_result.member_id = member.id) THEN 'submitted'
       WHEN EXISTS (SELECT 1 FROM entry WHERE round_id = $1 AND entry.member_id = member.id) THEN 'running'
       ELSE 'not_entered' END AS state
     FROM member JOIN unit ON unit.id = member.unit_id WHERE member.id = ANY($2::uuid[])
     ORDER BY state, member.full_name COLLATE vi_sort, member.id LIMIT 5000`,
    [roundId, members],
  );
}
