import { FILE_NOTES } from '../../../shared/question-bank/import-findings.js';
import {
  IMPORT_STANDINGS,
  type ImportSelection,
  type ImportStanding,
} from '../../../shared/kernel/import.js';
import type { ImportItemView, ImportPreview } from '../../../shared/question-bank/question-import.schema.js';

export function standingOf(item: Pick<ImportItemView, 'outcome' | 'warnings'>): ImportStanding {
  if (item.outcome !== 'accepted') return item.outcome;
  return item.warnings.some(({ code }) => !FILE_NOTES.has(code)) ? 'warned' : 'ready';
}

/** How many items of the whole file stand how. */
export function standingCounts({
  counts: { accepted, duplicate, rejected },
  warned,
  changed,
}: Pick<ImportPreview, 'counts' | 'warned' | 'changed'>): Record<ImportStanding, number> {
  return { ready: accepted - warned, warned, changed, duplicate, rejected };
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

/** Of what is new, and of what changes a question that is there. */
export const selectionOf = (fresh: Choice, changed: Choice): ImportSelection => ({
  ...someOf(fresh),
  changed: someOf(changed),
});

const someOf = ({ all, but }: Choice): ImportSelection['changed'] =>
  all ? { lines: 'all', except: [...but] } : { lines: [...but], except: [] };

/** Kinds that more than one question has are said above the list, and not at each of them. */
export const sharedKinds = ({ warnings }: Pick<ImportPreview, 'warnings'>): ReadonlySet<string> =>
  new Set(warnings.filter(({ code, count }) => count > 1 || FILE_NOTES.has(code)).map(({ code }) => code));
