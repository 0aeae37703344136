import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import type { CountingRule } from '../../../shared/contest/contest.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import { questionResponse, versionId } from '../../../shared/question-bank/question.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const lockedRow = z
  .object({
    id: attemptId,
    entry_id: z.uuid(),
    member_id: memberId,
    state: z.enum(['running', 'submitted']),
    started_at: z.date(),
    deadline_at: z.date(),
    accepts_until: z.date(),
    submitted_at: z.date().nullable(),
    closed_by: z.enum(['member', 'server']).nullable(),
    paused_ms: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    entryId: row.entry_id,
    memberId: row.member_id,
    state: row.state,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    acceptsUntil: row.accepts_until,
    submittedAt: row.submitted_at,
    closedBy: row.closed_by,
    pausedMs: row.paused_ms,
  }));
/** What of an attempt decides how it ends; its paper stays in the database. */
export type LockedAttempt = z.infer<typeof lockedRow>;

const LOCKED =
  'id, entry_id, member_id, state, started_at, deadline_at, accepts_until, submitted_at, closed_by, paused_ms';

/** Locks attempts for closing; whoever is writing an answer of one is waited for. */
export async function lockAttempts(tx: EntityManager, ids: readonly string[]): Promise<LockedAttempt[]> {
  const text = `SELECT ${LOCKED} FROM attempt WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`;
  return rowsOf(tx, lockedRow, text, [ids]);
}

/** Rounds with running attempts that take no answers any more at `now`. */
export async function findOverdueRounds(sql: Sql, now: Date): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ round_id: z.uuid() }),
    `SELECT round.id AS round_id FROM round CROSS JOIN LATERAL (
       SELECT FROM attempt WHERE round_id = round.id AND state = 'running' AND accepts_until < $1
       ORDER BY accepts_until LIMIT 1
     ) AS overdue WHERE frozen_at IS NOT NULL`,
    [now],
  );
  return rows.map(({ round_id: id }) => id);
}

