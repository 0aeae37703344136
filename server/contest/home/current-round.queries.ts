import { z } from 'zod';
import { contestId, roundId, type RoundId } from '../../../shared/contest/contest.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { COUNTED_COLUMNS } from '../round/frozen-round.queries.js';

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
  question_count: z.number(),
  attempts_used: z.number(),
  running: z.boolean(),
  reminded_by: z.string().nullable(),
  reminded_at: z.date().nullable(),
});
export type CurrentRoundRow = z.infer<typeof currentRow>;

/** SQL: whether members of a unit may enter a round, by the `uuid[]` of the path down to that unit. */
const mayEnter = (path: string): string =>
  `(eligibility ->> 'kind' = 'all' OR eligibility -> 'unitIds' ?| ${path}::uuid[]::text[])`;

type Reader = { memberId: string; unitPath: readonly string[] };

/** Published rounds that the member may enter and that have not closed for them at `now`, open ones first, with what was done in them. */
export async function readCurrentRounds(
  sql: Sql,
  { memberId, unitPath }: Reader,
  now: Date,
): Promise<CurrentRoundRow[]> {
  return rowsOf(
    sql,
    currentRow,
    `SELECT round.id, contest_id, contest.title AS contest_title, round.title, ordinal, opens_at, own.closes_at,
       duration_minutes, attempts_allowed,
       coalesce((SELECT sum((cell ->> 'count')::int)::int FROM jsonb_array_elements(blueprint) AS cell), 0) AS question_count,
       (SELECT count(*)::int FROM attempt WHERE attempt.round_id = round.id AND attempt.member_id = $1) AS attempts_used,
       EXISTS (SELECT 1 FROM attempt WHERE attempt.round_id = round.id AND attempt.member_id = $1
         AND state = 'running') AS running,
       last.full_name AS reminded_by, last.reminded_at
     FROM round JOIN contest ON contest.id = contest_id
       LEFT JOIN LATERAL (
         SELECT full_name, reminded_at FROM reminder JOIN member ON member.id = reminded_by
         WHERE reminder.round_id = round.id AND reminder.member_id = $1
           AND NOT EXISTS (SELECT FROM entry WHERE entry.round_id = round.id AND entry.member_id = $1)
         ORDER BY nth DESC LIMIT 1
       ) AS last ON true
       LEFT JOIN extra_time ON extra_time.round_id = round.id AND extra_time.member_id = $1
       CROSS JOIN LATERAL (
         SELECT round.closes_at + make_interval(mins => coalesce(extra_time.minutes, 0)) AS closes_at
       ) AS own
     WHERE frozen_at IS NOT NULL AND contest.state = 'published' AND own.closes_at > $2 AND ${mayEnter('$3')}
     ORDER BY opens_at > $2, CASE WHEN opens_at > $2 THEN opens_at ELSE own.closes_at END, round.id LIMIT 50`,
    [memberId, now, unitPath],
  );
}

/** The published rounds that closed last, of those in whose table the unit stands and whose standings are out. */
export async function readShownRounds(
  sql: Sql,
  { unitId, now }: { unitId: string; now: Date },
): Promise<{ id: RoundId; ordinal: number }[]> {
  return rowsOf(
    sql,
    z.object({ id: roundId, ordinal: z.number() }),
    `SELECT id, ordinal FROM (
       SELECT round.id, ordinal, closes_at, standings_visible, ${COUNTED_COLUMNS}
       FROM round JOIN contest ON contest.id = contest_id
       WHERE frozen_at IS NOT NULL AND contest.state = 'published' AND closes_at <= $1
         AND (EXISTS (SELECT FROM round_unit WHERE round_id = round.id AND unit_id = $2 AND head_count > 0)
           OR EXISTS (SELECT FROM round_unit_tally WHERE round_id = round.id AND unit_id = $2 AND entrants > 0))
     ) AS closed
     WHERE CASE standings_visible ->> 'kind' WHEN 'on_submission' THEN true WHEN 'on_close' THEN all_counted
       WHEN 'at' THEN (standings_visible ->> 'at')::timestamptz <= $1 ELSE false END
     ORDER BY closes_at DESC, id LIMIT 3`,
    [now, unitId],
  );
}
