import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import {
  changeRefusal,
  MOST_REFUSED_NAMED,
  type QuestionChange,
  type QuestionSelection,
} from '../../../shared/question-bank/question-change.schema.js';
import { sameText } from '../../../shared/kernel/text.js';
import { MAX_TAGS } from '../../../shared/question-bank/question.schema.js';
import { internalError } from '../../../shared/kernel/failure.js';
import { rowOf, type Sql } from '../../platform/database/sql.js';
import { fail } from '../../platform/failure-error.js';
import { CHOSEN, selectionValues } from '../question/selection.queries.js';

/** A change whose topic is known by its id; null while only a name that no topic has. */
export type ReadyChange = QuestionChange & { topicId?: string | null };

/**
 * Each chosen question with what it would be (`new_…`), which of that is another value (`other_…`), and why it cannot
 * be (`refusal`). `$9` to `$16` say what becomes of it; NULL leaves it as it is.
 */
const PLANNED = `
  chosen AS (SELECT * FROM question WHERE ${CHOSEN}),
  meant AS (
    SELECT chosen.id, code, fingerprint, text, topic_id, level, tags, source, review_state, current_version,
      coalesce($9::text, level) AS new_level,
      CASE WHEN $10::boolean THEN $11::uuid ELSE topic_id END AS new_topic_id,
      CASE WHEN $12::text IS NULL OR ($13::boolean AND source <> '') THEN source ELSE $12 END AS new_source,
      ARRAY(SELECT tag FROM unnest(tags) WITH ORDINALITY AS had (tag, place) WHERE same_text(tag) <> ALL($15::text[])
            ORDER BY place)
        || ARRAY(SELECT tag FROM unnest($14::text[]) WITH ORDINALITY AS wanted (tag, place)
            WHERE NOT EXISTS (SELECT 1 FROM unnest(tags) AS had (tag) WHERE same_text(had.tag) = same_text(wanted.tag))
            ORDER BY place) AS new_tags,
      coalesce($16::text, review_state) AS new_state
    FROM chosen
  ),
  planned AS (
    SELECT *, new_level <> level AS other_level, new_topic_id IS DISTINCT FROM topic_id AS other_topic,
      new_source <> source AS other_source, new_tags <> tags AS other_tags, new_state <> review_state AS other_state,
      CASE
        WHEN cardinality(new_tags) > ${MAX_TAGS} AND cardinality(new_tags) > cardinality(tags) THEN 'too_many_tags'
        WHEN review_state = 'retired' AND new_state <> 'retired' AND (
          row_number() OVER (PARTITION BY fingerprint, review_state ORDER BY id) > 1 OR EXISTS (
            SELECT 1 FROM question AS like_it
            WHERE like_it.fingerprint = meant.fingerprint AND like_it.review_state <> 'retired'))
          THEN 'repeats'
      END AS refusal
    FROM meant
  ),
  changing AS (
    SELECT * FROM planned
    WHERE refusal IS NULL AND (other_level OR other_topic OR other_source OR other_tags OR other_state)
  ),
  refused AS (
    SELECT count(*)::int AS refused,
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'reason', refusal) ORDER BY code)
        FROM (SELECT code, refusal FROM planned WHERE refusal IS NOT NULL ORDER BY code LIMIT ${MOST_REFUSED_NAMED}) AS named),
        '[]') AS refusals
    FROM planned WHERE refusal IS NOT NULL
  )`;

function planValues(selection: QuestionSelection, change: ReadyChange): unknown[] {
  return [
    ...selectionValues(selection),
    change.level ?? null,
    change.topic !== undefined,
    change.topicId ?? null,
    change.source?.text ?? null,
    change.source?.onlyMissing ?? false,
    change.tags?.add ?? [],
    (change.tags?.remove ?? []).map(sameText),
    change.state ?? null,
  ];
}

const count = z.number();
const refusals = {
  refused: count,
  refusals: z.array(z.object({ code: z.string(), reason: changeRefusal })),
};
const counted = z.array(z.object({ name: z.string(), count }));
const planRow = z.object({
  total: count,
  levels: z.record(z.string(), count),
  states: z.record(z.string(), count),
  topics: counted,
  tags: counted,
  without_source: count,
  in_papers: count,
  changed: count,
  other_level: count,
  other_topic: count,
  other_source: count,
  other_tags: count,
  other_state: count,
  new_versions_in_papers: count,
  ...refusals,
});

