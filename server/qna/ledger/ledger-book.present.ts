import type { LedgerEntry, LedgerStatistics } from '../../../shared/qna/ledger.schema.js';
import type { XlsxCell } from '../../platform/export/xlsx.js';
import { dateTimeText } from '../../platform/text/formats.js';
import { textsOf, type Language } from '../../platform/text/texts.js';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

/** A whole ledger, to be taken home in a file. */
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

export function outcomeText({ state, answer }: Pick<LedgerEntry, 'state' | 'answer'>, t: LedgerText): string {
  if (state === 'answered') return t(`outcomes.${answer?.how === 'in_writing' ? 'inWriting' : 'onAir'}`);
  if (state === 'merged' || state === 'declined' || state === 'withdrawn') return t(`outcomes.${state}`);
  return t(`states.${state}`);
}

/** Number of each entry, by its id. */
export function numbersOf(
  entries: readonly Pick<LedgerEntry, 'id' | 'number'>[],
): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id, number }) => [id, number]));
}

/** The question, or why it is not there. */
export function wordsOf({ text, kept }: LedgerEntry, t: LedgerText): string {
  return text ?? t(`kept.${kept ?? 'declined'}`);
}

/** Cells for a form that has no times: they are told. */
export function toldCells(cells: readonly XlsxCell[], language: Language): (string | number)[] {
  return cells.map((cell) => (cell instanceof Date ? dateTimeText(cell, language) : (cell ?? '')));
}
