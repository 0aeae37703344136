import { z } from 'zod';
import type { TurnoutState } from '../../../shared/contest/turnout.schema.js';
import { memberId, unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { searchWords } from '../../../shared/kernel/text.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/** Where a page begins: after this person. */
export const personPlace = z.tuple([z.string(), z.string(), memberId]);
export type PersonPlace = z.infer<typeof personPlace>;

const personRow = z
  .object({
    id: memberId,
    full_name: z.string(),
    code: z.string(),
    unit_id: unitId,
    given_name: z.string(),
    reminded_at: z.date().nullable(),
    times: z.number(),
  })
  .transform((row) => ({
    memberId: row.id,
    fullName: row.full_name,
    code: row.code,
    unitId: row.unit_id,
    givenName: row.given_name,
    remindedAt: row.reminded_at,
    times: row.times,
  }));
export type PersonRow = z.infer<typeof personRow>;

/** Whom a list is of. */
export type People = {
  roundId: string;
  state: TurnoutState;
  /** The units whose people are meant; null for all there are. */
  units: readonly UnitId[] | null;
  q: string;
  /** Units that the search itself names: all of their people are found. */
  named: readonly UnitId[];
  /** Where it is known that nobody else can be in it: some of them may not be any more. */
  among?: readonly string[] | null;
};

const MAX_WORDS = 8;
export const ORDER = 'given_name COLLATE vi_sort, full_name COLLATE vi_sort, id';

const STATES: Record<TurnoutState, string> = {
  missing: 'NOT EXISTS (SELECT FROM entry WHERE entry.round_id = $1 AND entry.member_id = member.id)',
  // Who has entered and is not at it has a result.
  running: `member.id IN (SELECT member_id FROM attempt WHERE attempt.round_id = $1 AND attempt.state = 'running')
    AND NOT EXISTS (SELECT FROM round_result WHERE round_result.round_id = $1 AND round_result.member_id = member.id)`,
  done: 'EXISTS (SELECT FROM round_result WHERE round_result.round_id = $1 AND round_result.member_id = member.id)',
};

/** By given name, after one of them. */
export async function readPeoplePage(
  sql: Sql,
  people: People,
  { after, limit }: { after: PersonPlace | null; limit: number },
): Promise<PersonRow[]> {
  const { where, values } = conditionsOf(people);
  const place = (value: unknown) => `$${values.push(value)}`;
  const from = after
    ? `AND (${ORDER}) > (${place(after[0])} COLLATE vi_sort, ${place(after[1])} COLLATE vi_sort, ${place(after[2])}::uuid)`
    : '';
  return rowsOf(
    sql,
    personRow,
    `SELECT listed.*, last.reminded_at, last.times FROM (
       SELECT id, full_name, code, unit_id, given_name FROM member
       WHERE ${where} ${from} ORDER BY ${ORDER} LIMIT ${place(limit)}
     ) AS listed CROSS JOIN LATERAL (
       SELECT max(reminded_at) AS reminded_at, count(*)::int AS times FROM reminder
       WHERE reminder.round_id = $1 AND reminder.member_id = listed.id
     ) AS last ORDER BY ${ORDER}`,
    values,
  );
}

const countRow = z.object({ count: z.number() });

/** Of those who have not entered, how many were never reminded; counted up to `atMost`. */
export async function countUnreminded(
  sql: Sql,
  people: Omit<People, 'state'>,
  atMost: number,
): Promise<number> {
  const { where, values } = conditionsOf({ ...people, state: 'missing' });
  const limit = `$${values.push(atMost)}`;
  const row = await rowOf(
    sql,
    countRow,
    `SELECT count(*)::int AS count FROM (SELECT FROM member WHERE ${where} AND ${NEVER} LIMIT ${limit}) AS never`,
    values,
  );
  return row?.count ?? 0;
}

/** Of those who have not entered, how many were reminded. They are few where those who have not entered are many. */
export async function countReminded(
  sql: Sql,
  { roundId, units }: Pick<People, 'roundId' | 'units'>,
): Promise<number> {
  const row = await rowOf(
    sql,
    countRow,
    `SELECT count(DISTINCT member.id)::int AS count FROM reminder JOIN member ON member.id = reminder.member_id
     WHERE reminder.round_id = $1 AND left_at IS NULL AND ${STATES.missing}
       AND ($2::uuid[] IS NULL OR member.unit_id = ANY($2))`,
    [roundId, units],
  );
  return row?.count ?? 0;
}

export const NEVER = `NOT EXISTS (SELECT FROM reminder WHERE reminder.round_id = $1 AND reminder.member_id = member.id)`;

/** SQL: who is meant, of the members who are here now; `$1` is the round. Each word of the search begins a word of theirs. */
export function conditionsOf({ roundId, state, units, q, named, among = null }: People): {
  where: string;
  values: unknown[];
} {
  const values: unknown[] = [roundId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const words = searchWords(q)
    .slice(0, MAX_WORDS)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
  const parts = ['left_at IS NULL', STATES[state]];
  if (among !== null) parts.push(`member.id = ANY(${place(among)}::uuid[])`);
  if (units !== null) parts.push(`member.unit_id = ANY(${place(units)}::uuid[])`);
  if (words.length > 0) {
    const found = words.map(
      // The second of them is the rule; the first is what an index answers.
      (word) => `search LIKE ${place(`%${word}%`)} AND ' ' || search LIKE ${place(`% ${word}%`)}`,
    );
    parts.push(`(${found.join(' AND ')} OR member.unit_id = ANY(${place(named)}::uuid[]))`);
  }
  return { where: parts.join(' AND '), values };
}
