import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { QuestionResponse } from '../../../shared/question-bank/question.schema.js';
import { plainArray, rowsOfPrepared, type Prepared } from '../../platform/database/prepared.js';
import { wins } from './saving.rules.js';

export type AnswerWrite = {
  attemptId: string;
  memberId: string;
  position: number;
  response: QuestionResponse | null;
  epoch: number;
  sequence: number;
  /** ISO, UTC. */
  receivedAt: string;
};

const writtenRow = z.object({
  outcome: z.enum(['saved', 'superseded', 'held', 'late', 'missing', 'ahead']),
  leading_epoch: z.number().nullable(),
  /** Timely, but the attempt had been closed by the server meanwhile: it has to be graded again. */
  reopens: z.boolean(),
  offered: z.boolean(),
});
const writtenRows = z.array(writtenRow);
export type WrittenAnswer = z.infer<typeof writtenRow>;

/** What becomes of nearly all writes; it is told of by not being mentioned. */
const ordinary = (epoch: number): WrittenAnswer => ({
  outcome: 'saved',
  leading_epoch: epoch,
  reopens: false,
  offered: false,
});

/**
 * Writes answers and tells what became of each, in the same order. The ordinary ones, which the leading device sends in
 * time to a running attempt, are written by a statement that does no more than this; whatever it left is judged by
 * another one. A question stands in the first statement once, with its latest write: an upsert meets no row twice.
 */
export async function writeAnswers(
  dataSource: DataSource,
  writes: readonly AnswerWrite[],
): Promise<WrittenAnswer[]> {
  const written = writes.map((write) => ordinary(write.epoch));
  const { latest, older } = byQuestion(writes);
  const left = await writeOrdinary(
    dataSource,
    latest.map((index) => pick(writes, index)),
  );
  const others = [...left.map((place) => pick(latest, place)), ...older].toSorted((one, two) => one - two);
  if (others.length === 0) return written;
  const judged = await writeJudged(
    dataSource,
    others.map((index) => pick(writes, index)),
  );
  others.forEach((index, place) => (written[index] = pick(judged, place)));
  return written;
}

/** Places of the latest write to each question, the first of equal ones, and the places of all others. */
function byQuestion(writes: readonly AnswerWrite[]): { latest: number[]; older: number[] } {
  const latest = new Map<string, number>();
  const older: number[] = [];
  writes.forEach((write, index) => {
    const question = `${write.attemptId}/${write.position}`;
    const known = latest.get(question);
    const replaces = known === undefined || wins(write, pick(writes, known));
    if (known !== undefined) older.push(replaces ? known : index);
    if (replaces) latest.set(question, index);
  });
  return { latest: [...latest.values()], older };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
}

const leftRows = z.array(z.object({ place: z.number() }));

/**
 * The attempts are locked against being closed at the same moment. Ordered by question, so that two statements that
 * meet at the same rows wait for each other one way only.
 */
const WRITE_ORDINARY: Prepared<typeof leftRows> = {
  name: 'answer.ordinary',
  rows: leftRows,
  text: `
  WITH input AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::jsonb[], $5::int[], $6::int[], $7::timestamptz[])
      WITH ORDINALITY AS t (attempt_id, member_id, position, response, epoch, sequence, received_at, place)
  ), written AS (
    INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
    SELECT attempt_id, position, response, input.epoch, sequence, received_at FROM input
    JOIN (
      SELECT id, member_id, epoch, accepts_until FROM attempt
      WHERE id = ANY($1::uuid[]) AND state = 'running' ORDER BY id FOR KEY SHARE
    ) AS running ON running.id = input.attempt_id AND running.member_id = input.member_id
      AND running.epoch = input.epoch AND running.accepts_until >= input.received_at
    ORDER BY attempt_id, position
    ON CONFLICT (attempt_id, position) DO UPDATE SET response = excluded.response, epoch = excluded.epoch,
      sequence = excluded.sequence, received_at = excluded.received_at
      WHERE (answer.epoch, answer.sequence) < (excluded.epoch, excluded.sequence)
    RETURNING attempt_id, position
  )
  SELECT place::int - 1 AS place FROM input LEFT JOIN written USING (attempt_id, position)
  WHERE written.attempt_id IS NULL`,
};

/** Returns the places of those that it did not write. */
async function writeOrdinary(dataSource: DataSource, writes: readonly AnswerWrite[]): Promise<number[]> {
  const rows = await rowsOfPrepared(dataSource, WRITE_ORDINARY, columnsOf(writes));
  return rows.map(({ place }) => place);
}

