import { z } from 'zod';
import { inquiryStep } from '../../../shared/qna/inquiry.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const stepRow = z
  .object({ inquiry_id: inquiryId, kind: inquiryStep.shape.kind, at: z.date() })
  .transform((row) => ({ inquiryId: row.inquiry_id, kind: row.kind, at: row.at.toISOString() }));

/** The steps of questions in order, the latest two hundred of each. */
export function readSteps(sql: Sql, ids: readonly string[]): Promise<z.infer<typeof stepRow>[]> {
  return rowsOf(
    sql,
    stepRow,
    `SELECT wanted.id AS inquiry_id, kind, at FROM unnest($1::uuid[]) AS wanted (id), LATERAL (
       SELECT inquiry_step.id, kind, at FROM inquiry_step WHERE inquiry_id = wanted.id ORDER BY inquiry_step.id DESC LIMIT 200
     ) AS step ORDER BY step.id`,
    [ids],
  );
}

const byKeyRow = z
  .object({ id: inquiryId, key_hash: z.instanceof(Buffer) })
  .transform((row) => ({ id: row.id, keyHash: row.key_hash.toString('base64url') }));

/** The questions of a session whose keys somebody shows. */
export function findByKeys(
  sql: Sql,
  sessionId: string,
  keyHashes: readonly Buffer[],
): Promise<z.infer<typeof byKeyRow>[]> {
  return rowsOf(
    sql,
    byKeyRow,
    'SELECT id, key_hash FROM inquiry WHERE session_id = $1 AND key_hash = ANY($2::bytea[])',
    [sessionId, keyHashes],
  );
}

/** What somebody asked by name, newest first, at most a hundred. */
export async function findByAuthor(sql: Sql, sessionId: string, authorId: string): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: inquiryId }),
    'SELECT id FROM inquiry WHERE session_id = $1 AND author_id = $2 ORDER BY number DESC LIMIT 100',
    [sessionId, authorId],
  );
  return rows.map((row) => row.id);
}

const askedRow = z
  .object({ count: z.number(), latest: z.date().nullable() })
  .transform((row) => ({ count: row.count, latestAt: row.latest }));

/** How many questions somebody asked by name, withdrawn ones too, and when last. */
export async function readAsked(
  sql: Sql,
  sessionId: string,
  authorId: string,
): Promise<{ count: number; latestAt: Date | null }> {
  const row = await rowOf(
    sql,
    askedRow,
    'SELECT count(*)::int AS count, max(asked_at) AS latest FROM inquiry WHERE session_id = $1 AND author_id = $2',
    [sessionId, authorId],
  );
  return row ?? { count: 0, latestAt: null };
}
