import { z } from 'zod';
import { rowOf, type Sql } from './sql.js';

/** Any constant: all copies of the application ask for the same one. */
const FIRST_FILL_LOCK = 7_340_118;

const taken = z.object({ taken: z.boolean() });

/**
 * Held until the end of the transaction by whoever looks whether a database is empty and puts the first rows into it:
 * of copies that start together one does, and the others wait, however long it takes, and find it done.
 */
export async function holdFirstFill(tx: Sql, onWait: () => void = () => undefined): Promise<void> {
  const row = await rowOf(tx, taken, 'SELECT pg_try_advisory_xact_lock($1) AS taken', [FIRST_FILL_LOCK]);
  if (row?.taken) return;
  onWait();
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query('SELECT pg_advisory_xact_lock($1)', [FIRST_FILL_LOCK]);
}
