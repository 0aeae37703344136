import { z } from 'zod';
import { unitId } from '../../../shared/kernel/ids.js';
import { rowOf, type Sql } from '../../platform/database/sql.js';

const headRow = z
  .object({ ordinal: z.number(), unit_id: unitId, entry_counter: z.number() })
  .transform((row) => ({ ordinal: row.ordinal, unitId: row.unit_id, entries: row.entry_counter }));
export type RoundHead = z.infer<typeof headRow>;

/** Of a round: its number, the unit of who made its contest, and how many have entered. */
export async function readRoundHead(sql: Sql, roundId: string): Promise<RoundHead | null> {
  return rowOf(
    sql,
    headRow,
    `SELECT ordinal, unit_id, entry_counter FROM round JOIN contest ON contest.id = contest_id
     JOIN member ON member.id = contest.created_by WHERE round.id = $1`,
    [roundId],
  );
}
