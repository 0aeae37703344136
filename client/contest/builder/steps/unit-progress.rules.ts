import type { z } from 'zod';
import type { unitProgress } from '../../../../shared/contest/standings.schema.js';

type Row = z.infer<typeof unitProgress>['items'][number];

export type UnitRow = { unit: string; entered: number; total: number; missing: Row[] };

/** People by unit, in the order given: how many entered, and who has not. */
export function byUnit(items: readonly Row[]): UnitRow[] {
  return [...Map.groupBy(items, (row) => row.unit)].map(([unit, rows]) => {
    const missing = rows.filter((row) => row.state === 'not_entered');
    return { unit, entered: rows.length - missing.length, total: rows.length, missing };
  });
}
