import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { topicId } from '../../../shared/question-bank/question.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const named = z.object({ id: topicId, name: z.string() });

/**
 * Ids of topics by the names as given; unknown ones are made, by the file if one is named, and retired ones are in use
 * again. Whether two names are one topic only the database says.
 */
export async function ensureTopics(
  tx: EntityManager,
  names: readonly string[],
  importId: string | null = null,
): Promise<Map<string, string>> {
  const wanted = [...new Set(names)];
  await tx.query(
    `INSERT INTO topic (id, name, import_id, created_at)
     SELECT id, name, $3, app_now() FROM unnest($1::uuid[], $2::text[]) AS t (id, name) ORDER BY same_text(name)
     ON CONFLICT (same_text(name)) DO NOTHING`,
    [wanted.map(() => v7()), wanted, importId],
  );
  await tx.query(
    `UPDATE topic SET retired_at = NULL
     WHERE retired_at IS NOT NULL AND same_text(name) IN (SELECT same_text(asked) FROM unnest($1::text[]) AS asked)`,
    [wanted],
  );
  const rows = await rowsOf(
    tx,
    named,
    `SELECT topic.id, asked.name FROM unnest($1::text[]) AS asked (name) JOIN topic ON same_text(topic.name) = same_text(asked.name)`,
    [wanted],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** The topic that is called so; null without one. */
export async function findTopic(sql: Sql, name: string): Promise<string | null> {
  const row = await rowOf(
    sql,
    z.object({ id: topicId }),
    'SELECT id FROM topic WHERE same_text(name) = same_text($1)',
    [name],
  );
  return row?.id ?? null;
}

const topicRow = z.object({ id: topicId, name: z.string(), count: z.number(), retired: z.boolean() });

export async function listTopics(sql: Sql): Promise<z.infer<typeof topicRow>[]> {
  return rowsOf(
    sql,
    topicRow,
    `SELECT topic.id, topic.name, retired_at IS NOT NULL AS retired, (SELECT count(*)::int FROM question
       WHERE topic_id = topic.id AND review_state <> 'retired') AS count
     FROM topic ORDER BY topic.name COLLATE vi_sort LIMIT 1000`,
  );
}

const heldRow = z.object({ id: topicId, name: z.string(), retired: z.boolean() });

/** Held until the end of the transaction, in one order. */
export function lockTopics(tx: EntityManager, ids: readonly string[]): Promise<z.infer<typeof heldRow>[]> {
  return rowsOf(
    tx,
    heldRow,
    `SELECT id, name, retired_at IS NOT NULL AS retired FROM topic WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
}

export async function renameTopic(tx: EntityManager, id: string, name: string): Promise<void> {
  await tx.query('UPDATE topic SET name = $2 WHERE id = $1', [id, name]);
}

export async function retireTopic(tx: EntityManager, id: string, retired: boolean): Promise<void> {
  await tx.query('UPDATE topic SET retired_at = CASE WHEN $2 THEN app_now() END WHERE id = $1', [
    id,
    retired,
  ]);
}

/** Moves all questions, retired ones too. Returns how many. */
export async function moveAllQuestions(
  tx: EntityManager,
  { from, into }: { from: string; into: string },
): Promise<number> {
  await tx.query('UPDATE question_change_item SET topic_id = $2 WHERE topic_id = $1', [from, into]);
  const row = await rowOf(
    tx,
    z.object({ count: z.number() }),
    `WITH moved AS (UPDATE question SET topic_id = $2, updated_at = app_now() WHERE topic_id = $1 RETURNING id)
     SELECT count(*)::int AS count FROM moved`,
    [from, into],
  );
  return row?.count ?? 0;
}

/** Removes topics that nothing stands under, and that no round has in its paper. Returns those that are gone. */
export async function removeUnusedTopics(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(
    tx,
    z.object({ id: topicId }),
    `WITH gone AS (
       DELETE FROM topic WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM question WHERE topic_id = topic.id)
         AND NOT EXISTS (SELECT 1 FROM question_change_item WHERE topic_id = topic.id)
         AND NOT EXISTS (SELECT 1 FROM round_pool WHERE topic_id = topic.id)
         AND NOT EXISTS (SELECT 1 FROM round
           WHERE blueprint @> jsonb_build_array(jsonb_build_object('topicId', topic.id)))
       RETURNING id)
     SELECT id FROM gone`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
