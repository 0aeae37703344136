import type { EntityManager } from 'typeorm';

/** A cell of a paper draws at most so many questions. */
const MOST_IN_A_CELL = 200;

/** Papers that nobody has published name the other topic; where they name both already, its cells take up the sums. */
export async function moveInDraftPapers(
  tx: EntityManager,
  { from, into }: { from: string; into: string },
): Promise<void> {
  await tx.query(
    `UPDATE round SET revision = revision + 1, blueprint = (
       SELECT jsonb_agg(jsonb_build_object('topicId', topic, 'level', level, 'count', least(count, ${MOST_IN_A_CELL})) ORDER BY place)
       FROM (
         SELECT topic, level, sum(count) AS count, min(place) AS place
         FROM (
           SELECT CASE cell ->> 'topicId' WHEN $1 THEN $2 ELSE cell ->> 'topicId' END AS topic, cell ->> 'level' AS level,
             (cell ->> 'count')::integer AS count, place
           FROM jsonb_array_elements(blueprint) WITH ORDINALITY AS listed (cell, place)
         ) AS renamed GROUP BY topic, level
       ) AS summed)
     WHERE frozen_at IS NULL AND blueprint @> jsonb_build_array(jsonb_build_object('topicId', $1::text))`,
    [from, into],
  );
}
