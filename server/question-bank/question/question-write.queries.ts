import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import {
  questionId,
  type QuestionContent,
  type ReviewState,
} from '../../../shared/question-bank/question.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import { ensureTopics } from '../topic/topic.queries.js';
import { dealt } from './option-ids.rules.js';

/** A question about to be added, in its first version. */
export type NewQuestion = {
  id: string;
  topic: string;
  level: string;
  tags: readonly string[];
  content: QuestionContent;
  fingerprint: string;
  reviewState: ReviewState;
};

export type Origin = { memberId: string; importId: string | null };

const addedRow = z.object({ id: questionId });

/** Adds questions with their first version; those whose like is in the bank already are left out. Returns the ids added. */
export async function addQuestions(
  tx: EntityManager,
  questions: readonly NewQuestion[],
  origin: Origin,
): Promise<string[]> {
  const topics = await ensureTopics(
    tx,
    questions.map(({ topic }) => topic),
    origin.importId,
  );
  const rows = await rowsOf(
    tx,
    addedRow,
    `WITH input AS (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::jsonb[], $5::text[], $6::jsonb[], $7::text[], $8::uuid[])
         WITH ORDINALITY AS t (id, topic_id, level, tags, fingerprint, content, review_state, version_id, place)
     ), shaped AS (
       SELECT *, ARRAY(SELECT jsonb_array_elements_text(tags)) AS tag_list, content -> 'prompt' ->> 'text' AS text,
         content -> 'prompt' ->> 'type' AS type, content ->> 'source' AS source,
         -- At least four digits: lpad cuts what is longer than it pads to.
         'CH-' || lpad(number::text, greatest(4, length(number::text)), '0') AS code
       FROM (SELECT *, nextval('question_code') AS number FROM (SELECT * FROM input ORDER BY place) AS ordered) AS numbered
     ), added AS (
       INSERT INTO question (id, code, topic_id, level, tags, review_state, current_version, type, text, source, fingerprint,
         search, import_id, created_by, created_at, updated_at)
       SELECT id, code, topic_id, level, tag_list, review_state, 1, type, text, source, fingerprint,
         f_vi(concat_ws(' ', code, text, array_to_string(tag_list, ' '), source)), $9, $10, app_now(), app_now() FROM shaped
       ON CONFLICT (fingerprint) WHERE review_state <> 'retired' DO NOTHING RETURNING id
     )
     INSERT INTO question_version (id, question_id, number, prompt, solution, explanation, source, created_by, created_at)
     SELECT version_id, shaped.id, 1, content -> 'prompt', content -> 'solution', content ->> 'explanation', source, $10, app_now()
     FROM shaped JOIN added ON added.id = shaped.id RETURNING question_id AS id`,
    [
      questions.map(({ id }) => id),
      questions.map(({ topic }) => topics.get(topic)),
      questions.map(({ level }) => level),
      questions.map(({ tags }) => JSON.stringify(tags)),
      questions.map(({ fingerprint }) => fingerprint),
      questions.map(({ content }) => JSON.stringify(dealt(content, randomInt))),
      questions.map(({ reviewState }) => reviewState),
      questions.map(() => v7()),
      origin.importId,
      origin.memberId,
    ],
  );
  return rows.map(({ id }) => id);
}

export type QuestionChange = {
  id: string;
  version: number;
  topicId: string;
  level: string;
  tags: readonly string[];
  content: QuestionContent;
  fingerprint: string;
};

/** Writes what lists and search need of the question's current version. */
export async function writeQuestion(tx: EntityManager, change: QuestionChange): Promise<void> {
  await tx.query(
    `UPDATE question SET topic_id = $2, level = $3, tags = $4, type = $5, text = $6, source = $7, fingerprint = $8,
       current_version = $9, updated_at = app_now(),
       search = f_vi(concat_ws(' ', code, $6::text, array_to_string($4::text[], ' '), $7::text))
     WHERE id = $1`,
    [
      change.id,
      change.topicId,
      change.level,
      change.tags,
      change.content.prompt.type,
      change.content.prompt.text,
      change.content.source,
      change.fingerprint,
      change.version,
    ],
  );
}

export async function addVersion(tx: EntityManager, change: QuestionChange, memberId: string): Promise<void> {
  const { prompt, solution, explanation, source } = dealt(change.content, randomInt);
  await tx.query(
    `INSERT INTO question_version (id, question_id, number, prompt, solution, explanation, source, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app_now())`,
    [
      v7(),
      change.id,
      change.version,
      JSON.stringify(prompt),
      JSON.stringify(solution),
      explanation,
      source,
      memberId,
    ],
  );
}

export async function reviewQuestions(
  sql: Sql,
  ids: readonly string[],
  state: ReviewState,
): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    addedRow,
    `WITH changed AS (UPDATE question SET review_state = $2, updated_at = app_now()
       WHERE id = ANY($1::uuid[]) AND review_state <> $2 RETURNING id) SELECT id FROM changed`,
    [ids, state],
  );
  return rows.map(({ id }) => id);
}

export async function moveQuestions(sql: Sql, ids: readonly string[], topic: string): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    addedRow,
    `WITH changed AS (UPDATE question SET topic_id = $2, updated_at = app_now()
       WHERE id = ANY($1::uuid[]) AND topic_id <> $2 RETURNING id) SELECT id FROM changed`,
    [ids, topic],
  );
  return rows.map(({ id }) => id);
}
