import { z } from 'zod';
import type { QuestionResponse } from '../../shared/question-bank/question.schema.js';
import { rowsOf, type Sql } from '../platform/database/sql.js';

export type AnswerWrite = {
  id: string;
  attemptId: string;
  memberId: string;
  position: number;
  response: QuestionResponse | null;
  epoch: number;
  sequence: number;
  receivedAt: Date;
};

const writtenRow = z.object({
  outcome: z.enum(['saved', 'superseded', 'held', 'late', 'missing', 'ahead']),
  leading_epoch: z.number().nullable(),
  /** Timely, but the attempt had been closed by the server meanwhile: it has to be graded again. */
  reopens: z.boolean(),
  offered: z.boolean(),
});
export type WrittenAnswer = z.infer<typeof writtenRow>;

/**
 * Writes all answers in one statement and tells what became of each, in the same order. The attempts are locked
 * against being closed at the same moment; a timely answer still counts when the server closed the attempt before
 * this commit.
 */
const WRITE = `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::smallint[], $5::jsonb[], $6::int[], $7::int[], $8::timestamptz[])
      WITH ORDINALITY AS t (id, attempt_id, member_id, position, response, epoch, sequence, received_at, place)
  ), locked AS MATERIALIZED (
    SELECT id, member_id, state, closed_by, epoch, accepts_until FROM attempt
    WHERE id = ANY($2::uuid[]) ORDER BY id FOR KEY SHARE
  ), judged AS (
    SELECT input.*, locked.epoch AS leading_epoch, locked.state = 'submitted' AS closed, CASE
      WHEN locked.id IS NULL THEN 'missing'
      WHEN input.epoch > locked.epoch THEN 'ahead'
      WHEN (present.epoch, present.sequence) = (input.epoch, input.sequence) THEN 'repeated'
      WHEN present.epoch = input.epoch AND present.sequence > input.sequence THEN 'superseded'
      WHEN input.received_at > locked.accepts_until OR (locked.state = 'submitted' AND locked.closed_by = 'member') THEN 'late'
      WHEN input.epoch < locked.epoch THEN 'held'
      ELSE 'saved' END AS verdict
    FROM input LEFT JOIN locked ON locked.id = input.attempt_id AND locked.member_id = input.member_id
    LEFT JOIN LATERAL (
      -- The limit keeps this an index look-up per row, whatever the statistics of a table that just filled up say.
      SELECT epoch, sequence FROM answer WHERE attempt_id = input.attempt_id AND position = input.position LIMIT 1
    ) AS present ON true
  ), latest AS (
    SELECT DISTINCT ON (attempt_id, position) * FROM judged WHERE verdict = 'saved'
    ORDER BY attempt_id, position, epoch DESC, sequence DESC, place
  ), written AS (
    INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
    SELECT attempt_id, position, response, epoch, sequence, received_at FROM latest ORDER BY attempt_id, position
    ON CONFLICT (attempt_id, position) DO UPDATE SET response = excluded.response, epoch = excluded.epoch,
      sequence = excluded.sequence, received_at = excluded.received_at, credit = NULL
      WHERE (answer.epoch, answer.sequence) < (excluded.epoch, excluded.sequence)
    RETURNING attempt_id, position, epoch, sequence
  ), kept AS (
    INSERT INTO kept_answer (id, attempt_id, position, response, epoch, sequence, received_at, reason)
    SELECT id, attempt_id, position, response, epoch, sequence, received_at, verdict FROM judged
    WHERE verdict IN ('held', 'late') ON CONFLICT DO NOTHING
    RETURNING id
  )
  SELECT CASE WHEN judged.verdict = 'repeated' OR written.attempt_id IS NOT NULL THEN 'saved'
      WHEN judged.verdict = 'saved' THEN 'superseded' ELSE judged.verdict END AS outcome,
    leading_epoch, coalesce(judged.closed AND written.attempt_id IS NOT NULL, false) AS reopens,
    (kept.id IS NOT NULL AND judged.verdict = 'held') AS offered
  FROM judged
  LEFT JOIN written ON written.attempt_id = judged.attempt_id AND written.position = judged.position
    AND written.epoch = judged.epoch AND written.sequence = judged.sequence
  LEFT JOIN kept ON kept.id = judged.id
  ORDER BY judged.place`;

export async function writeAnswers(sql: Sql, writes: readonly AnswerWrite[]): Promise<WrittenAnswer[]> {
  return rowsOf(sql, writtenRow, WRITE, [
    writes.map((write) => write.id),
    writes.map((write) => write.attemptId),
    writes.map((write) => write.memberId),
    writes.map((write) => write.position),
    writes.map((write) => (write.response === null ? null : JSON.stringify(write.response))),
    writes.map((write) => write.epoch),
    writes.map((write) => write.sequence),
    writes.map((write) => write.receivedAt),
  ]);
}
