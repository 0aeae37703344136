import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { questionId, topicId } from '../../../shared/question-bank/question.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import { undoChange } from '../bulk/change-undo.queries.js';
import { removeUnusedTopics } from '../topic/topic.queries.js';

/** Items whose like is in use in the bank are duplicates of it. */
export async function markKnown(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `UPDATE import_item SET standing = 'duplicate', duplicate_of = question.code FROM question
     WHERE file_id = $1 AND standing <> 'rejected' AND question.fingerprint = import_item.print AND review_state <> 'retired'`,
    [id],
  );
}

/** Names of the topics of what a file brings in. */
export async function readImportTopics(sql: Sql, id: string): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ topic: z.string() }),
    `SELECT DISTINCT content ->> 'topic' AS topic FROM import_item
     WHERE file_id = $1 AND standing IN ('ready', 'warned') ORDER BY topic`,
    [id],
  );
  return rows.map(({ topic }) => topic);
}

/** How many questions of the bank came from it. */
export async function countImported(sql: Sql, id: string): Promise<number> {
  const row = await rowOf(
    sql,
    z.object({ count: z.number() }),
    'SELECT count(*)::int AS count FROM question WHERE import_id = $1',
    [id],
  );
  return row?.count ?? 0;
}

/** How many questions of the bank say now what it says. */
export async function countUpdated(sql: Sql, id: string): Promise<number> {
  const row = await rowOf(
    sql,
    z.object({ count: z.number() }),
    'SELECT count(*)::int AS count FROM question_change_item WHERE change_id = $1',
    [id],
  );
  return row?.count ?? 0;
}

/** Questions of an import that wait for somebody to look at them. */
export async function readDrafts(sql: Sql, id: string): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: questionId }),
    `SELECT id FROM question WHERE import_id = $1 AND review_state = 'draft' ORDER BY id`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** True when a round froze one of the import's questions, or somebody edited one since, or one that it updated. Holds them all until the end. */
export async function isImportInUse(tx: EntityManager, id: string): Promise<boolean> {
  // Whoever publishes or edits some of them and has not committed is waited for: only then can be seen what they did.
  await tx.query(
    `SELECT FROM question JOIN question_version ON question_version.question_id = question.id WHERE import_id = $1
     ORDER BY question_version.id FOR UPDATE`,
    [id],
  );
  const row = await rowOf(
    tx,
    z.object({ used: z.boolean() }),
    `SELECT EXISTS (SELECT 1 FROM question JOIN question_version ON question_version.question_id = question.id
       WHERE import_id = $1 AND (number > 1 OR EXISTS (SELECT 1 FROM round_pool WHERE version_id = question_version.id)))
     OR EXISTS (SELECT 1 FROM question_change_item JOIN question ON question.id = question_id
       WHERE change_id = $1 AND updated_at <> changed_at) AS used`,
    [id],
  );
  return row?.used ?? false;
}

/** Removes what an import added, and the topics that were only made for it. Returns how many questions went. */
export async function removeImported(tx: EntityManager, id: string): Promise<number> {
  await tx.query(
    'DELETE FROM question_version USING question WHERE question.id = question_id AND question.import_id = $1',
    [id],
  );
  const removed = await rowsOf(
    tx,
    z.object({ id: questionId }),
    'WITH removed AS (DELETE FROM question WHERE import_id = $1 RETURNING id) SELECT id FROM removed',
    [id],
  );
  await undoChange(tx, id);
  await removeUnusedTopics(tx, await readMadeTopics(tx, id));
  return removed.length;
}

/** Topics that were not there before the file. */
async function readMadeTopics(tx: EntityManager, id: string): Promise<string[]> {
  const rows = await rowsOf(tx, z.object({ id: topicId }), 'SELECT id FROM topic WHERE import_id = $1', [id]);
  return rows.map((row) => row.id);
}
