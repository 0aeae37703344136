import { z } from 'zod';
import { anonymityLevel, deskRole, qnaSessionId } from '../../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

/** Where a session stands in a list: its group, then its place in there. */
export const listPlace = z.object({ group: z.int32(), place: z.number(), id: qnaSessionId });
export type ListPlace = z.infer<typeof listPlace>;

const listedRow = z
  .object({
    id: qnaSessionId,
    code: z.string(),
    title: z.string(),
    starts_at: z.date(),
    ends_at: z.date().nullable(),
    ended_at: z.date().nullable(),
    draft: z.boolean(),
    level: anonymityLevel,
    created_by: z.uuid(),
    asked: z.number(),
    answered: z.number(),
    role: deskRole.nullable(),
    list_group: z.number(),
    list_place: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    draft: row.draft,
    level: row.level,
    createdBy: row.created_by,
    asked: row.asked,
    answered: row.answered,
    role: row.role,
    place: { group: row.list_group, place: row.list_place, id: row.id } satisfies ListPlace,
  }));
export type ListedSession = z.infer<typeof listedRow>;

/** `ownOnly`: made by the member or with a place at its desk. `now`: of the first page, so that all are of one moment. */
export type SessionSelection = {
  memberId: string;
  ownOnly: boolean;
  now: Date;
  after: ListPlace | null;
  limit: number;
};

/**
 * What goes on, the latest begun first; what comes, the next first; drafts of one's own, then what has ended, each the
 * latest first. Sessions of rooms and clubs are shown there, not here. Who was removed does not see it.
 */
export function listSessions(
  sql: Sql,
  { memberId, ownOnly, now, after, limit }: SessionSelection,
): Promise<ListedSession[]> {
  return rowsOf(
    sql,
    listedRow,
    `SELECT listed.*,
       (SELECT count(*)::int FROM inquiry WHERE session_id = listed.id AND state <> 'withdrawn') AS asked,
       (SELECT count(*)::int FROM inquiry WHERE session_id = listed.id AND state = 'answered') AS answered
     FROM (
       SELECT grouped.*,
         (CASE list_group WHEN 1 THEN 1 ELSE -1 END * extract(epoch FROM starts_at))::float8 AS list_place
       FROM (
         SELECT qna_session.*, role,
           CASE WHEN draft THEN 2 WHEN ended_at IS NOT NULL THEN 3 WHEN starts_at > $3 THEN 1 ELSE 0 END AS list_group
         FROM qna_session LEFT JOIN qna_team ON qna_team.session_id = id AND qna_team.member_id = $1
         WHERE place_kind IS NULL AND (NOT (draft OR $2) OR role IS NOT NULL OR created_by = $1)
           AND NOT EXISTS (SELECT 1 FROM qna_removal WHERE session_id = id AND participant_id = $1)
       ) AS grouped
     ) AS listed
     WHERE $4::int IS NULL OR (list_group, list_place, id) > ($4, $5::float8, $6::uuid)
     ORDER BY list_group, list_place, id LIMIT $7`,
    [memberId, ownOnly, now, after?.group ?? null, after?.place ?? null, after?.id ?? null, limit],
  );
}
