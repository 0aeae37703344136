import type { DataSource } from 'typeorm';

/** What the queue leaves of a job that used up its tries. */
export async function leaveDeadLetter(database: DataSource, name: string, error: string): Promise<void> {
  await database.query(
    `INSERT INTO pgboss.job (name, data, source_name, source_id, source_created_on, source_retry_count, source_output)
     VALUES ('dead_letters', '{}', $1, gen_random_uuid(), now() - interval '3 hours', 12, $2)`,
    [name, JSON.stringify({ error })],
  );
}
