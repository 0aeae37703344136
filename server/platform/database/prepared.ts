import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';

/** A statement under a name, which PostgreSQL plans once per connection instead of each time; a name has one text. */
export type Prepared<Rows extends z.ZodType> = { name: string; text: string; rows: Rows };

/** Rows of a prepared statement. It is a transaction of its own: rows mean it is committed. */
export async function rowsOfPrepared<Rows extends z.ZodType>(
  dataSource: DataSource,
  { name, text, rows }: Prepared<Rows>,
  values: readonly unknown[],
): Promise<z.infer<Rows>> {
  const result = await poolOf(dataSource).query({ name, text, values: [...values] });
  return rows.parse(result.rows);
}

/** TypeORM has no way to name a statement, so these go to the same connections one floor below it. */
function poolOf({ driver }: DataSource): pg.Pool {
  if ('master' in driver && driver.master instanceof pg.Pool) return driver.master;
  throw new Error('the database is not connected');
}

/**
 * An array literal of values that need no quotes: numbers, ids, instants. Writing it here spares the driver a look for
 * quotes in each of them.
 */
export function plainArray(values: readonly (number | string)[]): string {
  return `{${values.join(',')}}`;
}
