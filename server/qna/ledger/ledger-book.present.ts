import type { LedgerEntry, LedgerStatistics } from '../../../shared/qna/ledger.schema.js';
import { textsOf, type Language } from '../../platform/text/texts.js';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

/** A whole ledger, to be taken home in a file. Entries count from 1 in their order. */
export type LedgerBook = {
  title: string;
  code: string;
  startsAt: Date;
  madeAt: Date;
  entries: readonly LedgerEntry[];
  statistics: LedgerStatistics;
};

export const ledgerTexts = textsOf('qna/ledger', { vi, en });
export type LedgerText = (typeof ledgerTexts)[Language];

export function outcomeText({ state, answer }: LedgerEntry, t: LedgerText): string {
  if (state === 'answered') return t(`outcomes.${answer?.how === 'in_writing' ? 'inWriting' : 'onAir'}`);
  if (state === 'merged' || state === 'declined' || state === 'withdrawn') return t(`outcomes.${state}`);
  return t(`states.${state}`);
}

/** Number of each entry in the book, by its id. */
export function numbersOf(entries: readonly LedgerEntry[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, index) => [id, index + 1]));
}
