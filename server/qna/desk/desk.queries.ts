import { z } from 'zod';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { COUNTS } from '../inquiry/live.queries.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/** More than anybody reads through; the newest of them are compared with each other. */
const MAX_COMPARED = 2000;

const foldedRow = z.object({ id: inquiryId, rev: z.number(), folded: z.string() });
export type FoldedRow = z.infer<typeof foldedRow>;

/** Questions somebody may still merge, without accents and case, oldest first. */
export function readOpenTexts(sql: Sql, sessionId: string): Promise<FoldedRow[]> {
  return rowsOf(
    sql,
    foldedRow,
    `SELECT id, rev, folded FROM (
       SELECT id, rev, folded, number FROM inquiry WHERE session_id = $1 AND state IN ('pending', 'approved')
       ORDER BY number DESC LIMIT ${MAX_COMPARED}) AS newest
     ORDER BY number`,
    [sessionId],
  );
}

const countedPair = z.object({
  one: inquiryId,
  other: inquiryId,
  similarity: z.number(),
  votes: z.number(),
  voters: z.number(),
});

/** Pairs nobody put aside, in the order given, with their votes and the distinct people behind both. */
export function countPairs(
  sql: Sql,
  pairs: readonly { one: string; other: string; similarity: number }[],
  limit: number,
): Promise<z.infer<typeof countedPair>[]> {
  return rowsOf(
    sql,
    countedPair,
    `SELECT one, other, similarity, votes, voters FROM (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::float8[]) WITH ORDINALITY AS pair (one, other, similarity, place)
       WHERE NOT EXISTS (SELECT 1 FROM inquiry_apart AS apart
         WHERE apart.one = least(pair.one, pair.other) AND apart.other = greatest(pair.one, pair.other))
       ORDER BY place LIMIT $4) AS pair
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT (root_id, voter_id))::int AS votes, count(DISTINCT voter_id)::int AS voters
       FROM inquiry JOIN qna_session ON qna_session.id = session_id
       JOIN inquiry_vote ON inquiry_id = inquiry.id AND ${COUNTS} WHERE root_id IN (pair.one, pair.other)) AS counted
     ORDER BY place`,
    [
      pairs.map(({ one }) => one),
      pairs.map(({ other }) => other),
      pairs.map((pair) => pair.similarity),
      limit,
    ],
  );
}

/** What merging families comes to: people counted once in each, and once in all. */
export async function countVoters(
  sql: Sql,
  rootIds: readonly string[],
): Promise<{ votes: number; voters: number }> {
  const row = await rowOf(
    sql,
    z.object({ votes: z.number(), voters: z.number() }),
    `SELECT count(DISTINCT (root_id, voter_id))::int AS votes, count(DISTINCT voter_id)::int AS voters
     FROM inquiry JOIN inquiry_vote ON inquiry_id = inquiry.id WHERE root_id = ANY($1::uuid[])`,
    [rootIds],
  );
  return row ?? { votes: 0, voters: 0 };
}

/** A move says that these two are not the same. */
export async function insertApart(
  sql: Sql,
  [one, other]: readonly [string, string],
  moveId: string,
): Promise<void> {
  await sql.query(
    `INSERT INTO inquiry_apart (one, other, move_id)
     VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3)`,
    [one, other, moveId],
  );
}

/** What the move said does not hold any more; what other moves say of the same two does. */
export async function deleteApart(sql: Sql, moveId: string): Promise<void> {
  await sql.query('DELETE FROM inquiry_apart WHERE move_id = $1', [moveId]);
}
