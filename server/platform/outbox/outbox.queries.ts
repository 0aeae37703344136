import { z } from 'zod';
import { rowsOf, type Sql } from '../database/sql.js';

const outboxRow = z.object({ id: z.number(), topic: z.string(), payload: z.record(z.string(), z.unknown()) });
export type OutboxRow = z.infer<typeof outboxRow>;

export async function insertEvents(sql: Sql, topic: string, payloads: readonly object[]): Promise<void> {
  await sql.query(`INSERT INTO outbox (topic, payload) SELECT $1, unnest($2::jsonb[])`, [
    topic,
    payloads.map((payload) => JSON.stringify(payload)),
  ]);
}

/** Takes the oldest waiting rows that no other process is taking: nobody sees them waiting again once this commits. */
export async function takeWaiting(sql: Sql, limit: number): Promise<OutboxRow[]> {
  const rows = await rowsOf(
    sql,
    outboxRow,
    `SELECT id, topic, payload FROM outbox WHERE published_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  if (rows.length > 0)
    await sql.query(`UPDATE outbox SET published_at = app_now() WHERE id = ANY($1::bigint[])`, [
      rows.map(({ id }) => id),
    ]);
  return rows;
}

/** Deletes up to `limit` rows that were taken more than `days` ago; answers how many. */
export async function deleteTaken(
  sql: Sql,
  { days, limit }: { days: number; limit: number },
): Promise<number> {
  const deleted = await rowsOf(
    sql,
    z.object({ count: z.number() }),
    `WITH gone AS (
       DELETE FROM outbox WHERE id IN (
         SELECT id FROM outbox WHERE published_at < app_now() - $1 * interval '1 day' ORDER BY id LIMIT $2
       ) RETURNING 1
     ) SELECT count(*) FROM gone`,
    [days, limit],
  );
  return deleted[0]?.count ?? 0;
}
