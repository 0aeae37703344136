import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { moveId, type MoveId } from '../../../shared/qna/desk.schema.js';
import { inquiryId, type InquiryId } from '../../../shared/qna/session.schema.js';
import { rowOf, rowsOf, type Sql } from '../../platform/database/sql.js';
import { MOVABLE, someOfMovable, type SomeOfMovable } from '../inquiry/change.rules.js';
import { someOfRoom, turnedOn, type RoomChange } from './room.rules.js';

const column = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = MOVABLE.map(column);

/** Moves of one session come one after the other: what is on the floor, next and merged stands still meanwhile. */
export async function holdDesk(tx: EntityManager, sessionId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`qna_move ${sessionId}`]);
}

const idRow = z.object({ id: inquiryId });

/** The questions, who is on the floor and who is next, each with its family. Of another session nothing. */
export async function readTouchable(
  sql: Sql,
  sessionId: string,
  ids: readonly string[],
): Promise<InquiryId[]> {
  const rows = await rowsOf(
    sql,
    idRow,
    `SELECT id FROM inquiry WHERE session_id = $1 AND root_id IN (
       SELECT root_id FROM inquiry WHERE session_id = $1 AND (id = ANY($2::uuid[]) OR state = 'answering' OR is_next))`,
    [sessionId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Writes what changed and nothing else. The row is held already. */
export async function updateInquiry(tx: EntityManager, id: string, changed: SomeOfMovable): Promise<void> {
  const columns = Object.fromEntries(Object.entries(changed).map(([field, value]) => [column(field), value]));
  await tx.query(
    `UPDATE inquiry SET rev = rev + 1, (${COLUMNS.join(', ')}) = (
       SELECT ${COLUMNS.map((name) => `changed.${name}`).join(', ')}
       FROM jsonb_populate_record(inquiry, $2::jsonb) AS changed)
     WHERE id = $1`,
    [id, JSON.stringify(columns)],
  );
}

/** By question: its changed fields, `after` with the `rev` the move gave it. */
const kept = z.record(inquiryId, someOfMovable.extend({ rev: z.number().optional() }));
export type Kept = z.infer<typeof kept>;

export type NewMove = {
  id: MoveId;
  sessionId: string;
  actorId: string;
  kind: string;
  at: Date;
  /** What the move was about first, then what it touched besides. */
  inquiryIds: readonly InquiryId[];
  before: Kept;
  after: Kept;
  room: RoomChange;
};

export async function insertMove(tx: EntityManager, move: NewMove): Promise<void> {
  await tx.query(
    `INSERT INTO qna_move (id, session_id, actor_id, kind, at, inquiry_ids, before, after, room_before, room_after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      move.id,
      move.sessionId,
      move.actorId,
      move.kind,
      move.at,
      move.inquiryIds,
      JSON.stringify(move.before),
      JSON.stringify(move.after),
      JSON.stringify(move.room.before),
      JSON.stringify(move.room.after),
    ],
  );
}

const moveRow = z
  .object({
    id: moveId,
    session_id: z.uuid(),
    kind: z.string(),
    inquiry_ids: z.array(inquiryId),
    before: kept,
    after: kept,
    room_before: someOfRoom,
    room_after: someOfRoom,
    undone_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    sessionId: row.session_id,
    kind: row.kind,
    inquiryIds: row.inquiry_ids,
    before: row.before,
    after: row.after,
    room: { before: row.room_before, after: row.room_after },
    undone: row.undone_at !== null,
  }));
export type MoveRow = z.infer<typeof moveRow>;

export function readMove(sql: Sql, id: string): Promise<MoveRow | null> {
  return rowOf(
    sql,
    moveRow,
    `SELECT id, session_id, kind, inquiry_ids, before, after, room_before, room_after, undone_at
     FROM qna_move WHERE id = $1`,
    [id],
  );
}

export async function markUndone(
  tx: EntityManager,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await tx.query('UPDATE qna_move SET undone_at = $2, undone_by = $3 WHERE id = $1', [id, at, by]);
}

/** How many moves that gave a question a later `rev` were taken back. */
export async function countUndoneSince(
  sql: Sql,
  sessionId: string,
  { id, rev }: { id: string; rev: number },
): Promise<number> {
  const row = await rowOf(
    sql,
    z.object({ count: z.number() }),
    `SELECT count(*)::int AS count FROM qna_move
     WHERE session_id = $1 AND undone_at IS NOT NULL AND (after -> $2 ->> 'rev')::int > $3`,
    [sessionId, id, rev],
  );
  return row?.count ?? 0;
}

/** What of the room was set by moves after this one that stand. */
export async function readSetSince(sql: Sql, { id, sessionId }: MoveRow): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    sql,
    z.object({ field: z.string() }),
    `SELECT DISTINCT field FROM qna_move CROSS JOIN jsonb_object_keys(room_after) AS field
     WHERE session_id = $1 AND undone_at IS NULL AND (at, id) > (SELECT at, id FROM qna_move WHERE id = $2)`,
    [sessionId, id],
  );
  return new Set(rows.map(({ field }) => field));
}

/** Who moved a question last, or took a move of it back; empty when only its author changed it. */
export async function readLastMover(sql: Sql, sessionId: string, id: string): Promise<string> {
  const row = await rowOf(
    sql,
    z.object({ full_name: z.string() }),
    `SELECT full_name FROM qna_move JOIN member ON member.id = coalesce(undone_by, actor_id)
     WHERE session_id = $1 AND jsonb_exists(after, $2)
     ORDER BY coalesce(undone_at, at) DESC, qna_move.id DESC LIMIT 1`,
    [sessionId, id],
  );
  return row?.full_name ?? '';
}

/** What a merged question was when it was merged. */
export async function readFormerState(
  sql: Sql,
  sessionId: string,
  id: string,
): Promise<'pending' | 'approved'> {
  const row = await rowOf(
    sql,
    z.object({ state: z.enum(['pending', 'approved']) }),
    `SELECT before -> $2 ->> 'state' AS state FROM qna_move
     WHERE session_id = $1 AND undone_at IS NULL AND after -> $2 ->> 'state' = 'merged'
     ORDER BY at DESC, id DESC LIMIT 1`,
    [sessionId, id],
  );
  return row?.state ?? 'pending';
}

const listedRow = z
  .object({
    id: moveId,
    kind: z.string(),
    actor: z.string(),
    at: z.date(),
    inquiry_ids: z.array(inquiryId),
    room_after: someOfRoom,
    undone: z.boolean(),
  })
  .transform(({ inquiry_ids: inquiryIds, room_after: roomAfter, ...row }) => ({
    ...row,
    on: turnedOn(row.kind, roomAfter),
    inquiryIds,
  }));
export type ListedMove = z.infer<typeof listedRow>;

/** Newest first. */
export function listMoves(
  sql: Sql,
  sessionId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number },
): Promise<ListedMove[]> {
  return rowsOf(
    sql,
    listedRow,
    `SELECT qna_move.id, kind, full_name AS actor, at, inquiry_ids, room_after,
       undone_at IS NOT NULL AS undone
     FROM qna_move JOIN member ON member.id = actor_id
     WHERE session_id = $1 AND ($2::timestamptz IS NULL OR (at, qna_move.id) < ($2, $3::uuid))
     ORDER BY at DESC, qna_move.id DESC LIMIT $4`,
    [sessionId, after?.at ?? null, after?.id ?? null, limit],
  );
}