const MOST_NAMES = 50;
const tally = (column: string) =>
  `(SELECT coalesce(jsonb_object_agg(value, count), '{}') FROM (SELECT ${column} AS value, count(*)::int AS count FROM planned GROUP BY 1) AS each)`;
const mostOf = (from: string) =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('name', name, 'count', count) ORDER BY count DESC, name) FROM (
     SELECT name, count(*)::int AS count FROM ${from} GROUP BY name ORDER BY count DESC, name LIMIT ${MOST_NAMES}) AS each), '[]')`;

/** What the chosen questions are, and what a change would make of them. */
export async function readPlan(
  sql: Sql,
  selection: QuestionSelection,
  change: ReadyChange,
): Promise<z.infer<typeof planRow>> {
  const row = await rowOf(
    sql,
    planRow,
    `WITH ${PLANNED},
     paper AS (
       SELECT DISTINCT planned.id FROM planned JOIN question_version ON question_id = planned.id
       JOIN round_pool ON round_pool.version_id = question_version.id
     )
     SELECT (SELECT count(*)::int FROM planned) AS total, ${tally('level')} AS levels, ${tally('review_state')} AS states,
       ${mostOf('planned JOIN topic ON topic.id = topic_id')} AS topics,
       ${mostOf('(SELECT unnest(tags) AS name FROM planned) AS tagged')} AS tags,
       (SELECT count(*)::int FROM planned WHERE source = '') AS without_source,
       (SELECT count(*)::int FROM paper) AS in_papers,
       changes.*, refused.*
     FROM refused, (
       SELECT count(*)::int AS changed, count(*) FILTER (WHERE other_level)::int AS other_level,
         count(*) FILTER (WHERE other_topic)::int AS other_topic, count(*) FILTER (WHERE other_source)::int AS other_source,
         count(*) FILTER (WHERE other_tags)::int AS other_tags, count(*) FILTER (WHERE other_state)::int AS other_state,
         count(*) FILTER (WHERE other_source AND id IN (SELECT id FROM paper))::int AS new_versions_in_papers
       FROM changing
     ) AS changes`,
    planValues(selection, change),
  );
  return row ?? fail(internalError);
}

const doneRow = z.object({ changed: count, ...refusals });

/**
 * Makes the change and notes what was before. A new source is a new version, as it stands beside the answer. Those that
 * somebody else holds are waited for and seen as they are then.
 */
export async function applyChange(
  tx: EntityManager,
  { selection, change, by }: { selection: QuestionSelection; change: ReadyChange; by: string },
): Promise<z.infer<typeof doneRow> & { id: string }> {
  const id = v7();
  const values = planValues(selection, change);
  // In one order, so that two who change the same do not wait for each other in a circle.
  await tx.query(
    `SELECT FROM question WHERE ${CHOSEN} ORDER BY question.id FOR UPDATE`,
    selectionValues(selection),
  );
  await insertChange(tx, id, by);
  const done = await rowOf(
    tx,
    doneRow,
    `WITH ${PLANNED},
     written AS (
       INSERT INTO question_version (id, question_id, number, prompt, solution, explanation, source, created_by, created_at)
       SELECT gen_random_uuid(), changing.id, current_version + 1, prompt, solution, explanation, new_source, $18, app_now()
       FROM changing JOIN question_version AS newest ON newest.question_id = changing.id AND newest.number = current_version
       WHERE other_source RETURNING question_id
     ),
     changed AS (
       UPDATE question SET level = new_level, topic_id = new_topic_id, source = new_source, tags = new_tags,
         review_state = new_state, current_version = question.current_version + other_source::int, updated_at = app_now(),
         search = CASE WHEN other_source OR other_tags
           THEN f_vi(concat_ws(' ', question.code, question.text, array_to_string(new_tags, ' '), new_source))
           ELSE search END
       FROM changing WHERE question.id = changing.id RETURNING question.id, question.updated_at
     ),
     noted AS (
       INSERT INTO question_change_item (change_id, question_id, topic_id, level, tags, review_state, version, changed_at)
       SELECT $17, changing.id, topic_id, level, tags, review_state, current_version, updated_at
       FROM changing JOIN changed ON changed.id = changing.id
     )
     SELECT (SELECT count(*)::int FROM changed) AS changed, refused.* FROM refused`,
    [...values, id, by],
  );
  return { id, ...(done ?? { changed: 0, refused: 0, refusals: [] }) };
}

export async function insertChange(tx: EntityManager, id: string, by: string): Promise<void> {
  await tx.query('INSERT INTO question_change (id, made_by, made_at) VALUES ($1, $2, app_now())', [id, by]);
}
