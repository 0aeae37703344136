import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowOf } from '../../platform/database/sql.js';
import type { Room } from './room.rules.js';

const roomRow = z
  .object({
    accepting: z.boolean(),
    voting: z.boolean(),
    projected_id: inquiryId.nullable(),
    blackout: z.boolean(),
    projector_dark: z.boolean(),
  })
  .transform((row): Room => ({
    accepting: row.accepting,
    voting: row.voting,
    projectedId: row.projected_id,
    blackout: row.blackout,
    dark: row.projector_dark,
  }));

/** Changed by moves alone, but for what its author withdraws. Null where there is no such session. */
export function readRoom(tx: EntityManager, sessionId: string): Promise<Room | null> {
  return rowOf(
    tx,
    roomRow,
    'SELECT accepting, voting, projected_id, blackout, projector_dark FROM qna_session WHERE id = $1',
    [sessionId],
  );
}

export async function updateRoom(tx: EntityManager, sessionId: string, room: Room): Promise<void> {
  await tx.query(
    `UPDATE qna_session SET accepting = $2, voting = $3, projected_id = $4, blackout = $5, projector_dark = $6
     WHERE id = $1`,
    [sessionId, room.accepting, room.voting, room.projectedId, room.blackout, room.dark],
  );
}

const projectedRow = z.object({ projected_id: inquiryId.nullable() });

/**
 * The projector never goes on showing what the room may not see; of what was merged it shows what is left, as long as
 * that may be seen. What it shows instead; nothing where it may stay.
 */
export async function moveProjectionOn(
  tx: EntityManager,
  sessionId: string,
): Promise<{ projectedId?: Room['projectedId'] }> {
  const row = await rowOf(
    tx,
    projectedRow,
    `WITH moved AS (
       UPDATE qna_session SET projected_id = (
         SELECT id FROM inquiry AS root
         WHERE root.id = inquiry.root_id AND root.state IN ('approved', 'answering', 'answered'))
       FROM inquiry
       WHERE qna_session.id = $1 AND inquiry.id = projected_id AND state NOT IN ('approved', 'answering', 'answered')
       RETURNING projected_id)
     SELECT projected_id FROM moved`,
    [sessionId],
  );
  return row ? { projectedId: row.projected_id } : {};
}
