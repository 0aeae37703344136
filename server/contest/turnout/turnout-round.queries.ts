import { z } from 'zod';
import { contestId, eligibility, roundId } from '../../../shared/contest/contest.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const roundRow = z
  .object({
    id: roundId,
    contest_id: contestId,
    contest_title: z.string(),
    created_by: z.uuid(),
    title: z.string(),
    ordinal: z.number(),
    opens_at: z.date(),
    closes_at: z.date(),
    eligibility,
  })
  .transform((row) => ({
    id: row.id,
    contestId: row.contest_id,
    contestTitle: row.contest_title,
    createdBy: row.created_by,
    title: row.title,
    ordinal: row.ordinal,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    eligibility: row.eligibility,
  }));
/** A published round of a contest that was not called off. */
export type TurnoutRoundRow = z.infer<typeof roundRow>;

const COLUMNS = `round.id, contest_id, contest.title AS contest_title, contest.created_by, round.title, ordinal,
  opens_at, closes_at, eligibility`;
const PUBLISHED = `FROM round JOIN contest ON contest.id = contest_id
  WHERE frozen_at IS NOT NULL AND contest.state = 'published'`;

/** More at once nobody looks through. */
const MAX_ROUNDS = 100;

type Concerned = {
  now: Date;
  /** Closed ones are listed from then on. */
  closedAfter: Date;
  /** The units whose people are asked for, and all above them; null for all there are. */
  related: readonly string[] | null;
  /** Whose contests concern them, whoever may enter. */
  editor: string | null;
};

/** Open rounds by their close, coming ones by their opening, then those that closed last. */
export async function readTurnoutRounds(
  sql: Sql,
  { now, closedAfter, related, editor }: Concerned,
): Promise<TurnoutRoundRow[]> {
  return rowsOf(
    sql,
    roundRow,
    `SELECT ${COLUMNS} ${PUBLISHED} AND closes_at > $2
       AND ($3::text[] IS NULL OR eligibility ->> 'kind' = 'all' OR eligibility -> 'unitIds' ?| $3 OR contest.created_by = $4)
     ORDER BY CASE WHEN opens_at > $1 THEN 1 WHEN closes_at > $1 THEN 0 ELSE 2 END,
       CASE WHEN opens_at > $1 THEN opens_at WHEN closes_at > $1 THEN closes_at END, closes_at DESC, round.id
     LIMIT ${MAX_ROUNDS}`,
    [now, closedAfter, related, editor],
  );
}

export async function readTurnoutRound(sql: Sql, id: string): Promise<TurnoutRoundRow | null> {
  const [row] = await rowsOf(sql, roundRow, `SELECT ${COLUMNS} ${PUBLISHED} AND round.id = $1`, [id]);
  return row ?? null;
}
