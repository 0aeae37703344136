import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../database/sql.js';

const pack = promisify(gzip);
/** So many rows are fetched at once: others get their turn in between. */
const ROWS_AT_ONCE = 500;
const FASTEST = 1;

const packedRow = z.object({ packed: z.string() });

/**
 * All rows of a statement on their way to a thread, each as JSON, in packed parts that it opens with `unpacked`. However
 * many there are, this thread reads none of them, and holds them packed.
 */
export async function packedRows(
  tx: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Uint8Array[]> {
  await tx.query(
    `DECLARE packed_rows NO SCROLL CURSOR FOR SELECT row_to_json(packed_row)::text AS packed FROM (${text}) AS packed_row`,
    [...values],
  );
  const parts: Uint8Array[] = [];
  for (;;) {
    const rows = await rowsOf(tx, packedRow, `FETCH ${ROWS_AT_ONCE} FROM packed_rows`);
    if (rows.length > 0)
      parts.push(await pack(`[${rows.map(({ packed }) => packed).join(',')}]`, { level: FASTEST }));
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.query('CLOSE packed_rows');
  return parts;
}
