import { z } from 'zod';
import { answerOffer, attemptId, attemptState, movedBy } from '../../../shared/contest/attempt.schema.js';
import { contestId, roundId } from '../../../shared/contest/contest.schema.js';
import { memberId, unitId } from '../../../shared/kernel/ids.js';
import { questionResponse, versionId } from '../../../shared/question-bank/question.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const paper = z.array(z.object({ versionId, optionOrder: z.array(z.string()) }));

const attemptRow = z
  .object({
    id: attemptId,
    entry_id: z.uuid(),
    round_id: roundId,
    member_id: memberId,
    unit_id: unitId,
    ordinal: z.number(),
    state: attemptState,
    paper,
    flagged: z.array(z.number()),
    epoch: z.number(),
    started_at: z.date(),
    deadline_at: z.date(),
    moved_at: z.date().nullable(),
    moved_by: movedBy.nullable(),
    moved_reason: z.string().nullable(),
    accepts_until: z.date(),
    submitted_at: z.date().nullable(),
    closed_by: z.enum(['member', 'server']).nullable(),
    time_used_ms: z.number().nullable(),
    points: z.coerce.number().nullable(),
    correct: z.number().nullable(),
    credits: z.array(z.coerce.number().nullable()).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    entryId: row.entry_id,
    roundId: row.round_id,
    memberId: row.member_id,
    unitId: row.unit_id,
    ordinal: row.ordinal,
    state: row.state,
    paper: row.paper,
    flagged: row.flagged,
    epoch: row.epoch,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    /** Why the deadline was moved last; null while it is the first one. */
    moved:
      row.moved_at && row.moved_by && row.moved_reason !== null
        ? { at: row.moved_at, by: row.moved_by, reason: row.moved_reason }
        : null,
    acceptsUntil: row.accepts_until,
    submittedAt: row.submitted_at,
    closedBy: row.closed_by,
    timeUsedMs: row.time_used_ms,
    points: row.points,
    correct: row.correct,
    /** By position, null where nothing was answered; null while the attempt runs. */
    credits: row.credits,
  }));
export type AttemptRow = z.infer<typeof attemptRow>;

/** A member's own attempt; anybody else's is as if it were not there. */
export async function readOwnAttempt(sql: Sql, id: string, owner: string): Promise<AttemptRow | null> {
  return rowOf(sql, attemptRow, 'SELECT * FROM attempt WHERE id = $1 AND member_id = $2', [id, owner]);
}

/** Anybody's attempt, for who organises its round. */
export async function readAttempt(sql: Sql, id: string): Promise<AttemptRow | null> {
  return rowOf(sql, attemptRow, 'SELECT * FROM attempt WHERE id = $1', [id]);
}

const idRow = z.object({ id: attemptId });

const answerRow = z
  .object({
    attempt_id: attemptId,
    position: z.number(),
    response: questionResponse.nullable(),
    received_at: z.date(),
  })
  .transform((row) => ({
    attemptId: row.attempt_id,
    position: row.position,
    response: row.response,
    receivedAt: row.received_at,
  }));
export type AnswerRow = z.infer<typeof answerRow>;

export async function readAnswers(sql: Sql, ids: readonly string[]): Promise<AnswerRow[]> {
  return rowsOf(
    sql,
    answerRow,
    `SELECT attempt_id, position, response, received_at FROM answer
     WHERE attempt_id = ANY($1::uuid[]) ORDER BY attempt_id, position`,
    [ids],
  );
}

const keptRow = z
  .object({
    id: answerOffer.shape.id,
    position: z.number(),
    response: questionResponse.nullable(),
    received_at: z.date(),
    reason: z.enum(['held', 'late']),
    resolved_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    position: row.position,
    response: row.response,
    receivedAt: row.received_at,
    reason: row.reason,
    resolvedAt: row.resolved_at,
  }));
export type KeptAnswer = z.infer<typeof keptRow>;

