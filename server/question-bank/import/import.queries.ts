import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  importFormat,
  importId,
  importItemView,
  type ImportItemView,
} from '../../../shared/question-bank/question-import.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const importRow = z.object({
  id: importId,
  file_name: z.string(),
  format: importFormat,
  items: z.array(importItemView),
  created_by: z.uuid(),
  applied_at: z.date().nullable(),
  /** Questions in the bank that came from it. */
  added: z.number(),
});
export type ImportRecord = z.infer<typeof importRow>;

export type NewImport = {
  id: string;
  fileName: string;
  format: string;
  items: readonly ImportItemView[];
  memberId: string;
};

export async function addImport(
  sql: Sql,
  { id, fileName, format, items, memberId }: NewImport,
): Promise<void> {
  await sql.query(
    `INSERT INTO question_import (id, file_name, format, items, created_by, created_at) VALUES ($1, $2, $3, $4, $5, app_now())`,
    [id, fileName, format, JSON.stringify(items), memberId],
  );
}

const COLUMNS = `id, file_name, format, items, created_by, applied_at,
  (SELECT count(*)::int FROM question WHERE import_id = question_import.id) AS added`;

/** Imports are their maker's own until they are applied. */
export async function readImport(sql: Sql, id: string, memberId: string): Promise<ImportRecord | null> {
  return rowOf(sql, importRow, `SELECT ${COLUMNS} FROM question_import WHERE id = $1 AND created_by = $2`, [
    id,
    memberId,
  ]);
}

export async function lockImport(
  tx: EntityManager,
  id: string,
  memberId: string,
): Promise<ImportRecord | null> {
  return rowOf(
    tx,
    importRow,
    `SELECT ${COLUMNS} FROM question_import WHERE id = $1 AND created_by = $2 FOR UPDATE`,
    [id, memberId],
  );
}

export async function markApplied(tx: EntityManager, id: string, applied: boolean): Promise<void> {
  await tx.query(`UPDATE question_import SET applied_at = CASE WHEN $2 THEN app_now() END WHERE id = $1`, [
    id,
    applied,
  ]);
}

/** What became of the items in the end, where that is not what was shown before. */
export async function rewriteItems(
  tx: EntityManager,
  id: string,
  items: readonly ImportItemView[],
): Promise<void> {
  await tx.query(`UPDATE question_import SET items = $2 WHERE id = $1`, [id, JSON.stringify(items)]);
}

/** True when a round froze one of the import's questions or somebody edited one since. Holds them all until the end. */
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
       WHERE import_id = $1 AND (number > 1 OR EXISTS (SELECT 1 FROM round_pool WHERE version_id = question_version.id))) AS used`,
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
    z.object({ topic_id: z.uuid() }),
    'WITH removed AS (DELETE FROM question WHERE import_id = $1 RETURNING topic_id) SELECT topic_id FROM removed',
    [id],
  );
  await tx.query(
    `DELETE FROM topic WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM question WHERE topic_id = topic.id)
       AND NOT EXISTS (SELECT 1 FROM round_pool WHERE topic_id = topic.id)`,
    [[...new Set(removed.map((row) => row.topic_id))]],
  );
  return removed.length;
}

/** Previews nobody applied within a day, and what applied ones showed of the file. */
export async function forgetOldImports(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM question_import WHERE applied_at IS NULL AND created_at < app_now() - interval '1 day'`,
  );
  await sql.query(
    `UPDATE question_import SET items = '[]' WHERE applied_at < app_now() - interval '1 day' AND items <> '[]'`,
  );
}
