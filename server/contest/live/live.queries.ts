import { z } from 'zod';
import { roundId, type RoundId } from '../../../shared/contest/contest.schema.js';
import { rowsOf, type Sql } from '../../platform/database/sql.js';

/** Published rounds that opened or closed after `after`, up to and including `until`. */
export async function readPhaseChanges(
  sql: Sql,
  { after, until }: { after: Date; until: Date },
): Promise<RoundId[]> {
  const rows = await rowsOf(
    sql,
    z.object({ id: roundId }),
    `SELECT round.id FROM round JOIN contest ON contest.id = contest_id
     WHERE frozen_at IS NOT NULL AND state = 'published'
       AND ((opens_at > $1 AND opens_at <= $2) OR (closes_at > $1 AND closes_at <= $2))`,
    [after, until],
  );
  return rows.map(({ id }) => id);
}
