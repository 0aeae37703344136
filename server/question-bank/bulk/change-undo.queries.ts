import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf, type Sql } from '../../platform/database/sql.js';

const changeRow = z
  .object({ made_at: z.date(), made_by: z.uuid() })
  .transform((row) => ({ madeAt: row.made_at, madeBy: row.made_by }));

/** Held until the end of the transaction: it is taken back once. */
export function lockChange(tx: EntityManager, id: string): Promise<{ madeAt: Date; madeBy: string } | null> {
  return rowOf(tx, changeRow, 'SELECT made_at, made_by FROM question_change WHERE id = $1 FOR UPDATE', [id]);
}

const STANDS = `question.updated_at = item.changed_at
  AND NOT EXISTS (SELECT 1 FROM question_version JOIN round_pool ON version_id = question_version.id
    WHERE question_id = question.id AND number > item.version)
  AND (item.review_state = 'retired' OR question.review_state <> 'retired' OR NOT EXISTS (
    SELECT 1 FROM question AS like_it WHERE like_it.fingerprint = question.fingerprint
      AND like_it.review_state <> 'retired'))`;

const undoneRow = z.object({ restored: z.number(), kept: z.number() });

/**
 * Gives back what a change noted, but to those that were changed again since, whose new version a round has taken, or
 * whose like has been taken up in their place. Tells how many of both.
 */
export async function undoChange(tx: EntityManager, id: string): Promise<z.infer<typeof undoneRow>> {
  // Whoever edits or publishes some of them and has not committed is waited for: only then can be seen what they did.
  await tx.query(
    `SELECT FROM question WHERE id IN (SELECT question_id FROM question_change_item WHERE change_id = $1)
     ORDER BY id FOR UPDATE`,
    [id],
  );
  await tx.query(
    `SELECT FROM question_version JOIN question_change_item AS item USING (question_id)
     WHERE change_id = $1 AND number > item.version ORDER BY question_version.id FOR UPDATE OF question_version`,
    [id],
  );
  const undone = await rowOf(
    tx,
    undoneRow,
    `WITH item AS (SELECT * FROM question_change_item WHERE change_id = $1),
     back AS (
       SELECT question.id, item.*, prompt ->> 'text' AS old_text, question_version.source AS old_source
       FROM item JOIN question ON question.id = item.question_id
       JOIN question_version ON question_version.question_id = question.id AND number = item.version
       WHERE ${STANDS}
     ),
     restored AS (
       UPDATE question SET topic_id = back.topic_id, level = back.level, tags = back.tags,
         review_state = back.review_state, current_version = back.version, text = old_text, source = old_source,
         updated_at = app_now(),
         search = f_vi(concat_ws(' ', code, old_text, array_to_string(back.tags, ' '), old_source))
       FROM back WHERE question.id = back.id RETURNING question.id
     ),
     unwritten AS (
       DELETE FROM question_version USING back WHERE question_version.question_id = back.id AND number > back.version
     )
     SELECT (SELECT count(*)::int FROM restored) AS restored,
       (SELECT count(*)::int FROM item) - (SELECT count(*)::int FROM restored) AS kept`,
    [id],
  );
  await tx.query('DELETE FROM question_change WHERE id = $1', [id]);
  return undone ?? { restored: 0, kept: 0 };
}

/** What can be taken back no more. */
export async function forgetChanges(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM question_change WHERE made_at < app_now() - interval '1 day'`);
}
