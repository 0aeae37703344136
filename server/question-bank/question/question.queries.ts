import { z } from 'zod';
import {
  level,
  questionContent,
  questionId,
  questionType,
  reviewState,
  topicId,
  versionId,
} from '../../../shared/question-bank/question.schema.js';
import type { QuestionFilter } from '../../../shared/question-bank/question-change.schema.js';
import { searchWords } from '../../../shared/kernel/text.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const questionRow = z.object({
  id: questionId,
  code: z.string(),
  type: questionType,
  text: z.string(),
  topic_id: topicId,
  topic_name: z.string(),
  level,
  tags: z.array(z.string()),
  source: z.string(),
  review_state: reviewState,
  version: z.number(),
  used_count: z.number(),
  updated_at: z.date(),
  /** `updated_at` to the microsecond: questions of one import differ by less than a Date can say. */
  place: z.string(),
});
export type QuestionRecord = z.infer<typeof questionRow>;

const COLUMNS = `question.id, question.code, question.type, question.text, question.topic_id, topic.name AS topic_name,
  question.level, question.tags, question.source, question.review_state, question.current_version AS version,
  (SELECT count(DISTINCT round_id)::int FROM round_pool JOIN question_version ON question_version.id = version_id
    WHERE question_version.question_id = question.id) AS used_count, question.updated_at,
  to_char(question.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place`;
/** On `question`, with the values of `filterValues` as its first parameters. */
export const FILTERS = `($1::text[] IS NULL OR search LIKE ALL ($1::text[]))
  AND ($2::uuid[] IS NULL OR question.topic_id = ANY($2)) AND ($3::text[] IS NULL OR question.level = ANY($3))
  AND ($4::text[] IS NULL OR type = ANY($4)) AND (review_state = ANY(coalesce($5::text[], '{draft,reviewed}')))
  AND ($6::uuid IS NULL OR question.import_id = $6)`;

export type ListPlace = { updatedAt: string; id: string };

/** Every word must occur, whatever its accents or case. */
export function filterValues({ q, topics, levels, types, states, import: file }: QuestionFilter): unknown[] {
  const patterns = searchWords(q ?? '').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return [
    patterns.length > 0 ? patterns : null,
    topics ?? null,
    levels ?? null,
    types ?? null,
    states ?? null,
    file ?? null,
  ];
}

export async function listQuestions(
  sql: Sql,
  filter: QuestionFilter,
  { after, limit }: { after: ListPlace | null; limit: number },
): Promise<QuestionRecord[]> {
  return rowsOf(
    sql,
    questionRow,
    `SELECT ${COLUMNS} FROM question JOIN topic ON topic.id = topic_id WHERE ${FILTERS}
       AND ($7::timestamptz IS NULL OR (question.updated_at, question.id) < ($7, $8::uuid))
     ORDER BY question.updated_at DESC, question.id DESC LIMIT $9`,
    [...filterValues(filter), after?.updatedAt ?? null, after?.id ?? null, limit],
  );
}

export async function countQuestions(sql: Sql, filter: QuestionFilter): Promise<number> {
  const row = await rowOf(
    sql,
    z.object({ count: z.number() }),
    `SELECT count(*)::int AS count FROM question WHERE ${FILTERS}`,
    filterValues(filter),
  );
  return row?.count ?? 0;
}

export async function readQuestion(sql: Sql, id: string): Promise<QuestionRecord | null> {
  return rowOf(
    sql,
    questionRow,
    `SELECT ${COLUMNS} FROM question JOIN topic ON topic.id = topic_id WHERE question.id = $1`,
    [id],
  );
}

/** Locks a question against a second editor. */
export async function lockQuestion(sql: Sql, id: string): Promise<{ version: number } | null> {
  return rowOf(
    sql,
    z.object({ version: z.number() }),
    'SELECT current_version AS version FROM question WHERE id = $1 FOR UPDATE',
    [id],
  );
}

const versionRow = z.object({
  id: versionId,
  number: z.number(),
  content: questionContent,
  created_at: z.date(),
  created_by: z.string(),
  used: z.boolean(),
});
export type VersionRecord = z.infer<typeof versionRow>;

/** All versions, the newest first. */
export async function readVersions(sql: Sql, id: string): Promise<VersionRecord[]> {
  return rowsOf(
    sql,
    versionRow,
    `SELECT question_version.id, number, jsonb_build_object('prompt', prompt, 'solution', solution,
       'explanation', explanation, 'source', source) AS content, question_version.created_at,
       member.full_name AS created_by,
       EXISTS (SELECT 1 FROM round_pool WHERE version_id = question_version.id) AS used
     FROM question_version JOIN member ON member.id = question_version.created_by
     WHERE question_id = $1 ORDER BY number DESC LIMIT 200`,
    [id],
  );
}

const likeRow = z.object({ fingerprint: z.string(), code: z.string() });

/** Codes of questions in use by fingerprint. */
export async function findByFingerprints(
  sql: Sql,
  fingerprints: readonly string[],
): Promise<Map<string, string>> {
  const rows = await rowsOf(
    sql,
    likeRow,
    `SELECT fingerprint, code FROM question WHERE review_state <> 'retired' AND fingerprint = ANY($1::text[])`,
    [fingerprints],
  );
  return new Map(rows.map(({ fingerprint, code }) => [fingerprint, code]));
}