/** Locks running attempts of a round that are overdue at `now`; those that somebody else holds are left to the next time. */
export async function lockOverdue(
  tx: EntityManager,
  roundId: string,
  { now, limit }: { now: Date; limit: number },
): Promise<LockedAttempt[]> {
  return rowsOf(
    tx,
    lockedRow,
    `SELECT ${LOCKED} FROM attempt WHERE round_id = $1 AND state = 'running' AND accepts_until < $2
     ORDER BY accepts_until LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [roundId, now, limit],
  );
}

/** The questions of these attempts in $1, by attempt and position. */
const DRAWN = `
  SELECT attempt.id AS attempt_id, position::smallint AS position, (question ->> 'versionId')::uuid AS version_id
  FROM attempt CROSS JOIN LATERAL jsonb_array_elements(paper) WITH ORDINALITY AS drawn (question, position)
  WHERE attempt.id = ANY($1::uuid[])`;

/**
 * What was answered in these attempts in $1. The limit, more than a paper has questions, keeps this an index look-up per
 * attempt, whatever the statistics of a table that just filled up say.
 */
const GIVEN = `
  SELECT wanted.id AS attempt_id, position, response
  FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT position, response FROM answer WHERE attempt_id = wanted.id AND response IS NOT NULL ORDER BY position LIMIT 1000
  ) AS own`;

const givenRow = z
  .object({ version_id: versionId, response: questionResponse })
  .transform((row) => ({ versionId: row.version_id, response: row.response }));
export type GivenResponse = z.infer<typeof givenRow>;

/** What was answered to which of these questions, each once however many answered so. */
export async function readGivenResponses(
  tx: EntityManager,
  { attempts, versions }: { attempts: readonly string[]; versions: readonly string[] },
): Promise<GivenResponse[]> {
  return rowsOf(
    tx,
    givenRow,
    `WITH drawn AS MATERIALIZED (${DRAWN}), given AS MATERIALIZED (${GIVEN})
     SELECT DISTINCT version_id, response FROM given JOIN drawn USING (attempt_id, position)
     WHERE version_id = ANY($2::uuid[])`,
    [attempts, versions],
  );
}

export type GradedResponse = GivenResponse & { credit: number };
export type ClosedAttempt = {
  id: string;
  submittedAt: Date;
  closedBy: 'member' | 'server';
  timeUsedMs: number;
};
type Closed = {
  round: { id: string; pointsPerQuestion: number };
  attempts: readonly ClosedAttempt[];
  graded: readonly GradedResponse[];
};

/**
 * Closes attempts in one statement: the credit of each position by what was answered, then points, right answers and
 * topics by attempt, as `scoreOf` has them. Credits have six decimals, so these sums are exact and are rounded once, half
 * up. The attempts are locked, so that no answer moves between being read and being credited.
 */
export async function writeClosed(tx: EntityManager, { round, attempts, graded }: Closed): Promise<void> {
  await tx.query(
    `WITH drawn AS MATERIALIZED (${DRAWN}), marked AS MATERIALIZED (
       SELECT * FROM unnest($2::uuid[], $3::jsonb[], $4::numeric[]) AS marked (version_id, response, credit)
     ), given AS MATERIALIZED (${GIVEN}), credited AS MATERIALIZED (
       SELECT attempt_id, position, version_id,
         CASE WHEN given.attempt_id IS NOT NULL THEN coalesce(marked.credit, 0)::numeric(9, 6) END AS credit
       FROM drawn LEFT JOIN given USING (attempt_id, position) LEFT JOIN marked USING (version_id, response)
     ), scored AS (
       SELECT attempt_id, array_agg(credit ORDER BY position) AS credits,
         round(coalesce(sum(credit), 0) * $6::int, 2) AS points, count(*) FILTER (WHERE credit = 1)::int AS correct
       FROM credited GROUP BY attempt_id
     ), tallied AS (
       SELECT attempt_id, topic_name AS topic, count(*) AS questions, coalesce(sum(credit), 0) AS credit
       FROM credited JOIN round_pool USING (version_id) WHERE round_id = $5 GROUP BY attempt_id, topic_name
     ), grouped AS (
       SELECT attempt_id, jsonb_agg(jsonb_build_object('topic', topic, 'questions', questions, 'credit', credit)) AS topics
       FROM tallied GROUP BY attempt_id
     )
     UPDATE attempt SET state = 'submitted', submitted_at = closed.submitted_at, closed_by = closed.closed_by,
       time_used_ms = closed.time_used_ms, points = coalesce(scored.points, 0), correct = coalesce(scored.correct, 0),
       credits = coalesce(scored.credits, '{}'), topics = coalesce(grouped.topics, '[]')
     FROM unnest($1::uuid[], $7::timestamptz[], $8::text[], $9::int[])
       AS closed (id, submitted_at, closed_by, time_used_ms)
       LEFT JOIN scored ON scored.attempt_id = closed.id LEFT JOIN grouped ON grouped.attempt_id = closed.id
     WHERE attempt.id = closed.id AND attempt.id = ANY($1::uuid[])`,
    [
      attempts.map(({ id }) => id),
      graded.map((response) => response.versionId),
      graded.map(({ response }) => JSON.stringify(response)),
      graded.map((response) => response.credit),
      round.id,
      round.pointsPerQuestion,
      attempts.map(({ submittedAt }) => submittedAt),
      attempts.map(({ closedBy }) => closedBy),
      attempts.map(({ timeUsedMs }) => timeUsedMs),
    ],
  );
}

/** Which attempt of an entry comes first under each counting rule. */
const COUNTED_FIRST: Record<CountingRule, string> = {
  best: 'points DESC, time_used_ms, submitted_at, ordinal',
  first: 'ordinal',
  last: 'ordinal DESC',
};

/**
 * Works the counting attempt of these entries out anew from all their submitted attempts. The sums over
 * the round's results are kept with it and are locked from here to the end of the transaction: let it come last.
 */
export async function refreshResults(
  tx: EntityManager,
  round: { counting: CountingRule },
  entries: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO round_result AS known
       (round_id, member_id, unit_id, attempt_id, points, correct, time_used_ms, submitted_at, topics)
     SELECT round_id, member_id, unit_id, counted.id, points, correct, time_used_ms, submitted_at, coalesce(topics, '[]')
     FROM unnest($1::uuid[]) AS entered (id) CROSS JOIN LATERAL (
       SELECT * FROM attempt WHERE entry_id = entered.id AND state = 'submitted'
       ORDER BY ${COUNTED_FIRST[round.counting]} LIMIT 1
     ) AS counted ORDER BY entered.id
     ON CONFLICT (round_id, member_id) DO UPDATE SET unit_id = excluded.unit_id, attempt_id = excluded.attempt_id,
       points = excluded.points, correct = excluded.correct, time_used_ms = excluded.time_used_ms,
       submitted_at = excluded.submitted_at, topics = excluded.topics
       WHERE (known.unit_id, known.attempt_id, known.points, known.correct, known.time_used_ms, known.submitted_at, known.topics)
         IS DISTINCT FROM (excluded.unit_id, excluded.attempt_id, excluded.points, excluded.correct, excluded.time_used_ms,
           excluded.submitted_at, excluded.topics)`,
    [[...new Set(entries)]],
  );
}

/** Takes away the results that stand on attempts which run again, where nothing else was submitted. */
export async function dropResults(tx: EntityManager, attempts: readonly string[]): Promise<void> {
  await tx.query(
    `DELETE FROM round_result USING attempt
     WHERE attempt.id = attempt_id AND attempt_id = ANY($1::uuid[]) AND state = 'running'`,
    [attempts],
  );
}
