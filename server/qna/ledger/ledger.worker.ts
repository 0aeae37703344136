import { z } from 'zod';
import { ledgerEntry, type LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import type { Language } from '../../platform/text/texts.js';
import type { LedgerBook } from './ledger-book.present.js';
import { ledgerPdf } from './ledger-pdf.present.js';
import { ledgerCsv, ledgerXlsx } from './ledger-table.present.js';

/** A book on its way to a thread: entries travel as JSON, a part at a time, for they may be many. */
export type LedgerPrint = Omit<LedgerBook, 'entries'> & {
  language: Language;
  parts: readonly string[];
};

const entries = z.array(ledgerEntry);

export function csv({ language, parts, ...book }: LedgerPrint): Uint8Array {
  return ledgerCsv({ ...book, entries: entriesOf(parts) }, language);
}

export function xlsx({ language, parts, ...book }: LedgerPrint): Uint8Array {
  return ledgerXlsx({ ...book, entries: entriesOf(parts) }, language);
}

export function pdf({ language, parts, ...book }: LedgerPrint): Promise<Uint8Array> {
  return ledgerPdf({ ...book, entries: entriesOf(parts) }, language);
}

const entriesOf = (parts: readonly string[]): LedgerEntry[] =>
  parts.flatMap((part) => entries.parse(JSON.parse(part)));
