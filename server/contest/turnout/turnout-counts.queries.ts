import { z } from 'zod';
import { roundId } from '../../../shared/contest/contest.schema.js';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const peopleRow = z.object({ unit_id: unitId, people: z.number() });

/** How many belong to each of the units now, or to each there is; those without anybody are left out. */
export async function readPeople(sql: Sql, units: readonly UnitId[] | null): Promise<Map<UnitId, number>> {
  const rows = await rowsOf(
    sql,
    peopleRow,
    `SELECT unit_id, count(*)::int AS people FROM member
     WHERE left_at IS NULL AND ($1::uuid[] IS NULL OR unit_id = ANY($1)) GROUP BY unit_id`,
    [units],
  );
  return new Map(rows.map(({ unit_id: id, people }) => [id, people]));
}

const enteredRow = z.object({
  round_id: roundId,
  unit_id: unitId,
  entered: z.number(),
  submitted: z.number(),
});
export type EnteredRow = z.infer<typeof enteredRow>;

/** Of these rounds, by unit: how many of its people have entered, and how many of them have a result. */
export async function readEntered(
  sql: Sql,
  rounds: readonly string[],
  units: readonly UnitId[] | null,
): Promise<EnteredRow[]> {
  return rowsOf(
    sql,
    enteredRow,
    `SELECT entry.round_id, unit_id, count(*)::int AS entered, count(placed.member_id)::int AS submitted
     FROM entry JOIN member ON member.id = entry.member_id
     LEFT JOIN (SELECT round_id, member_id FROM round_result) AS placed
       ON placed.round_id = entry.round_id AND placed.member_id = entry.member_id
     WHERE entry.round_id = ANY($1::uuid[]) AND left_at IS NULL AND ($2::uuid[] IS NULL OR unit_id = ANY($2))
     GROUP BY entry.round_id, unit_id`,
    [rounds, units],
  );
}

/** Of everybody there is, who has not entered; as many as asked. */
export async function readMissingIds(sql: Sql, round: string, limit: number): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: z.uuid() }),
    `SELECT id FROM member WHERE left_at IS NULL
       AND NOT EXISTS (SELECT FROM entry WHERE entry.round_id = $1 AND entry.member_id = member.id) LIMIT $2`,
    [round, limit],
  );
  return rows.map(({ id }) => id);
}
