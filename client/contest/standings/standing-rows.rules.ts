import type { StandingRow, StandingsPage } from '../../../shared/contest/standings.schema.js';

/** A row of the short table, or the gap where places are left out. */
export type ShortRow = { kind: 'row'; row: StandingRow } | { kind: 'gap' };

const TOP = 3;

/** The first three, then the two places above one's own and one's own, each person once, a gap where places lack. */
export function shortStandings({ items, aroundOwn }: Pick<StandingsPage, 'items' | 'aroundOwn'>): ShortRow[] {
  const top = items.slice(0, TOP);
  const known = new Set(top.map((row) => row.memberId));
  const around = aroundOwn.filter((row) => !known.has(row.memberId));
  const isApart = around[0] !== undefined && items[TOP]?.memberId !== around[0].memberId;
  return [
    ...top.map((row): ShortRow => ({ kind: 'row', row })),
    ...(isApart ? [{ kind: 'gap' } as const] : []),
    ...around.map((row): ShortRow => ({ kind: 'row', row })),
  ];
}

export type DecidedPair = { above: StandingRow; below: StandingRow; by: 'time' | 'submission' };

/** Two neighbours of equal points, to explain the ranking with: one decided by time rather than by submission. */
export function decidedPair(rows: readonly StandingRow[]): DecidedPair | null {
  const pairs = rows.flatMap((above, at): DecidedPair[] => {
    const below = rows[at + 1];
    const by = above.decidedBy;
    if (!below || below.points !== above.points || (by !== 'time' && by !== 'submission')) return [];
    return [{ above, below, by }];
  });
  return pairs.find((pair) => pair.by === 'time') ?? pairs[0] ?? null;
}
