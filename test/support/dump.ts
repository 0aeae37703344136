import type { DataSource } from 'typeorm';
import { z } from 'zod';

const tableRow = z.object({ name: z.string() });
const textRow = z.object({ row: z.string() });

/** Every row of every table, as text: `{ table: 'public.inquiry', row: '(…)' }`. */
export async function everyRow(database: DataSource): Promise<{ table: string; row: string }[]> {
  const tables = tableRow.array().parse(
    await database.query(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`),
  );
  const rows: { table: string; row: string }[] = [];
  for (const { name } of tables) {
    const found = textRow.array().parse(await database.query(`SELECT t::text AS row FROM ${name} AS t`));
    rows.push(...found.map(({ row }) => ({ table: name, row })));
  }
  return rows;
}
