import { z } from 'zod';
import {
  LEVELS,
  level,
  questionPrompt,
  topicId,
  versionId,
} from '../../../shared/question-bank/question.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';
import type { SupplyCell } from './blueprint.rules.js';

const cellRow = z
  .object({ topic_id: topicId, topic: z.string(), level, available: z.number() })
  .transform((row): SupplyCell => ({
    topicId: row.topic_id,
    topic: row.topic,
    level: row.level,
    available: row.available,
  }));

/**
 * Reviewed questions per topic and level of the bank, topics and levels without any included. Retired topics only where
 * a draft paper draws from them.
 */
export async function readSupply(sql: Sql): Promise<SupplyCell[]> {
  return rowsOf(
    sql,
    cellRow,
    `SELECT topic.id AS topic_id, topic.name AS topic, levels.level, count(question.id)::int AS available
     FROM topic CROSS JOIN unnest($1::text[]) WITH ORDINALITY AS levels (level, step)
     LEFT JOIN question ON question.topic_id = topic.id AND question.level = levels.level
       AND question.review_state = 'reviewed'
     WHERE retired_at IS NULL OR EXISTS (SELECT 1 FROM round WHERE frozen_at IS NULL
       AND blueprint @> jsonb_build_array(jsonb_build_object('topicId', topic.id)))
     GROUP BY topic.id, levels.level, step ORDER BY topic.name COLLATE vi_sort, topic.id, step`,
    [LEVELS],
  );
}

/** The same of a round's frozen pool: only cells it draws from. */
export async function readFrozenSupply(sql: Sql, roundId: string): Promise<SupplyCell[]> {
  return rowsOf(
    sql,
    cellRow,
    `SELECT topic_id, topic_name AS topic, level, count(*)::int AS available FROM round_pool WHERE round_id = $1
     GROUP BY topic_id, topic_name, level
     ORDER BY topic_name COLLATE vi_sort, topic_id, array_position($2::text[], level)`,
    [roundId, LEVELS],
  );
}

const drawableRow = z
  .object({ version_id: versionId, topic_id: topicId, topic: z.string(), level, prompt: questionPrompt })
  .transform((row) => ({
    versionId: row.version_id,
    topicId: row.topic_id,
    topic: row.topic,
    level: row.level,
    prompt: row.prompt,
  }));
/** The current version of a reviewed question, with where it stands in the bank. */
export type Drawable = z.infer<typeof drawableRow>;

/** Everything reviewed in the topics of a blueprint, as of one moment. */
export async function readDrawable(sql: Sql, topics: readonly string[]): Promise<Drawable[]> {
  return rowsOf(
    sql,
    drawableRow,
    `SELECT question_version.id AS version_id, topic.id AS topic_id, topic.name AS topic, level, prompt
     FROM question JOIN topic ON topic.id = question.topic_id
     JOIN question_version ON question_version.question_id = question.id
       AND question_version.number = question.current_version
     WHERE review_state = 'reviewed' AND topic.id = ANY($1::uuid[])`,
    [topics],
  );
}
