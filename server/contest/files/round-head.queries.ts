import { z } from 'zod';
import { rowOf, type Sql } from '../../platform/database/sql.js';

const headRow = z
  .object({ ordinal: z.number(), entry_counter: z.number() })
  .transform((row) => ({ ordinal: row.ordinal, entries: row.entry_counter }));
export type RoundHead = z.infer<typeof headRow>;

/** Of a round: its number, and how many have entered. */
export async function readRoundHead(sql: Sql, roundId: string): Promise<RoundHead | null> {
  return rowOf(sql, headRow, 'SELECT ordinal, entry_counter FROM round WHERE id = $1', [roundId]);
}
