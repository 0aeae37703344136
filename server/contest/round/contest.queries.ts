import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { contestId, contestState } from '../../../shared/contest/contest.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const contestColumns = z.object({
  id: contestId,
  title: z.string(),
  summary: z.string(),
  rules: z.string(),
  contact: z.string(),
  state: contestState,
  revision: z.number(),
  created_by: z.uuid(),
  updated_at: z.date(),
  published_at: z.date().nullable(),
  archived_at: z.date().nullable(),
  cancelled_at: z.date().nullable(),
  cancel_reason: z.string().nullable(),
});

const contestRow = contestColumns.transform((row) => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  rules: row.rules,
  contact: row.contact,
  state: row.state,
  revision: row.revision,
  createdBy: row.created_by,
  updatedAt: row.updated_at,
  publishedAt: row.published_at,
  archivedAt: row.archived_at,
  cancelledAt: row.cancelled_at,
  cancelReason: row.cancel_reason,
}));
export type ContestRow = z.infer<typeof contestRow>;

export async function readContest(sql: Sql, id: string): Promise<ContestRow | null> {
  return rowOf(sql, contestRow, 'SELECT * FROM contest WHERE id = $1 AND deleted_at IS NULL', [id]);
}

/** Whoever changes a contest or one of its rounds holds this first, so that changes come one after the other. */
export async function lockContest(tx: EntityManager, id: string): Promise<ContestRow | null> {
  return rowOf(
    tx,
    contestRow,
    'SELECT * FROM contest WHERE id = $1 AND deleted_at IS NULL FOR NO KEY UPDATE',
    [id],
  );
}

/** Null when there is no such round. */
export async function readContestIdOf(sql: Sql, round: string): Promise<string | null> {
  const schema = z.object({ contest_id: contestId });
  const row = await rowOf(sql, schema, 'SELECT contest_id FROM round WHERE id = $1', [round]);
  return row?.contest_id ?? null;
}

export async function insertContest(
  tx: EntityManager,
  contest: { id: string; title: string; createdBy: string; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO contest (id, title, state, created_by, created_at, updated_at) VALUES ($1, $2, 'draft', $3, $4, $4)`,
    [contest.id, contest.title, contest.createdBy, contest.at],
  );
}

export async function updateContest(
  tx: EntityManager,
  id: string,
  texts: { title: string; summary: string; rules: string; contact: string },
): Promise<void> {
  await tx.query(
    `UPDATE contest SET title = $2, summary = $3, rules = $4, contact = $5, revision = revision + 1 WHERE id = $1`,
    [id, texts.title, texts.summary, texts.rules, texts.contact],
  );
}

export async function touchContest(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('UPDATE contest SET updated_at = $2 WHERE id = $1', [id, at]);
}

export async function setPublished(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query(`UPDATE contest SET state = 'published', published_at = $2 WHERE id = $1`, [id, at]);
}

export async function setCancelled(
  tx: EntityManager,
  id: string,
  { reason, at }: { reason: string; at: Date },
): Promise<void> {
  await tx.query(
    `UPDATE contest SET state = 'cancelled', cancel_reason = $2, cancelled_at = $3 WHERE id = $1`,
    [id, reason, at],
  );
}

const listedRow = contestColumns
  .extend({
    opens_at: z.date().nullable(),
    closes_at: z.date().nullable(),
    round_count: z.number(),
    place: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    summary: row.summary,
    state: row.state,
    updatedAt: row.updated_at,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    roundCount: row.round_count,
    place: row.place,
  }));
export type ListedContest = z.infer<typeof listedRow>;

export type ContestSelection = {
  /** 'published': also cancelled ones, the latest close first; else by the last change. */
  of: 'published' | 'all' | { createdBy: string };
  archived: boolean;
  /** Place and id of the last row of the page before. */
  after: { place: number; id: string } | null;
  limit: number;
};

/** A place is in microseconds, as exact as the database keeps times: a page never skips its neighbour. */
export async function listContests(
  sql: Sql,
  { of, archived, after, limit }: ContestSelection,
): Promise<ListedContest[]> {
  const createdBy = typeof of === 'object' ? of.createdBy : null;
  return rowsOf(
    sql,
    listedRow,
    `WITH listed AS (
       SELECT contest.*, opens_at, closes_at, round_count,
         (extract(epoch FROM CASE WHEN $1 THEN closes_at ELSE updated_at END) * 1000000)::bigint AS place
       FROM contest CROSS JOIN LATERAL (
         SELECT min(opens_at) AS opens_at, max(closes_at) AS closes_at, count(*)::int AS round_count
         FROM round WHERE round.contest_id = contest.id) AS spanned
       WHERE (NOT $1 OR state <> 'draft') AND ($2::uuid IS NULL OR created_by = $2)
         AND deleted_at IS NULL AND (archived_at IS NOT NULL) = $6
     )
     SELECT * FROM listed WHERE $3::bigint IS NULL OR (place, id) < ($3, $4::uuid)
     ORDER BY place DESC, id DESC LIMIT $5`,
    [of === 'published', createdBy, after?.place ?? null, after?.id ?? null, limit, archived],
  );
}