/** Per position and reason the latest choice that was kept but not applied. */
export async function readKeptAnswers(sql: Sql, id: string): Promise<KeptAnswer[]> {
  return rowsOf(
    sql,
    keptRow,
    `SELECT DISTINCT ON (position, reason) id, position, response, received_at, reason, resolved_at
     FROM kept_answer WHERE attempt_id = $1 ORDER BY position, reason, epoch DESC, sequence DESC`,
    [id],
  );
}

/** Settles the offer and everything older that was held for the same question. Null when it is settled or not there. */
export async function resolveOffer(
  sql: Sql,
  offer: { id: string; attemptId: string; used: boolean },
): Promise<KeptAnswer | null> {
  return rowOf(
    sql,
    keptRow,
    `WITH offered AS (SELECT position, epoch, sequence FROM kept_answer WHERE id = $1 AND attempt_id = $2
         AND reason = 'held' AND resolved_at IS NULL),
     resolved AS (
       UPDATE kept_answer SET resolved_at = app_now(), used = $3 AND id = $1 FROM offered
       WHERE kept_answer.attempt_id = $2 AND kept_answer.position = offered.position AND kept_answer.resolved_at IS NULL
         AND kept_answer.reason = 'held'
         AND (kept_answer.epoch, kept_answer.sequence) <= (offered.epoch, offered.sequence)
       RETURNING kept_answer.id, kept_answer.position, response, received_at, reason, resolved_at)
     SELECT * FROM resolved WHERE id = $1`,
    [offer.id, offer.attemptId, offer.used],
  );
}

/** Raises the epoch of a running attempt; null when it is over or not the member's. */
export async function raiseEpoch(sql: Sql, id: string, owner: string): Promise<number | null> {
  const row = await rowOf(
    sql,
    z.object({ epoch: z.number() }),
    `WITH raised AS (UPDATE attempt SET epoch = epoch + 1 WHERE id = $1 AND member_id = $2 AND state = 'running' RETURNING epoch),
     noted AS (INSERT INTO attempt_lead (attempt_id, epoch, at) SELECT $1, epoch, app_now() FROM raised)
     SELECT epoch FROM raised`,
    [id, owner],
  );
  return row?.epoch ?? null;
}

export type FlagChange = { attemptId: string; memberId: string; position: number; flagged: boolean };

export async function writeFlag(sql: Sql, change: FlagChange): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    idRow,
    `WITH changed AS (
       UPDATE attempt SET flagged = CASE WHEN $4 THEN array_append(array_remove(flagged, $3::smallint), $3::smallint)
         ELSE array_remove(flagged, $3::smallint) END
       WHERE id = $1 AND member_id = $2 AND state = 'running' RETURNING id)
     SELECT id FROM changed`,
    [change.attemptId, change.memberId, change.position, change.flagged],
  );
  return rows.length > 0;
}

const runningRow = z.object({
  id: attemptId,
  contest_id: contestId,
  contest_title: z.string(),
  round_id: roundId,
  round_title: z.string(),
  ordinal: z.number(),
  attempts_allowed: z.number().nullable(),
  question_count: z.number(),
  answered: z.array(z.number()),
  started_at: z.date(),
  deadline_at: z.date(),
});
export type RunningRow = z.infer<typeof runningRow>;

export async function readRunning(sql: Sql, owner: string): Promise<RunningRow[]> {
  return rowsOf(
    sql,
    runningRow,
    `SELECT attempt.id, contest.id AS contest_id, contest.title AS contest_title, round.id AS round_id,
       round.title AS round_title, attempt.ordinal, round.attempts_allowed,
       jsonb_array_length(attempt.paper) AS question_count, attempt.started_at, attempt.deadline_at,
       coalesce((SELECT array_agg(position::int ORDER BY position) FROM answer
         WHERE attempt_id = attempt.id AND response IS NOT NULL), '{}') AS answered
     FROM attempt JOIN round ON round.id = attempt.round_id JOIN contest ON contest.id = round.contest_id
     WHERE attempt.member_id = $1 AND attempt.state = 'running' AND attempt.deadline_at > app_now()
     ORDER BY attempt.deadline_at LIMIT 20`,
    [owner],
  );
}
