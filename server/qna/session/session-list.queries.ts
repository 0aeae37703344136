import { z } from 'zod';
import { anonymityLevel, deskRole, qnaSessionId } from '../../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const listedRow = z
  .object({
    id: qnaSessionId,
    code: z.string(),
    title: z.string(),
    starts_at: z.date(),
    ends_at: z.date().nullable(),
    ended_at: z.date().nullable(),
    level: anonymityLevel,
    created_by: z.uuid(),
    asked: z.number(),
    answered: z.number(),
    role: deskRole.nullable(),
    place: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    level: row.level,
    createdBy: row.created_by,
    asked: row.asked,
    answered: row.answered,
    role: row.role,
    place: row.place,
  }));
export type ListedSession = z.infer<typeof listedRow>;

/** `all`: everything, for administrators of the whole; `ownOnly`: made by the member or with a place at its desk. */
export type SessionSelection = {
  memberId: string;
  ownOnly: boolean;
  after: { startsAt: string; id: string } | null;
  limit: number;
};

/** Latest start first. Sessions of rooms and clubs are shown there, not here. Who was removed does not see it. */
export function listSessions(
  sql: Sql,
  { memberId, ownOnly, after, limit }: SessionSelection,
): Promise<ListedSession[]> {
  return rowsOf(
    sql,
    listedRow,
    `SELECT qna_session.*, role,
       (SELECT count(*)::int FROM inquiry WHERE session_id = qna_session.id AND state <> 'withdrawn') AS asked,
       (SELECT count(*)::int FROM inquiry WHERE session_id = qna_session.id AND state = 'answered') AS answered,
       to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place
     FROM qna_session LEFT JOIN qna_team ON qna_team.session_id = id AND qna_team.member_id = $1
     WHERE place_kind IS NULL AND (NOT $2 OR role IS NOT NULL OR created_by = $1)
       AND NOT EXISTS (SELECT 1 FROM qna_removal WHERE session_id = id AND participant_id = $1)
       AND ($3::timestamptz IS NULL OR (starts_at, id) < ($3, $4::uuid))
     ORDER BY starts_at DESC, id DESC LIMIT $5`,
    [memberId, ownOnly, after?.startsAt ?? null, after?.id ?? null, limit],
  );
}
