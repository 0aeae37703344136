import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

/** Whether anything was ever asked in a session, or somebody was let in or sent out of it. */
export async function isUsed(sql: Sql, sessionId: string): Promise<boolean> {
  const row = await rowOf(
    sql,
    z.object({ used: z.boolean() }),
    `SELECT EXISTS (SELECT FROM inquiry WHERE session_id = $1)
       OR EXISTS (SELECT FROM qna_removal WHERE session_id = $1) AS used`,
    [sessionId],
  );
  return row?.used ?? false;
}

/** Takes out of a session all that was asked and done in it, and answers the questions that are gone. */
export async function clearSession(tx: EntityManager, sessionId: string): Promise<string[]> {
  const gone = await rowsOf(tx, z.object({ id: inquiryId }), 'SELECT id FROM inquiry WHERE session_id = $1', [
    sessionId,
  ]);
  const ids = gone.map(({ id }) => id);
  await tx.query(
    `UPDATE qna_session SET projected_id = NULL, blackout = false, accepting = true, voting = true, more_seconds = 0,
       more_since = NULL, last_number = 0, last_named = 0 WHERE id = $1`,
    [sessionId],
  );
  await tx.query('DELETE FROM qna_opening WHERE session_id = $1', [sessionId]);
  await tx.query('DELETE FROM inquiry_apart WHERE one = ANY($1::uuid[]) OR other = ANY($1::uuid[])', [ids]);
  await tx.query('DELETE FROM qna_move WHERE session_id = $1', [sessionId]);
  await tx.query('DELETE FROM inquiry_step WHERE inquiry_id = ANY($1::uuid[])', [ids]);
  await tx.query('DELETE FROM inquiry_vote WHERE inquiry_id = ANY($1::uuid[])', [ids]);
  await tx.query('DELETE FROM inquiry WHERE session_id = $1', [sessionId]);
  return ids;
}

/** A planned end that does not come after the start is none. */
export async function publishSession(tx: EntityManager, id: string, startsAt: Date): Promise<void> {
  await tx.query(
    `UPDATE qna_session SET draft = false, starts_at = $2, revision = revision + 1,
       ends_at = CASE WHEN ends_at > $2 THEN ends_at END WHERE id = $1`,
    [id, startsAt],
  );
}

export async function deleteSession(tx: EntityManager, id: string): Promise<void> {
  await tx.query('DELETE FROM qna_removal WHERE session_id = $1', [id]);
  await tx.query('DELETE FROM qna_team WHERE session_id = $1', [id]);
  await tx.query('DELETE FROM qna_session_key WHERE session_id = $1', [id]);
  await tx.query('DELETE FROM qna_session WHERE id = $1', [id]);
}

/** Gives the copy the team of the session it was copied from; whoever made the copy has it anyway. */
export async function copyTeam(
  tx: EntityManager,
  { from, to, at }: { from: string; to: string; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO qna_team (session_id, member_id, role, added_at)
     SELECT $2, member_id, role, $3 FROM qna_team WHERE session_id = $1`,
    [from, to, at],
  );
}
