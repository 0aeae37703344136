import type { ImportItemView } from '../../../shared/question-bank/question-import.schema.js';

/** How an item stands: fit to import, fit as a draft because something is missing, in the bank already, or refused. */
export const STANDINGS = ['ready', 'warned', 'duplicate', 'rejected'] as const;
export type ItemStanding = (typeof STANDINGS)[number];

export function standingOf(item: Pick<ImportItemView, 'outcome' | 'warnings'>): ItemStanding {
  if (item.outcome !== 'accepted') return item.outcome;
  return item.warnings.length > 0 ? 'warned' : 'ready';
}

/** How many items stand how. */
export function standingCounts(items: readonly ImportItemView[]): Record<ItemStanding, number> {
  const counts = { ready: 0, warned: 0, duplicate: 0, rejected: 0 };
  for (const item of items) counts[standingOf(item)] += 1;
  return counts;
}

/** The lines to import when some of the accepted items were left out; `all` when none was. */
export function chosenLines(
  items: readonly ImportItemView[],
  leftOut: ReadonlySet<number>,
): 'all' | number[] {
  const accepted = items.filter((item) => item.outcome === 'accepted').map((item) => item.line);
  const chosen = accepted.filter((line) => !leftOut.has(line));
  return chosen.length === accepted.length ? 'all' : chosen;
}
