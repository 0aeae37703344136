import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';

/** What a query runs on: the pool, or the transaction it belongs to. */
export type Sql = DataSource | EntityManager;

/** Rows of a statement, each parsed by the schema. */
export async function rowsOf<Schema extends z.ZodType>(
  sql: Sql,
  schema: Schema,
  text: string,
  values: readonly unknown[] = [],
): Promise<z.infer<Schema>[]> {
  const rows: unknown = await sql.query(text, [...values]);
  return schema.array().parse(rows);
}

/** The one row of a statement, or null. */
export async function rowOf<Schema extends z.ZodType>(
  sql: Sql,
  schema: Schema,
  text: string,
  values: readonly unknown[] = [],
): Promise<z.infer<Schema> | null> {
  const [row] = await rowsOf(sql, schema, text, values);
  return row ?? null;
}
