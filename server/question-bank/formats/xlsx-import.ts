import type { ParsedItem } from '../../../shared/question-bank/question-import.schema.js';
import { MAX_IMPORT_ITEMS } from '../../../shared/question-bank/question-import.schema.js';
import {
  importDamaged,
  importEmpty,
  importLocked,
  importTooLarge,
} from '../../../shared/question-bank/question-import.errors.js';
import type { Sheet } from '../../platform/import/xlsx-sheets.js';
import { xlsxSheets } from '../../platform/import/xlsx-sheets.js';
import { UnreadablePack } from '../../platform/import/zip-parts.js';
import { isHeading } from './csv-columns.rules.js';
import { MAX_TITLE_ROWS, parseTable } from './csv-import.rules.js';
import type { ImportOptions } from './csv-import.rules.js';
import type { CsvRecord } from './csv-table.rules.js';
import type { Finding } from './import-item.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { cleanText, excerptOf } from './import-text.rules.js';

/** What a workbook may weigh when it is unpacked. */
const MAX_UNPACKED_BYTES = 40_000_000;
const MAX_ROWS = MAX_IMPORT_ITEMS + MAX_TITLE_ROWS;

/**
 * Reads the questions of a workbook: of its first sheet with a heading for them, as `parseCsv` reads a table. Items are
 * on the sheet's own rows; that other sheets are left out is said.
 */
export function parseXlsx(file: Uint8Array, options: ImportOptions): ParsedItem[] {
  const sheets = sheetsOf(file).map(({ name, rows }) => ({ name, records: recordsOf(rows) }));
  const filled = sheets.filter(({ records }) => records.length > 0);
  const hasHeading = ({ records }: (typeof filled)[number]) =>
    records.slice(0, MAX_TITLE_ROWS).some(({ cells }) => cells && isHeading(cells));
  const chosen = filled.find(hasHeading) ?? filled[0];
  if (chosen === undefined) throw new ImportRefused(importEmpty);
  if (chosen.records.length > MAX_ROWS) throw new ImportRefused(importTooLarge, { max: MAX_IMPORT_ITEMS });
  const others = filled.filter((sheet) => sheet !== chosen).map(({ name }) => name);
  const items = parseTable(chosen.records, options, sheetNotes(chosen.name, others));
  if (items.length > MAX_IMPORT_ITEMS) throw new ImportRefused(importTooLarge, { max: MAX_IMPORT_ITEMS });
  return items;
}

function sheetsOf(file: Uint8Array): Sheet[] {
  try {
    return xlsxSheets(file, { maxBytes: MAX_UNPACKED_BYTES, maxRows: MAX_ROWS + 1 });
  } catch (error) {
    if (!(error instanceof UnreadablePack)) throw error;
    if (error.reason === 'password') throw new ImportRefused(importLocked);
    if (error.reason === 'too_large')
      throw new ImportRefused(importTooLarge, { maxBytes: MAX_UNPACKED_BYTES });
    throw new ImportRefused(importDamaged);
  }
}

function recordsOf(rows: Sheet['rows']): CsvRecord[] {
  return rows
    .map(({ row, cells }) => ({ line: row, cells: cells.map(cleanText) }))
    .filter(({ cells }) => cells.some((text) => text.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells, raw: cells.filter((text) => text.trim() !== '').join(' · ') }));
}

function sheetNotes(sheet: string, others: readonly string[]): Finding[] {
  if (others.length === 0) return [];
  return [
    {
      code: 'csv.sheets_ignored',
      params: { sheet: excerptOf(sheet, 60), others: excerptOf(others.join(', '), 120) },
    },
  ];
}
