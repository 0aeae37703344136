import { z } from 'zod';
import { rowOf, rowsOf, type Sql } from '../database/sql.js';
import { labelKept } from './job-error.rules.js';

/** The queue in which pg-boss keeps a copy of every job that used up its tries. */
export const DEAD_LETTERS = 'dead_letters';

/** Of a job's payload nothing is read: whoever looks at this list has no business with it. */
const deadLetterRow = z
  .object({
    id: z.uuid(),
    job_id: z.uuid(),
    name: z.string(),
    output: z.unknown(),
    retries: z.number(),
    since: z.date(),
    failed_at: z.date(),
    place: z.number(),
  })
  .transform(({ job_id, output, retries, failed_at, ...row }) => ({
    ...row,
    jobId: job_id,
    error: labelKept(output),
    tries: retries + 1,
    failedAt: failed_at,
  }));
/** `place` orders the list: microseconds since the epoch. */
export type DeadLetter = z.infer<typeof deadLetterRow>;

const COLUMNS = `id, source_id AS job_id, source_name AS name, source_output AS output, source_retry_count AS retries,
  source_created_on AS since, created_on AS failed_at,
  (extract(epoch FROM created_on) * 1000000)::bigint AS place`;

export type DeadLetterPlace = { place: number; id: string };

/** The latest first, those after a place of the list where one is given. */
export function readDeadLetters(
  sql: Sql,
  { after, limit }: { after: DeadLetterPlace | null; limit: number },
): Promise<DeadLetter[]> {
  return rowsOf(
    sql,
    deadLetterRow,
    `SELECT ${COLUMNS} FROM pgboss.job
     WHERE name = $1 AND ($2::bigint IS NULL
       OR (created_on, id) < (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
     ORDER BY created_on DESC, id DESC LIMIT $4`,
    [DEAD_LETTERS, after?.place ?? null, after?.id ?? null, limit],
  );
}

/** Nobody else takes it until the transaction ends. */
export function lockDeadLetter(sql: Sql, id: string): Promise<DeadLetter | null> {
  return rowOf(
    sql,
    deadLetterRow,
    `SELECT ${COLUMNS} FROM pgboss.job WHERE name = $1 AND id = $2 FOR UPDATE`,
    [DEAD_LETTERS, id],
  );
}
