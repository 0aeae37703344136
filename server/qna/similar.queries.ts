import { z } from 'zod';
import { inquiryId } from '../../shared/qna/session.schema.js';
import { rowsOf, type Sql } from '../platform/database/sql.js';

const similarRow = z.object({ id: inquiryId, similarity: z.number() });

/** Open questions of a session by trigram similarity (0 to 1) without accents and case, closest first. */
export function findSimilar(
  sql: Sql,
  { sessionId, text, from, limit }: { sessionId: string; text: string; from: number; limit: number },
): Promise<z.infer<typeof similarRow>[]> {
  return rowsOf(
    sql,
    similarRow,
    `SELECT id, similarity(folded, f_vi($2))::float8 AS similarity FROM inquiry
     WHERE session_id = $1 AND state IN ('approved', 'answering', 'answered')
       AND folded % f_vi($2) AND similarity(folded, f_vi($2)) >= $3
     ORDER BY 2 DESC, id LIMIT $4`,
    [sessionId, text, from, limit],
  );
}
