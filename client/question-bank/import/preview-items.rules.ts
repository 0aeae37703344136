import {
  IMPORT_STANDINGS,
  type ImportSelection,
  type ImportStanding,
} from '../../../shared/kernel/import.js';
import type { ImportItemView, ImportPreview } from '../../../shared/question-bank/question-import.schema.js';

export function standingOf(item: Pick<ImportItemView, 'outcome' | 'warnings'>): ImportStanding {
  if (item.outcome !== 'accepted') return item.outcome;
  return item.warnings.length > 0 ? 'warned' : 'ready';
}

/** How many items of the whole file stand how. */
export function standingCounts({
  counts: { accepted, duplicate, rejected },
  warned,
}: Pick<ImportPreview, 'counts' | 'warned'>): Record<ImportStanding, number> {
  return { ready: accepted - warned, warned, duplicate, rejected };
}

export function totalOf(counts: Record<ImportStanding, number>): number {
  return IMPORT_STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
}

/** What is chosen of a file that need not be loaded as a whole: all that is accepted or nothing, but for some lines. */
export type Choice = { all: boolean; but: ReadonlySet<number> };
export const EVERYTHING: Choice = { all: true, but: new Set() };
export const NOTHING: Choice = { all: false, but: new Set() };

export const isChosen = ({ all, but }: Choice, line: number): boolean => all !== but.has(line);

export function withLineTurned({ all, but }: Choice, line: number): Choice {
  const next = new Set(but);
  if (!next.delete(line)) next.add(line);
  return { all, but: next };
}

export const chosenCount = ({ all, but }: Choice, accepted: number): number =>
  all ? accepted - but.size : but.size;

export function selectionOf({ all, but }: Choice): ImportSelection {
  return all ? { lines: 'all', except: [...but] } : { lines: [...but], except: [] };
}
