import { z } from 'zod';
import { declineReason, inquiryState } from '../../../shared/qna/inquiry.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const factRow = z
  .object({
    state: inquiryState,
    answer_how: z.enum(['on_air', 'in_writing']).nullable(),
    decline_reason: declineReason.nullable(),
    vote_count: z.number(),
    asked_at: z.date(),
    answered_at: z.date().nullable(),
    answer_seconds: z.number().nullable(),
  })
  .transform((row) => ({
    state: row.state,
    answerHow: row.answer_how,
    declineReason: row.decline_reason,
    votes: row.vote_count,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    answerSeconds: row.answer_seconds,
  }));

/** What the statistics of a session are counted from. */
export function readLedgerFacts(sql: Sql, sessionId: string): Promise<z.infer<typeof factRow>[]> {
  return rowsOf(
    sql,
    factRow,
    `SELECT state, answer_how, decline_reason, vote_count, asked_at, answered_at, answer_seconds
     FROM inquiry WHERE session_id = $1`,
    [sessionId],
  );
}

const revisionRow = z.object({ id: z.uuid(), revision: z.string() });

/** Of each session, in the order given, what changes with every question and vote that its ledger shows. */
export async function readLedgerRevisions(sql: Sql, sessionIds: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(
    sql,
    revisionRow,
    `SELECT id, (SELECT coalesce(md5(string_agg(concat_ws(' ', inquiry.id, rev, state, vote_count), ',' ORDER BY inquiry.id)), '')
         FROM inquiry WHERE session_id = session.id) AS revision
     FROM qna_session AS session WHERE id = ANY($1::uuid[])`,
    [sessionIds],
  );
  const byId = new Map(rows.map(({ id, revision }) => [id, revision]));
  return sessionIds.map((id) => byId.get(id) ?? '');
}

const placeRow = z
  .object({ id: inquiryId, root_state: inquiryState, place: z.number() })
  .transform((row) => ({ id: row.id, rootState: row.root_state, place: row.place }));
export type LedgerPlace = z.infer<typeof placeRow>;

/**
 * By the time they were asked, as far as it is told: within the five minutes of an anonymous question, chance decides,
 * for its place among the others would tell its time. A place is in microseconds. `limit` null for all.
 */
export function readLedgerPlaces(
  sql: Sql,
  sessionId: string,
  { after, limit }: { after: { place: number; id: string } | null; limit: number | null },
): Promise<LedgerPlace[]> {
  return rowsOf(
    sql,
    placeRow,
    `SELECT id, root_state, place FROM (
       SELECT inquiry.id, root.state AS root_state, (extract(epoch FROM inquiry.asked_at) * 1000000)::bigint AS place
       FROM inquiry JOIN inquiry AS root ON root.id = inquiry.root_id WHERE inquiry.session_id = $1) AS placed
     WHERE $2::bigint IS NULL OR (place, id) > ($2, $3::uuid) ORDER BY place, id LIMIT $4`,
    [sessionId, after?.place ?? null, after?.id ?? null, limit],
  );
}