/**
 * Judges each write by (epoch, sequence), time and lead, against attempts locked against being closed; a timely answer
 * still counts when the server closed the attempt before this commit.
 */
const WRITE_JUDGED: Prepared<typeof writtenRows> = {
  name: 'answer.judged',
  rows: writtenRows,
  text: `
  WITH input AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, t.*
    FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::jsonb[], $5::int[], $6::int[], $7::timestamptz[])
      WITH ORDINALITY AS t (attempt_id, member_id, position, response, epoch, sequence, received_at, place)
  ), locked AS MATERIALIZED (
    SELECT id, member_id, state, closed_by, epoch, accepts_until FROM attempt
    WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE
  ), judged AS (
    SELECT input.*, locked.epoch AS leading_epoch, locked.state = 'submitted' AS closed, CASE
      WHEN locked.id IS NULL THEN 'missing'
      WHEN input.epoch > locked.epoch THEN 'ahead'
      WHEN (present.epoch, present.sequence) = (input.epoch, input.sequence)
        THEN CASE WHEN present.response IS NOT DISTINCT FROM input.response THEN 'repeated' ELSE 'superseded' END
      WHEN present.epoch = input.epoch AND present.sequence > input.sequence THEN 'superseded'
      WHEN input.received_at > locked.accepts_until OR (locked.state = 'submitted' AND locked.closed_by = 'member') THEN 'late'
      WHEN input.epoch < locked.epoch THEN 'held'
      ELSE 'saved' END AS verdict
    FROM input LEFT JOIN locked ON locked.id = input.attempt_id AND locked.member_id = input.member_id
    LEFT JOIN LATERAL (
      -- The limit keeps this an index look-up per row, whatever the statistics of a table that just filled up say.
      SELECT epoch, sequence, response FROM answer WHERE attempt_id = input.attempt_id AND position = input.position LIMIT 1
    ) AS present ON true
  ), latest AS (
    SELECT DISTINCT ON (attempt_id, position) * FROM judged WHERE verdict = 'saved'
    ORDER BY attempt_id, position, epoch DESC, sequence DESC, place
  ), written AS (
    INSERT INTO answer (attempt_id, position, response, epoch, sequence, received_at)
    SELECT attempt_id, position, response, epoch, sequence, received_at FROM latest ORDER BY attempt_id, position
    ON CONFLICT (attempt_id, position) DO UPDATE SET response = excluded.response, epoch = excluded.epoch,
      sequence = excluded.sequence, received_at = excluded.received_at
      WHERE (answer.epoch, answer.sequence) < (excluded.epoch, excluded.sequence)
    RETURNING attempt_id, position, epoch, sequence, response
  ), kept AS (
    INSERT INTO kept_answer (id, attempt_id, position, response, epoch, sequence, received_at, reason)
    SELECT id, attempt_id, position, response, epoch, sequence, received_at, verdict FROM judged
    WHERE verdict IN ('held', 'late') ON CONFLICT (attempt_id, position, epoch, sequence) DO NOTHING
    RETURNING id
  )
  SELECT CASE WHEN judged.verdict = 'repeated' OR written.attempt_id IS NOT NULL THEN 'saved'
      WHEN judged.verdict = 'saved' THEN 'superseded' ELSE judged.verdict END AS outcome,
    leading_epoch, coalesce(judged.closed AND written.attempt_id IS NOT NULL, false) AS reopens,
    (kept.id IS NOT NULL AND judged.verdict = 'held') AS offered
  FROM judged
  LEFT JOIN written ON written.attempt_id = judged.attempt_id AND written.position = judged.position
    AND written.epoch = judged.epoch AND written.sequence = judged.sequence
    AND written.response IS NOT DISTINCT FROM judged.response
  LEFT JOIN kept ON kept.id = judged.id
  ORDER BY judged.place`,
};

async function writeJudged(dataSource: DataSource, writes: readonly AnswerWrite[]): Promise<WrittenAnswer[]> {
  return rowsOfPrepared(dataSource, WRITE_JUDGED, columnsOf(writes));
}

function columnsOf(writes: readonly AnswerWrite[]): unknown[] {
  return [
    plainArray(writes.map((write) => write.attemptId)),
    plainArray(writes.map((write) => write.memberId)),
    plainArray(writes.map((write) => write.position)),
    writes.map((write) => (write.response === null ? null : JSON.stringify(write.response))),
    plainArray(writes.map((write) => write.epoch)),
    plainArray(writes.map((write) => write.sequence)),
    plainArray(writes.map((write) => write.receivedAt)),
  ];
}
