import { z } from 'zod';
import { contestId, eligibility, roundId, visibility } from '../../../shared/contest/contest.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const currentRow = z.object({
  id: roundId,
  contest_id: contestId,
  contest_title: z.string(),
  title: z.string(),
  ordinal: z.number(),
  opens_at: z.date(),
  closes_at: z.date(),
  duration_minutes: z.number(),
  attempts_allowed: z.number().nullable(),
  eligibility,
  question_count: z.number(),
  attempts_used: z.number(),
  running: z.boolean(),
});
export type CurrentRoundRow = z.infer<typeof currentRow>;

/** Published rounds that have not closed at `now`, open ones first, with what the member has done in them. */
export async function readCurrentRounds(sql: Sql, member: string, now: Date): Promise<CurrentRoundRow[]> {
  return rowsOf(
    sql,
    currentRow,
    `SELECT round.id, contest_id, contest.title AS contest_title, round.title, ordinal, opens_at, closes_at,
       duration_minutes, attempts_allowed, eligibility,
       coalesce((SELECT sum((cell ->> 'count')::int)::int FROM jsonb_array_elements(blueprint) AS cell), 0) AS question_count,
       (SELECT count(*)::int FROM attempt WHERE attempt.round_id = round.id AND attempt.member_id = $1) AS attempts_used,
       EXISTS (SELECT 1 FROM attempt WHERE attempt.round_id = round.id AND attempt.member_id = $1
         AND state = 'running') AS running
     FROM round JOIN contest ON contest.id = contest_id
     WHERE frozen_at IS NOT NULL AND contest.state = 'published' AND closes_at > $2
     ORDER BY opens_at > $2, CASE WHEN opens_at > $2 THEN opens_at ELSE closes_at END, round.id LIMIT 50`,
    [member, now],
  );
}

const closedRow = z.object({ id: roundId, ordinal: z.number(), standings_visible: visibility });

/** Published rounds that closed, the last one first. */
export async function readClosedRounds(sql: Sql, now: Date): Promise<z.infer<typeof closedRow>[]> {
  return rowsOf(
    sql,
    closedRow,
    `SELECT round.id, ordinal, standings_visible FROM round JOIN contest ON contest.id = contest_id
     WHERE frozen_at IS NOT NULL AND contest.state = 'published' AND closes_at <= $1
     ORDER BY closes_at DESC, round.id LIMIT 20`,
    [now],
  );
}
