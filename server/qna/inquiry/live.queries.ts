import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/** Whose vote counts, where a session’s `guests_vote` and a `voter_id` are at hand. */
export const COUNTS = '(guests_vote OR NOT EXISTS (SELECT FROM guest WHERE guest.id = voter_id))';

const countedRow = z.object({ id: inquiryId, votes: z.number(), shown: z.boolean() });

/**
 * Counts the questions' supporters anew: distinct people of each question and of those merged into it. Takes roots,
 * answers their counts and whether the room sees them. In the order of ids, as everybody locks questions; counted by a
 * statement of its own, for one that waited for a lock counts what was there before it waited.
 */
export async function recount(
  tx: EntityManager,
  rootIds: readonly string[],
): Promise<z.infer<typeof countedRow>[]> {
  await tx.query('SELECT FROM inquiry WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [rootIds]);
  return rowsOf(
    tx,
    countedRow,
    `WITH family AS (
       SELECT root_id, inquiry.id, guests_vote FROM inquiry JOIN qna_session ON qna_session.id = session_id
       WHERE root_id = ANY($1::uuid[])
     ), counted AS (
       SELECT root_id, count(DISTINCT voter_id)::int AS votes
       FROM family LEFT JOIN inquiry_vote ON inquiry_id = family.id AND ${COUNTS} GROUP BY root_id
     ), changed AS (
       UPDATE inquiry SET vote_count = counted.votes FROM counted WHERE inquiry.id = counted.root_id
       RETURNING inquiry.id, vote_count AS votes, state IN ('approved', 'answering', 'answered') AS shown
     ) SELECT id, votes, shown FROM changed`,
    [rootIds],
  );
}

/** Counts the whole session anew and answers its roots: whose vote counts has changed. */
export async function recountAll(tx: EntityManager, sessionId: string): Promise<string[]> {
  const roots = await rowsOf(
    tx,
    z.object({ id: inquiryId }),
    'SELECT id FROM inquiry WHERE session_id = $1 AND root_id = id',
    [sessionId],
  );
  const ids = roots.map(({ id }) => id);
  await recount(tx, ids);
  return ids;
}

/** Counts as they stand, of the questions that are left of these after merging. */
export function readCounts(sql: Sql, ids: readonly string[]): Promise<z.infer<typeof countedRow>[]> {
  return rowsOf(
    sql,
    countedRow,
    `SELECT id, vote_count AS votes, state IN ('approved', 'answering', 'answered') AS shown FROM inquiry
     WHERE id IN (SELECT root_id FROM inquiry WHERE id = ANY($1::uuid[]))`,
    [ids],
  );
}

/** Roots whose count is not what their votes say, as after a crash between a vote and the next tick. */
export async function readMiscounted(sql: Sql): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: inquiryId }),
    `SELECT inquiry.id FROM inquiry JOIN qna_session ON qna_session.id = session_id
     WHERE ended_at IS NULL AND root_id = inquiry.id AND vote_count <> (
       SELECT count(DISTINCT voter_id) FROM inquiry AS member JOIN inquiry_vote ON inquiry_id = member.id AND ${COUNTS}
       WHERE member.root_id = inquiry.id)`,
  );
  return rows.map((row) => row.id);
}

/** Which of these questions the room saw at some time. */
export async function readEverShown(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    sql,
    z.object({ inquiry_id: inquiryId }),
    `SELECT DISTINCT inquiry_id FROM inquiry_step WHERE inquiry_id = ANY($1::uuid[]) AND kind = 'approved'`,
    [ids],
  );
  return new Set(rows.map((row) => row.inquiry_id));
}

/** Counts views of what the room of this session sees; of anything else nothing. */
export async function addViews(
  sql: Sql,
  sessionId: string,
  views: readonly [inquiryId: string, count: number][],
): Promise<void> {
  await sql.query(
    `WITH held AS MATERIALIZED (
       SELECT inquiry.id, seen FROM inquiry JOIN unnest($1::uuid[], $2::int[]) AS t (id, seen) ON t.id = inquiry.id
       WHERE session_id = $3 AND state IN ('approved', 'answering', 'answered')
       ORDER BY inquiry.id FOR NO KEY UPDATE OF inquiry)
     UPDATE inquiry SET views = views + seen FROM held WHERE held.id = inquiry.id`,
    [views.map(([id]) => id), views.map(([, count]) => count), sessionId],
  );
}

const liveRow = z.object({
  now_id: inquiryId.nullable(),
  now_since: z.date().nullable(),
  now_by: z.string().nullable(),
  now_extra: z.number().nullable(),
  next_id: inquiryId.nullable(),
  shown: z.number(),
  answered: z.number(),
  votes: z.number(),
});

export async function readLive(sql: Sql, sessionId: string): Promise<z.infer<typeof liveRow>> {
  const row = await rowOf(
    sql,
    liveRow,
    `SELECT (array_agg(id) FILTER (WHERE state = 'answering'))[1] AS now_id, max(answering_since) AS now_since,
       max(answerer) FILTER (WHERE state = 'answering') AS now_by,
       (SELECT more_seconds FROM qna_session JOIN inquiry AS now ON now.session_id = qna_session.id
        WHERE qna_session.id = $1 AND now.state = 'answering' AND more_since = now.answering_since) AS now_extra,
       (array_agg(id) FILTER (WHERE is_next))[1] AS next_id,
       count(*) FILTER (WHERE state IN ('approved', 'answering', 'answered'))::int AS shown,
       count(*) FILTER (WHERE state = 'answered')::int AS answered,
       coalesce(sum(vote_count) FILTER (WHERE state IN ('approved', 'answering', 'answered')), 0)::int AS votes
     FROM inquiry WHERE session_id = $1`,
    [sessionId],
  );
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
