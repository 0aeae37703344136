const REORDER_EVERY_MS = 5_000;

/** An order on the screen and when it was last changed, in ms. */
export type Order = { ids: readonly string[]; changedAt: number };

/**
 * The order to show: what may not be shown any more leaves at once, everything else moves at most every 5 s.
 * `dueAt` says when to look again; null when the screen has what it should.
 */
export function settleOrder(
  shown: Order,
  wanted: readonly string[],
  now: number,
): { order: Order; dueAt: number | null } {
  const left = shown.ids.filter((id) => wanted.includes(id));
  const same = left.length === wanted.length && left.every((id, at) => id === wanted[at]);
  const dueAt = shown.changedAt + REORDER_EVERY_MS;
  if (same) {
    return { order: left.length === shown.ids.length ? shown : { ...shown, ids: left }, dueAt: null };
  }
  if (now >= dueAt || left.length === 0) return { order: { ids: [...wanted], changedAt: now }, dueAt: null };
  return { order: left.length === shown.ids.length ? shown : { ...shown, ids: left }, dueAt };
}
