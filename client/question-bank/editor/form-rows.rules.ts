type Row = { key: number };

/** A number no row has yet. */
export const freshKey = (rows: readonly Row[]): number => Math.max(-1, ...rows.map((row) => row.key)) + 1;

/** The rows with one changed. */
export const changedRow = <R extends Row>(rows: readonly R[], key: number, change: Partial<R>): R[] =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row));

export const withoutRow = <R extends Row>(rows: readonly R[], key: number): R[] =>
  rows.filter((row) => row.key !== key);

/** The rows with one moved a place up (−1) or down (1); at the edge nothing moves. */
export function movedRow<R extends Row>(rows: readonly R[], key: number, by: -1 | 1): R[] {
  const from = rows.findIndex((row) => row.key === key);
  const moved = rows[from];
  const other = rows[from + by];
  if (!moved || !other) return [...rows];
  return rows.map((row) => (row === moved ? other : row === other ? moved : row));
}
