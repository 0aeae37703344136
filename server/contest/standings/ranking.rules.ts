import type { z } from 'zod';
import type { decidedBy } from '../../../shared/contest/standings.schema.js';

export type DecidedBy = z.infer<typeof decidedBy>;

/** What a place depends on; points have two decimals. */
export type RankedResult = { points: number; timeUsedMs: number; submittedAt: Date };

export type Placed<Row> = Row & { rank: number; decidedBy: DecidedBy };

/** The chain: more points, then less time used, then the earlier submission. */
const CHAIN = [
  { step: 'score', compare: (one, two) => two.points - one.points },
  { step: 'time', compare: (one, two) => one.timeUsedMs - two.timeUsedMs },
  { step: 'submission', compare: (one, two) => one.submittedAt.getTime() - two.submittedAt.getTime() },
] as const satisfies { step: DecidedBy; compare: (one: RankedResult, two: RankedResult) => number }[];

/** Negative when `one` stands above `two`, 0 when they share a rank. */
export function compareRows(one: RankedResult, two: RankedResult): number {
  for (const { compare } of CHAIN) {
    const order = compare(one, two);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Orders and ranks: equal on the whole chain is the same rank, and as many ranks are skipped after it.
 * `decidedBy` names the step that put a row above the next one of equal points, `tie` when it shares its rank, and
 * `score` otherwise. Rows that share a rank keep the order given.
 */
export function rankRows<Row extends RankedResult>(rows: readonly Row[]): Placed<Row>[] {
  const sorted = rows.toSorted(compareRows);
  let rank = 0;
  return sorted.map((row, at) => {
    const above = sorted[at - 1];
    const shares = above !== undefined && compareRows(above, row) === 0;
    if (!shares) rank = at + 1;
    return { ...row, rank, decidedBy: shares ? 'tie' : stepAbove(row, sorted[at + 1]) };
  });
}

/**
 * Ranks neighbouring rows from anywhere in the order: `above` stand strictly above the first of them, and `ties` more
 * before it in its own rank. The first row's step and the last one's depend on neighbours that are not there.
 */
export function rankNeighbours<Row extends RankedResult>(
  rows: readonly Row[],
  { above, ties }: { above: number; ties: number },
): Placed<Row>[] {
  return rankRows(rows).map((row) => ({
    ...row,
    rank: row.rank === 1 ? above + 1 : above + ties + row.rank,
  }));
}

function stepAbove(row: RankedResult, next: RankedResult | undefined): DecidedBy {
  if (next === undefined) return 'score';
  const deciding = CHAIN.find(({ compare }) => compare(row, next) !== 0);
  return deciding?.step ?? 'tie';
}
