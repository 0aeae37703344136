import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';

/** A statement under a name, which PostgreSQL plans once per connection instead of each time; a name has one text. */
export type Prepared<Row extends z.ZodType> = { name: string; text: string; row: Row };

/** Rows of a prepared statement. It is a transaction of its own: rows mean it is committed. */
export async function rowsOfPrepared<Row extends z.ZodType>(
  dataSource: DataSource,
  { name, text, row }: Prepared<Row>,
  values: readonly unknown[],
): Promise<z.infer<Row>[]> {
  const { rows } = await poolOf(dataSource).query({ name, text, values: [...values] });
  return row.array().parse(rows);
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
