import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { REMINDED_AGAIN_MS } from '../../../shared/contest/turnout.schema.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import { rowsOf } from '../../platform/database/sql.js';
import { conditionsOf, NEVER, type People } from './turnout-people.queries.js';

/** One press of somebody who reminds, at one moment. */
export type Batch = { id: string; by: string; at: Date };

const remindedRow = z.object({ member_id: z.uuid() });

const INSERT = 'INSERT INTO reminder (round_id, member_id, nth, batch_id, reminded_by, reminded_at)';
/** Two who remind somebody at the same moment remind them once. */
const ONCE = 'ON CONFLICT (round_id, member_id, nth) DO NOTHING RETURNING member_id';

/** Those of the given people who have not entered and were not reminded within the hour. Answers how many. */
export async function remindThese(
  tx: EntityManager,
  { id, by, at }: Batch,
  {
    roundId,
    units,
    members,
  }: { roundId: string; units: readonly UnitId[] | null; members: readonly string[] },
): Promise<number> {
  const { where, values } = conditionsOf({ roundId, state: 'missing', units, q: '', named: [] });
  const place = (value: unknown) => `$${values.push(value)}`;
  const rows = await rowsOf(
    tx,
    remindedRow,
    `${INSERT}
     SELECT $1, member.id, coalesce(last.nth, 0) + 1, ${place(id)}::uuid, ${place(by)}::uuid, ${place(at)}::timestamptz
     FROM member CROSS JOIN LATERAL (
       SELECT max(nth) AS nth, max(reminded_at) AS at FROM reminder
       WHERE reminder.round_id = $1 AND reminder.member_id = member.id
     ) AS last
     WHERE ${where} AND member.id = ANY(${place(members)}::uuid[])
       AND (last.at IS NULL OR last.at <= ${place(new Date(at.getTime() - REMINDED_AGAIN_MS))}::timestamptz)
     ${ONCE}`,
    values,
  );
  return rows.length;
}

/** All who match, have not entered and were never reminded. Answers how many. */
export async function remindAll(
  tx: EntityManager,
  { id, by, at }: Batch,
  people: Omit<People, 'state'>,
): Promise<number> {
  const { where, values } = conditionsOf({ ...people, state: 'missing' });
  const place = (value: unknown) => `$${values.push(value)}`;
  const rows = await rowsOf(
    tx,
    z.object({ reminded: z.number() }),
    `WITH made AS (
       ${INSERT}
       SELECT $1, member.id, 1, ${place(id)}::uuid, ${place(by)}::uuid, ${place(at)}::timestamptz FROM member
       WHERE ${where} AND ${NEVER} ${ONCE}
     ) SELECT count(*)::int AS reminded FROM made`,
    values,
  );
  return rows[0]?.reminded ?? 0;
}

/** Takes back what somebody did with one press, not longer ago than that. Answers how many. */
export async function takeBack(
  tx: EntityManager,
  { roundId, batchId, by, since }: { roundId: string; batchId: string; by: string; since: Date },
): Promise<number> {
  const rows = await rowsOf(
    tx,
    z.object({ taken: z.number() }),
    `WITH taken AS (
       DELETE FROM reminder WHERE batch_id = $2 AND round_id = $1 AND reminded_by = $3 AND reminded_at >= $4 RETURNING 1
     ) SELECT count(*)::int AS taken FROM taken`,
    [roundId, batchId, by, since],
  );
  return rows[0]?.taken ?? 0;
}
