import { z } from 'zod';
import { rowOf, type Sql } from '../../platform/database/sql.js';

/** The attempt of a member that counts in a round; null before the first is over. */
export async function readCountedAttempt(
  sql: Sql,
  roundId: string,
  memberId: string,
): Promise<string | null> {
  const row = await rowOf(
    sql,
    z.object({ attempt_id: z.uuid() }),
    'SELECT attempt_id FROM round_result WHERE round_id = $1 AND member_id = $2',
    [roundId, memberId],
  );
  return row?.attempt_id ?? null;
}

/** Points of the entry's attempt right before this one. */
export async function readPointsBefore(
  sql: Sql,
  attempt: { entryId: string; ordinal: number },
): Promise<number | null> {
  const row = await rowOf(
    sql,
    z.object({ points: z.coerce.number() }),
    `SELECT points FROM attempt WHERE entry_id = $1 AND ordinal = $2 - 1 AND state = 'submitted'`,
    [attempt.entryId, attempt.ordinal],
  );
  return row?.points ?? null;
}
