import type { EntityManager } from 'typeorm';
import type { CountingRule } from '../../../shared/contest/contest.schema.js';

export type GradedAnswer = { attemptId: string; position: number; credit: number };

export async function writeCredits(tx: EntityManager, graded: readonly GradedAnswer[]): Promise<void> {
  await tx.query(
    `UPDATE answer SET credit = graded.credit
     FROM unnest($1::uuid[], $2::smallint[], $3::numeric[]) AS graded (attempt_id, position, credit)
     WHERE answer.attempt_id = graded.attempt_id AND answer.position = graded.position`,
    [
      graded.map((answer) => answer.attemptId),
      graded.map((answer) => answer.position),
      graded.map((answer) => answer.credit),
    ],
  );
}

export type ClosedAttempt = {
  id: string;
  submittedAt: Date;
  closedBy: 'member' | 'server';
  timeUsedMs: number;
  points: number;
  correct: number;
};

export async function writeClosed(tx: EntityManager, closed: readonly ClosedAttempt[]): Promise<void> {
  await tx.query(
    `UPDATE attempt SET state = 'submitted', submitted_at = closed.submitted_at, closed_by = closed.closed_by,
       time_used_ms = closed.time_used_ms, points = closed.points, correct = closed.correct
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::int[], $5::numeric[], $6::int[])
       AS closed (id, submitted_at, closed_by, time_used_ms, points, correct)
     WHERE attempt.id = closed.id`,
    [
      closed.map((attempt) => attempt.id),
      closed.map((attempt) => attempt.submittedAt),
      closed.map((attempt) => attempt.closedBy),
      closed.map((attempt) => attempt.timeUsedMs),
      closed.map((attempt) => attempt.points),
      closed.map((attempt) => attempt.correct),
    ],
  );
}

/** Writes down what graded attempts earned by topic; an unanswered question earned nothing. */
export async function writeTopics(
  tx: EntityManager,
  roundId: string,
  attempts: readonly string[],
): Promise<void> {
  await tx.query(
    `WITH drawn AS (
       SELECT attempt.id AS attempt_id, position, (question ->> 'versionId')::uuid AS version_id
       FROM attempt CROSS JOIN LATERAL jsonb_array_elements(paper) WITH ORDINALITY AS drawn (question, position)
       WHERE attempt.id = ANY($2::uuid[])
     ), given AS (
       SELECT attempt_id, position, credit FROM answer WHERE attempt_id = ANY($2::uuid[])
     ), tallied AS (
       SELECT attempt_id, topic_name AS topic, count(*) AS questions, coalesce(sum(credit), 0) AS credit
       FROM drawn JOIN round_pool ON round_id = $1 AND round_pool.version_id = drawn.version_id
       LEFT JOIN given USING (attempt_id, position) GROUP BY attempt_id, topic_name
     ), told AS (
       SELECT attempt_id, jsonb_agg(jsonb_build_object('topic', topic, 'questions', questions, 'credit', credit)) AS topics
       FROM tallied GROUP BY attempt_id
     )
     UPDATE attempt SET topics = told.topics FROM told WHERE attempt.id = told.attempt_id`,
    [roundId, attempts],
  );
}

/** Which attempt of an entry comes first under each counting rule. */
const COUNTED_FIRST: Record<CountingRule, string> = {
  best: 'points DESC, time_used_ms, submitted_at, ordinal',
  first: 'ordinal',
  last: 'ordinal DESC',
};

/**
 * Works the counting attempt of these members out anew from all their submitted attempts of the round. The sums over
 * the round's results are kept with it and are locked from here to the end of the transaction: let it come last.
 */
export async function refreshResults(
  tx: EntityManager,
  round: { id: string; counting: CountingRule },
  members: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO round_result AS known
       (round_id, member_id, unit_id, attempt_id, points, correct, time_used_ms, submitted_at, topics)
     SELECT DISTINCT ON (member_id) round_id, member_id, unit_id, id, points, correct, time_used_ms, submitted_at,
       coalesce(topics, '[]')
     FROM attempt WHERE round_id = $1 AND member_id = ANY($2::uuid[]) AND state = 'submitted'
     ORDER BY member_id, ${COUNTED_FIRST[round.counting]}
     ON CONFLICT (round_id, member_id) DO UPDATE SET unit_id = excluded.unit_id, attempt_id = excluded.attempt_id,
       points = excluded.points, correct = excluded.correct, time_used_ms = excluded.time_used_ms,
       submitted_at = excluded.submitted_at, topics = excluded.topics
       WHERE (known.unit_id, known.attempt_id, known.points, known.correct, known.time_used_ms, known.submitted_at, known.topics)
         IS DISTINCT FROM (excluded.unit_id, excluded.attempt_id, excluded.points, excluded.correct, excluded.time_used_ms,
           excluded.submitted_at, excluded.topics)`,
    [round.id, members],
  );
}
