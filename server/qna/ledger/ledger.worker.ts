import { z } from 'zod';
import { deskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { ledgerEntry } from '../../../shared/qna/ledger.schema.js';
import type { Language } from '../../platform/text/texts.js';
import { deskCsv, deskXlsx } from './desk-table.present.js';
import type { LedgerBook } from './ledger-book.present.js';
import { ledgerPdf } from './ledger-pdf.present.js';
import { ledgerCsv, ledgerXlsx } from './ledger-table.present.js';

/** Entries on their way to a thread: they travel as JSON, a part at a time, for they may be many. */
export type Parts = { language: Language; parts: readonly string[] };
export type LedgerPrint = Omit<LedgerBook, 'entries'> & Parts;

const entries = z.array(ledgerEntry);
const deskEntries = z.array(deskInquiry.extend({ number: z.number() }));

export function csv({ language, parts, ...book }: LedgerPrint): Uint8Array {
  return ledgerCsv({ ...book, entries: allOf(entries, parts) }, language);
}

export function xlsx({ language, parts, ...book }: LedgerPrint): Uint8Array {
  return ledgerXlsx({ ...book, entries: allOf(entries, parts) }, language);
}

export function pdf({ language, parts, ...book }: LedgerPrint): Promise<Uint8Array> {
  return ledgerPdf({ ...book, entries: allOf(entries, parts) }, language);
}

export const deskAsCsv = ({ language, parts }: Parts): Uint8Array =>
  deskCsv(allOf(deskEntries, parts), language);

export const deskAsXlsx = ({ language, parts }: Parts): Uint8Array =>
  deskXlsx(allOf(deskEntries, parts), language);

const allOf = <Entry>(schema: z.ZodType<Entry[]>, parts: readonly string[]): Entry[] =>
  parts.flatMap((part) => schema.parse(JSON.parse(part)));
