import { z } from 'zod';
import type { QuestionSelection } from '../../../shared/question-bank/question-change.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import { CHOSEN, selectionValues } from '../question/selection.queries.js';
import { exportedQuestion } from './exported-question.js';

const outlineRow = z.object({ count: z.number(), revision: z.string() });

/** How many are chosen, and what changes whenever one of them does, or the name of its topic. */
export async function readOutline(
  sql: Sql,
  selection: QuestionSelection,
): Promise<z.infer<typeof outlineRow>> {
  const row = await rowOf(
    sql,
    outlineRow,
    `SELECT count(*)::int AS count,
       coalesce(md5(string_agg(concat_ws(' ', question.id, updated_at, topic.name), ',' ORDER BY question.id)), '') AS revision
     FROM question JOIN topic ON topic.id = topic_id WHERE ${CHOSEN}`,
    selectionValues(selection),
  );
  return row ?? { count: 0, revision: '' };
}

/** By topic and code, after a place in that order. */
export async function readExported(
  sql: Sql,
  selection: QuestionSelection,
  { from, limit }: { from: number; limit: number },
): Promise<z.infer<typeof exportedQuestion>[]> {
  return rowsOf(
    sql,
    exportedQuestion,
    `SELECT code, topic.name AS topic, level, tags, review_state AS state,
       jsonb_build_object('prompt', prompt, 'solution', solution, 'explanation', explanation,
         'source', question_version.source) AS content
     FROM question JOIN topic ON topic.id = topic_id
     JOIN question_version ON question_id = question.id AND number = current_version
     WHERE ${CHOSEN} ORDER BY topic.name COLLATE vi_sort, topic.id, length(code), code OFFSET $9 LIMIT $10`,
    [...selectionValues(selection), from, limit],
  );
}
