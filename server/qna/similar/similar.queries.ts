import { z } from 'zod';
import { inquiryState } from '../../../shared/qna/inquiry.schema.js';
import { inquiryId } from '../../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

const textRow = z.object({ id: inquiryId, folded: z.string(), state: inquiryState });
export type TextRow = z.infer<typeof textRow>;

/** Texts without accents and case of all questions of a session, or of some of them. */
export function readTexts(sql: Sql, sessionId: string, ids: readonly string[] | null): Promise<TextRow[]> {
  return rowsOf(
    sql,
    textRow,
    `SELECT id, folded, state FROM inquiry WHERE session_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2))`,
    [sessionId, ids],
  );
}
