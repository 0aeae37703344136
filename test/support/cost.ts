import { vi } from 'vitest';
import { z } from 'zod';
import type { World } from './world.js';

type Plan = { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } };
const explained = z.tuple([z.object({ 'QUERY PLAN': z.custom<Plan[]>() })]);

/**
 * Pages of the database that the reading statements of the ordinary pool touch while `act` runs: what a request costs,
 * whatever else the machine does. Each is run once more to be looked at.
 */
export async function pagesTouched(world: World, act: () => Promise<unknown>): Promise<number> {
  const { database } = world;
  const query = vi.spyOn(database, 'query');
  const asked: { text: string; values: unknown[] }[] = [];
  try {
    await act();
    for (const [text, values] of query.mock.calls)
      asked.push({ text, values: z.array(z.unknown()).parse(values ?? []) });
  } finally {
    query.mockRestore();
  }
  let pages = 0;
  for (const { text, values } of asked) {
    const rows: unknown = await database.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
    for (const { Plan: plan } of explained.parse(rows)[0]['QUERY PLAN'])
      pages += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }
  return pages;
}
