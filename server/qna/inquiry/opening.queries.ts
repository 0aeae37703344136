import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { openingId } from '../../../shared/qna/opening.schema.js';
import { inquiryId, qnaSessionId } from '../../../shared/qna/session.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';

const holder = z.object({ memberId, name: z.string(), publicKey: z.string() });
const holders = z.tuple([holder, holder]);

const openingRow = z
  .object({
    id: openingId,
    session_id: qnaSessionId,
    session_title: z.string(),
    inquiry_id: inquiryId,
    text: z.string(),
    reason: z.string(),
    requested_by: z.string(),
    requested_at: z.date(),
    stage: z.enum(['outer', 'inner', 'opened']),
    holders,
    sealed: z.string(),
    seal_hash: z.string(),
    inner_box: z.string().nullable(),
    first_box: z.string().nullable(),
    second_box: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    sessionId: row.session_id,
    sessionTitle: row.session_title,
    inquiryId: row.inquiry_id,
    text: row.text,
    reason: row.reason,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    stage: row.stage,
    holders: row.holders,
    sealed: row.sealed,
    sealHash: row.seal_hash,
    innerBox: row.inner_box,
    results: [row.first_box, row.second_box] as const,
  }));
export type OpeningRow = z.infer<typeof openingRow>;

/** SQL for the two holders of a session's keys, the outer box's first. */
const holdersOf = (
  session: string,
) => `(SELECT jsonb_agg(jsonb_build_object('memberId', member_id, 'name', full_name,
  'publicKey', public_key) ORDER BY place)
  FROM qna_session_key JOIN member ON member.id = member_id WHERE session_id = ${session})`;

const SELECT = `SELECT qna_opening.id, qna_opening.session_id, title AS session_title, inquiry_id, inquiry.text, reason,
  requester.full_name AS requested_by, requested_at, stage, ${holdersOf('qna_opening.session_id')} AS holders,
  inquiry.sealed, inquiry.seal_hash, inner_box, first_box, second_box
  FROM qna_opening JOIN inquiry ON inquiry.id = inquiry_id JOIN qna_session ON qna_session.id = qna_opening.session_id
  JOIN member AS requester ON requester.id = requested_by`;

export function readOpening(sql: Sql, id: string): Promise<OpeningRow | null> {
  return rowOf(sql, openingRow, `${SELECT} WHERE qna_opening.id = $1`, [id]);
}

const MAX_OPENINGS = 100;

/** Openings of the sessions somebody holds a key of: what is not open yet first, then the latest. */
export function readOpeningsOf(sql: Sql, holderId: string): Promise<OpeningRow[]> {
  return rowsOf(
    sql,
    openingRow,
    `${SELECT} WHERE qna_opening.session_id IN (SELECT session_id FROM qna_session_key WHERE member_id = $1)
     ORDER BY stage = 'opened', requested_at DESC, qna_opening.id DESC LIMIT ${MAX_OPENINGS}`,
    [holderId],
  );
}

const subjectRow = z
  .object({ session_id: qnaSessionId, is_sealed: z.boolean(), holders: holders.nullable() })
  .transform((row) => ({ sessionId: row.session_id, sealed: row.is_sealed, holders: row.holders }));

/** A question whose author somebody wants to know; `holders` is null where the session has no keys. */
export function readSubject(sql: Sql, id: string): Promise<z.infer<typeof subjectRow> | null> {
  return rowOf(
    sql,
    subjectRow,
    `SELECT session_id, sealed IS NOT NULL AS is_sealed, ${holdersOf('inquiry.session_id')} AS holders
     FROM inquiry WHERE id = $1`,
    [id],
  );
}

const idRow = z.object({ id: openingId });
type NewOpening = { id: string; inquiryId: string; sessionId: string; requestedBy: string; reason: string };

/** False when the question is being opened, or is open, already. */
export async function insertOpening(tx: EntityManager, opening: NewOpening): Promise<boolean> {
  const row = await rowOf(
    tx,
    idRow,
    `INSERT INTO qna_opening (id, inquiry_id, session_id, requested_by, reason, requested_at, stage)
     VALUES ($1, $2, $3, $4, $5, app_now(), 'outer') ON CONFLICT (inquiry_id) DO NOTHING RETURNING id`,
    [opening.id, opening.inquiryId, opening.sessionId, opening.requestedBy, opening.reason],
  );
  return row !== null;
}

export async function readOpeningIdOf(sql: Sql, ofInquiry: string): Promise<string | null> {
  const row = await rowOf(sql, idRow, 'SELECT id FROM qna_opening WHERE inquiry_id = $1', [ofInquiry]);
  return row?.id ?? null;
}

/** False when somebody took this step already. */
export async function passInnerBox(
  tx: EntityManager,
  { id, by, innerBox }: { id: string; by: string; innerBox: string },
): Promise<boolean> {
  const row = await rowOf(
    tx,
    idRow,
    `WITH passed AS (
       UPDATE qna_opening SET stage = 'inner', outer_by = $2, outer_at = app_now(), inner_box = $3
       WHERE id = $1 AND stage = 'outer' RETURNING id
     ) SELECT id FROM passed`,
    [id, by, innerBox],
  );
  return row !== null;
}

/** False when somebody took this step already. */
export async function finishOpening(
  tx: EntityManager,
  { id, by, results }: { id: string; by: string; results: readonly [string, string] },
): Promise<boolean> {
  const row = await rowOf(
    tx,
    idRow,
    `WITH finished AS (
       UPDATE qna_opening SET stage = 'opened', inner_by = $2, opened_at = app_now(), inner_box = NULL,
         first_box = $3, second_box = $4
       WHERE id = $1 AND stage = 'inner' AND outer_by <> $2 RETURNING id
     ) SELECT id FROM finished`,
    [id, by, ...results],
  );
  return row !== null;
}

const noticeRow = z
  .object({ inquiry_id: inquiryId, reason: z.string(), requested_at: z.date(), opened: z.boolean() })
  .transform((row): [string, OpeningNotice] => [
    row.inquiry_id,
    { reason: row.reason, at: row.requested_at, opened: row.opened },
  ]);
type OpeningNotice = { reason: string; at: Date; opened: boolean };

/** What the authors of these questions are told of openings, by question. */
export async function readOpeningNotices(
  sql: Sql,
  inquiryIds: readonly string[],
): Promise<ReadonlyMap<string, OpeningNotice>> {
  const rows = await rowsOf(
    sql,
    noticeRow,
    `SELECT inquiry_id, reason, requested_at, stage = 'opened' AS opened FROM qna_opening
     WHERE inquiry_id = ANY($1::uuid[])`,
    [inquiryIds],
  );
  return new Map(rows);
}
