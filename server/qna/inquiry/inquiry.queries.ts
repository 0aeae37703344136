import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { declineReason, inquiryState, type InquiryStep } from '../../../shared/qna/inquiry.schema.js';
import {
  inquiryId,
  participantId,
  qnaSessionId,
  type InquiryId,
} from '../../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const inquiryRow = z
  .object({
    id: inquiryId,
    session_id: qnaSessionId,
    number: z.number(),
    receipt: z.number(),
    text: z.string(),
    original_text: z.string().nullable(),
    anonymous: z.boolean(),
    author_id: participantId.nullable(),
    author_kind: z.enum(['member', 'guest']).nullable(),
    author_name: z.string().nullable(),
    author_unit: z.string().nullable(),
    is_sealed: z.boolean(),
    asked_at: z.date(),
    state: inquiryState,
    rev: z.number(),
    merged_into: inquiryId.nullable(),
    root_id: inquiryId,
    merged_count: z.number(),
    vote_count: z.number(),
    views: z.number(),
    labels: z.array(z.string()),
    flagged: z.array(z.string()),
    edited: z.boolean(),
    note: z.string(),
    answerer: z.string(),
    is_next: z.boolean(),
    answering_since: z.date().nullable(),
    answer_how: z.enum(['on_air', 'in_writing']).nullable(),
    answer_text: z.string(),
    answered_by: z.string(),
    answered_at: z.date().nullable(),
    answer_seconds: z.number().nullable(),
    decline_reason: declineReason.nullable(),
    decline_note: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    sessionId: row.session_id,
    /** Order of asking, which nobody is told. */
    number: row.number,
    receipt: row.receipt,
    text: row.text,
    originalText: row.original_text,
    anonymous: row.anonymous,
    authorId: row.author_id,
    authorKind: row.author_kind,
    authorName: row.author_name,
    authorUnit: row.author_unit,
    sealed: row.is_sealed,
    askedAt: row.asked_at,
    state: row.state,
    rev: row.rev,
    mergedInto: row.merged_into,
    rootId: row.root_id,
    mergedCount: row.merged_count,
    votes: row.vote_count,
    views: row.views,
    labels: row.labels,
    flagged: row.flagged,
    edited: row.edited,
    note: row.note,
    answerer: row.answerer,
    isNext: row.is_next,
    answeringSince: row.answering_since,
    answerHow: row.answer_how,
    answerText: row.answer_text,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    answerSeconds: row.answer_seconds,
    declineReason: row.decline_reason,
    declineNote: row.decline_note,
  }));
export type InquiryRow = z.infer<typeof inquiryRow>;

/** Everything but the sealed author and the hash of the author's key, which nobody but their own code needs. */
const SELECT = `SELECT inquiry.id, session_id, number, receipt, text, original_text, anonymous, author_id, author_kind, author_name,
  author_unit, sealed IS NOT NULL AS is_sealed, asked_at, state, rev, merged_into, root_id, vote_count, views, labels,
  flagged, edited, note, answerer, is_next, answering_since, answer_how, answer_text, answered_by, answered_at,
  answer_seconds, decline_reason, decline_note,
  (SELECT count(*)::int FROM inquiry AS child WHERE child.root_id = inquiry.id AND child.root_id <> child.id) AS merged_count
  FROM inquiry`;

/** In no particular order; ids that do not exist are left out. */
export function readInquiries(sql: Sql, ids: readonly string[]): Promise<InquiryRow[]> {
  return rowsOf(sql, inquiryRow, `${SELECT} WHERE id = ANY($1::uuid[])`, [ids]);
}

/** Holds them, in the order of their ids, until the transaction ends: whoever comes second sees what the first did. */
export function lockInquiries(tx: EntityManager, ids: readonly string[]): Promise<InquiryRow[]> {
  return rowsOf(
    tx,
    inquiryRow,
    `${SELECT} WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE OF inquiry`,
    [ids],
  );
}

/** The whole board in order of asking. */
export function readBoard(
  sql: Sql,
  sessionId: string,
  { after, limit }: { after: number | null; limit: number },
): Promise<InquiryRow[]> {
  return rowsOf(
    sql,
    inquiryRow,
    `${SELECT} WHERE session_id = $1 AND number > coalesce($2, 0) ORDER BY number LIMIT $3`,
    [sessionId, after, limit],
  );
}

const sessionOfRow = z.object({ session_id: qnaSessionId, root_id: inquiryId });

export async function readSessionOf(sql: Sql, id: string): Promise<string | null> {
  const [row] = await rowsOf(sql, sessionOfRow, 'SELECT session_id, root_id FROM inquiry WHERE id = $1', [
    id,
  ]);
  return row?.session_id ?? null;
}

/** What was merged into these, straight or through others. */
export async function readMergedIds(sql: Sql, rootIds: readonly string[]): Promise<InquiryId[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: inquiryId }),
    'SELECT id FROM inquiry WHERE root_id = ANY($1::uuid[]) AND root_id <> id',
    [rootIds],
  );
  return rows.map((row) => row.id);
}

const rankRow = z
  .object({ id: inquiryId, votes: z.number(), views: z.number(), asked_at_ms: z.number() })
  .transform((row) => ({ id: row.id, votes: row.votes, views: row.views, askedAtMs: row.asked_at_ms }));

/** What the orders of the room's lists go by. */
export function readRankKeys(
  sql: Sql,
  sessionId: string,
  show: 'open' | 'answered',
): Promise<z.infer<typeof rankRow>[]> {
  return rowsOf(
    sql,
    rankRow,
    `SELECT id, vote_count AS votes, views, (extract(epoch FROM asked_at) * 1000)::float8 AS asked_at_ms
     FROM inquiry WHERE session_id = $1 AND state = ANY($2)`,
    [sessionId, show === 'answered' ? ['answered'] : ['approved', 'answering']],
  );
}

/** Which of the questions, or of those merged into them, somebody supports. */
export async function readVoted(
  sql: Sql,
  voterId: string,
  rootIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    sql,
    z.object({ root_id: inquiryId }),
    `SELECT DISTINCT root_id FROM inquiry JOIN inquiry_vote ON inquiry_id = id
     WHERE voter_id = $1 AND root_id = ANY($2::uuid[])`,
    [voterId, rootIds],
  );
  return new Set(rows.map((row) => row.root_id));
}

export type StepKind = InquiryStep['kind'];

/** Tells authors: one step for each question. */
export async function addSteps(
  tx: Sql,
  steps: readonly { inquiryId: string; kind: StepKind; at: Date }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO inquiry_step (inquiry_id, kind, at) SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[])`,
    [steps.map((step) => step.inquiryId), steps.map((step) => step.kind), steps.map((step) => step.at)],
  );
}
