import { z } from 'zod';
import { roundId } from '../../../shared/contest/contest.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const ownRow = z
  .object({
    round_id: roundId,
    extra_minutes: z.number(),
    attempts_used: z.number(),
    running_id: z.uuid().nullable(),
    running_deadline: z.date().nullable(),
    last_id: z.uuid().nullable(),
    counted_id: z.uuid().nullable(),
    points: z.coerce.number().nullable(),
    time_used_ms: z.number().nullable(),
    submitted_at: z.date().nullable(),
  })
  .transform((row) => ({
    roundId: row.round_id,
    extraMinutes: row.extra_minutes,
    attemptsUsed: row.attempts_used,
    runningAttemptId: row.running_id,
    runningDeadlineAt: row.running_deadline,
    /** The last one submitted. */
    lastAttemptId: row.last_id,
    counted:
      row.counted_id && row.points !== null && row.time_used_ms !== null && row.submitted_at
        ? {
            attemptId: row.counted_id,
            points: row.points,
            timeUsedMs: row.time_used_ms,
            submittedAt: row.submitted_at,
          }
        : null,
  }));
/** What a member did in a round so far. */
export type OwnRound = z.infer<typeof ownRow>;

/** Per round of a contest; an attempt whose deadline is over at `now` runs no more, closed already or not. */
export async function readOwnRounds(
  sql: Sql,
  contest: string,
  { memberId, now }: { memberId: string; now: Date },
): Promise<OwnRound[]> {
  return rowsOf(
    sql,
    ownRow,
    `SELECT round.id AS round_id, running.id AS running_id, running.deadline_at AS running_deadline,
       coalesce((SELECT minutes FROM extra_time WHERE extra_time.round_id = round.id AND extra_time.member_id = $2), 0) AS extra_minutes,
       (SELECT count(*)::int FROM attempt WHERE attempt.entry_id = entry.id) AS attempts_used,
       (SELECT id FROM attempt WHERE attempt.entry_id = entry.id AND state = 'submitted' ORDER BY ordinal DESC LIMIT 1) AS last_id,
       round_result.attempt_id AS counted_id, round_result.points, round_result.time_used_ms, round_result.submitted_at
     FROM round
     LEFT JOIN entry ON entry.round_id = round.id AND entry.member_id = $2
     LEFT JOIN attempt AS running ON running.entry_id = entry.id AND running.state = 'running' AND running.deadline_at > $3
     LEFT JOIN round_result ON round_result.round_id = round.id AND round_result.member_id = $2
     WHERE round.contest_id = $1`,
    [contest, memberId, now],
  );
}
