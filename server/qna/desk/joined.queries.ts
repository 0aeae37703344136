import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { inquiryId, type InquiryId } from '../../../shared/qna/session.schema.js';
import { rowsOf } from '../../platform/database/sql.js';

/** Takes back what an author was told last of others having been merged into their question. */
export async function dropLastJoined(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `DELETE FROM inquiry_step WHERE id = (
       SELECT max(id) FROM inquiry_step WHERE inquiry_id = $1 AND kind = 'joined')`,
    [id],
  );
}

/** Of these questions, tells no author of more merges than there are questions merged into theirs. */
export async function dropVainJoined(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `DELETE FROM inquiry_step USING (
       SELECT id, inquiry_id, row_number() OVER (PARTITION BY inquiry_id ORDER BY id) AS nth
       FROM inquiry_step WHERE inquiry_id = ANY($1::uuid[]) AND kind = 'joined') AS told
     WHERE inquiry_step.id = told.id
       AND nth > (SELECT count(*) FROM inquiry WHERE merged_into = told.inquiry_id)`,
    [ids],
  );
}

/** Those of these questions that others are merged into without a word of it to their authors. */
export async function readUntoldJoined(tx: EntityManager, ids: readonly string[]): Promise<InquiryId[]> {
  const rows = await rowsOf(
    tx,
    z.object({ id: inquiryId }),
    `SELECT id FROM inquiry WHERE id = ANY($1::uuid[])
       AND EXISTS (SELECT FROM inquiry AS child WHERE child.merged_into = inquiry.id)
       AND NOT EXISTS (SELECT FROM inquiry_step WHERE inquiry_id = inquiry.id AND kind = 'joined')`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
