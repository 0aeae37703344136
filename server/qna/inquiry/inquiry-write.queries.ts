import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../../platform/database/sql.js';
import type { Participant } from '../session/qna-access.service.js';

export type NewInquiry = {
  id: string;
  sessionId: string;
  keyHash: Buffer;
  text: string;
  /** Null for an anonymous question. */
  author: (Participant & { name: string; unit: string }) | null;
  seal: { sealed: string; hash: string } | null;
  askedAt: Date;
  state: 'pending' | 'approved';
  flagged: readonly string[];
};

/** How many numbers are drawn, of which one that is free is taken: nine in ten are. */
const DRAWN = 60;

/**
 * Takes the session's next number, and one for the receipt: with a name the next of those with one, without one by chance.
 * False when the key is known: the question is there already, or the session is not what it was taken for.
 */
export async function insertInquiry(
  tx: EntityManager,
  { draft, ...inquiry }: NewInquiry & { draft: boolean },
): Promise<boolean> {
  const known = await rowOf(
    tx,
    z.object({ known: z.number() }),
    'SELECT 1 AS known FROM inquiry WHERE key_hash = $1',
    [inquiry.keyHash],
  );
  if (known) return false;
  const { author, seal } = inquiry;
  const row = await rowOf(
    tx,
    z.object({ number: z.number() }),
    `WITH counted AS (
       UPDATE qna_session SET last_number = last_number + 1, last_named = last_named + CASE WHEN $5::boolean THEN 0 ELSE 1 END
       WHERE id = $2 AND draft = $15::boolean RETURNING last_number, last_named
     ), drawn AS (
       SELECT CASE WHEN $5::boolean THEN 1000 + floor(random() * (9000 + 10 * last_number))::int ELSE last_named + nth - 1 END AS receipt
       FROM counted, generate_series(1, ${DRAWN}) AS nth
     )
     INSERT INTO inquiry (id, root_id, session_id, number, receipt, key_hash, text, anonymous, author_id, author_kind,
       author_name, author_unit, sealed, seal_hash, asked_at, state, flagged)
     SELECT $1::uuid, $1::uuid, $2::uuid, last_number, (
       SELECT receipt FROM drawn
       WHERE NOT EXISTS (SELECT FROM inquiry WHERE session_id = $2 AND inquiry.receipt = drawn.receipt)
       ORDER BY CASE WHEN $5::boolean THEN 0 ELSE receipt END LIMIT 1
     ), $3::bytea, $4, $5::boolean, $6::uuid, $7, $8, $9, $10, $11, $12::timestamptz, $13, $14::text[] FROM counted
     ON CONFLICT (key_hash) DO NOTHING RETURNING number`,
    [
      inquiry.id,
      inquiry.sessionId,
      inquiry.keyHash,
      inquiry.text,
      author === null,
      author?.id ?? null,
      author?.kind ?? null,
      author?.name ?? null,
      author?.unit ?? null,
      seal?.sealed ?? null,
      seal?.hash ?? null,
      inquiry.askedAt,
      inquiry.state,
      inquiry.flagged,
      draft,
    ],
  );
  return row !== null;
}

export async function rewriteInquiry(
  tx: EntityManager,
  id: string,
  change: { text: string; state: 'pending' | 'approved'; flagged: readonly string[] },
): Promise<void> {
  await tx.query(
    `UPDATE inquiry SET text = $2, state = $3, flagged = $4, original_text = NULL, edited = false,
       is_next = is_next AND $3 = 'approved', rev = rev + 1 WHERE id = $1`,
    [id, change.text, change.state, change.flagged],
  );
}

export async function withdrawInquiry(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`UPDATE inquiry SET state = 'withdrawn', is_next = false, rev = rev + 1 WHERE id = $1`, [
    id,
  ]);
}

/**
 * Takes a question off the projector before the room may not see it any more. Whoever projects holds the session: they
 * are waited for, and what they have put on by then goes, too.
 */
export async function clearProjectionOf(
  tx: EntityManager,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<void> {
  await tx.query('SELECT FROM qna_session WHERE id = $1 FOR NO KEY UPDATE', [sessionId]);
  await tx.query('UPDATE qna_session SET projected_id = NULL WHERE id = $1 AND projected_id = $2', [
    sessionId,
    id,
  ]);
}
