import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { deskRole, participantId, type DeskRole } from '../../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const teamRow = z
  .object({ member_id: memberId, role: deskRole })
  .transform((row) => ({ memberId: row.member_id, role: row.role }));

export function readTeam(sql: Sql, sessionId: string): Promise<z.infer<typeof teamRow>[]> {
  return rowsOf(
    sql,
    teamRow,
    'SELECT member_id, role FROM qna_team WHERE session_id = $1 ORDER BY added_at',
    [sessionId],
  );
}

export async function putTeamMember(
  tx: EntityManager,
  { sessionId, memberId: id, role, at }: { sessionId: string; memberId: string; role: DeskRole; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO qna_team (session_id, member_id, role, added_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (session_id, member_id) DO UPDATE SET role = excluded.role`,
    [sessionId, id, role, at],
  );
}

export async function deleteTeamMember(tx: EntityManager, sessionId: string, id: string): Promise<void> {
  await tx.query('DELETE FROM qna_team WHERE session_id = $1 AND member_id = $2', [sessionId, id]);
}

const removedRow = z
  .object({ participant_id: participantId, name: z.string(), removed_at: z.date() })
  .transform((row) => ({ id: row.participant_id, name: row.name, at: row.removed_at }));

export function readRemoved(sql: Sql, sessionId: string): Promise<z.infer<typeof removedRow>[]> {
  return rowsOf(
    sql,
    removedRow,
    'SELECT participant_id, name, removed_at FROM qna_removal WHERE session_id = $1 ORDER BY removed_at DESC LIMIT 500',
    [sessionId],
  );
}

export async function insertRemoval(
  tx: EntityManager,
  removal: { sessionId: string; participantId: string; name: string; by: string; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO qna_removal (session_id, participant_id, name, removed_by, removed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (session_id, participant_id) DO NOTHING`,
    [removal.sessionId, removal.participantId, removal.name, removal.by, removal.at],
  );
}

export async function deleteRemoval(tx: EntityManager, sessionId: string, id: string): Promise<void> {
  await tx.query('DELETE FROM qna_removal WHERE session_id = $1 AND participant_id = $2', [sessionId, id]);
}

/** The name under which somebody asked in the session; null when nobody by that id did, or only anonymously. */
export async function readAskerName(sql: Sql, sessionId: string, id: string): Promise<string | null> {
  const [row] = await rowsOf(
    sql,
    z.object({ author_name: z.string() }),
    'SELECT author_name FROM inquiry WHERE session_id = $1 AND author_id = $2 LIMIT 1',
    [sessionId, id],
  );
  return row?.author_name ?? null;
}
