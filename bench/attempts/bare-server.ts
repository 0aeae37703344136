import fastify from 'fastify';
import pg from 'pg';
import { inBatches } from '../load/batches.ts';

/**
 * The floor: the least that still keeps an answer. No sign-in, no checks; bodies that arrive together are written in
 * one `unnest` statement and acknowledged after the commit.
 */
type Waiting = { attemptId: string; position: number; response: string; sequence: number; done: () => void };

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
await pool.query(`CREATE TABLE IF NOT EXISTS bare_answer (attempt_id uuid, position smallint, response jsonb, sequence int,
  received_at timestamptz, PRIMARY KEY (attempt_id, position))`);

async function flush(batch: Waiting[]): Promise<void> {
  const latest = [...new Map(batch.map((one) => [`${one.attemptId}/${one.position}`, one])).values()];
  await pool.query(
    `INSERT INTO bare_answer SELECT *, now() FROM unnest($1::uuid[], $2::smallint[], $3::jsonb[], $4::int[])
     ON CONFLICT (attempt_id, position) DO UPDATE SET response = excluded.response, sequence = excluded.sequence,
       received_at = excluded.received_at`,
    [
      latest.map((one) => one.attemptId),
      latest.map((one) => one.position),
      latest.map((one) => one.response),
      latest.map((one) => one.sequence),
    ],
  );
  for (const one of batch) one.done();
}

const write = inBatches(flush);
const app = fastify();
app.put<{ Params: { id: string; position: string }; Body: { response: unknown; sequence: number } }>(
  '/api/attempts/:id/answers/:position',
  async (request) => {
    await new Promise<void>((done) => {
      const { response, sequence } = request.body;
      write({
        attemptId: request.params.id,
        position: Number(request.params.position),
        response: JSON.stringify(response),
        sequence,
        done,
      });
    });
    return { savedAt: new Date().toISOString() };
  },
);

process.on('SIGTERM', () => {
  void app
    .close()
    .then(() => pool.end())
    .then(() => process.exit(0));
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.send?.({ type: 'ready' });
