import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  importedQuestion,
  type ImportDifference,
} from '../../../shared/question-bank/question-import.schema.js';
import {
  level,
  questionContent,
  questionId,
  topicId,
} from '../../../shared/question-bank/question.schema.js';
import { rowOf, rowsOf } from '../../platform/database/sql.js';

const known = z.object({ content: questionContent, topic: z.string(), level, tags: z.array(z.string()) });
const repeatRow = z.object({ place: z.number(), wanted: importedQuestion, known });

const CONTENT = `jsonb_build_object('prompt', prompt, 'solution', solution, 'explanation', explanation,
  'source', question_version.source)`;
const CURRENT = `JOIN topic ON topic.id = topic_id
  JOIN question_version ON question_id = question.id AND number = current_version`;

/** Items that repeat a question of the bank, and no item before them, each with it, after a place. */
export function readRepeats(
  tx: EntityManager,
  fileId: string,
  { after, limit }: { after: number; limit: number },
): Promise<z.infer<typeof repeatRow>[]> {
  return rowsOf(
    tx,
    repeatRow,
    `SELECT place, import_item.content AS wanted,
       jsonb_build_object('content', ${CONTENT}, 'topic', topic.name, 'level', level, 'tags', tags) AS known
     FROM import_item JOIN question ON question.code = duplicate_of ${CURRENT}
     WHERE file_id = $1 AND standing = 'duplicate' AND import_item.content IS NOT NULL AND place > $2
       AND NOT EXISTS (SELECT 1 FROM import_item AS earlier WHERE earlier.file_id = $1
         AND earlier.print = import_item.print AND earlier.place < import_item.place)
     ORDER BY place LIMIT $3`,
    [fileId, after, limit],
  );
}

export async function writeDifferences(
  tx: EntityManager,
  fileId: string,
  changed: readonly { place: number; differences: readonly ImportDifference[] }[],
): Promise<void> {
  await tx.query(
    `UPDATE import_item SET standing = 'changed', differences = found
     FROM unnest($2::integer[], $3::jsonb[]) AS changed (at, found) WHERE file_id = $1 AND place = at`,
    [
      fileId,
      changed.map(({ place }) => place),
      changed.map(({ differences }) => JSON.stringify(differences)),
    ],
  );
}

const lockedRow = known.extend({ id: questionId, topic_id: topicId, version: z.number() });

/** The question with this code, held until the end; null where it is gone or has changed since the file was looked at. */
export async function lockKnown(
  tx: EntityManager,
  fileId: string,
  code: string,
): Promise<(z.infer<typeof known> & { id: string; topicId: string; version: number }) | null> {
  await tx.query('SELECT FROM question WHERE code = $1 FOR UPDATE', [code]);
  const row = await rowOf(
    tx,
    lockedRow,
    `SELECT question.id, topic_id, current_version AS version, ${CONTENT} AS content, topic.name AS topic, level, tags
     FROM question ${CURRENT} JOIN import_file ON import_file.id = $1
     WHERE question.code = $2 AND review_state <> 'retired' AND question.updated_at <= import_file.created_at`,
    [fileId, code],
  );
  return row && { ...row, topicId: row.topic_id };
}
