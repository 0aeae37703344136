import { parse } from 'csv-parse/sync';
import { MAX_IMPORT_ITEMS } from '../../../shared/question-bank/question-import.schema.js';
import { importTooLarge } from '../../../shared/question-bank/question-import.errors.js';
import { isHeading } from './csv-columns.rules.js';
import { ImportRefused } from './import-refused.rules.js';

/** A record with the 1-based line it starts on. `cells` is null when its quotes do not pair up. */
export type CsvRecord = { line: number; raw: string; cells: string[] | null };

/** A record over so many lines is one only where no cell of it is longer than a text may be: else it is half a file. */
const FEW_LINES = 60;
const MAX_RECORD_LINES = 5_000;
const MAX_CELL = 4_000;

/**
 * Splits a file into records: comma, semicolon or tab (whichever the first line has most; Excel's `sep=` is
 * heeded), cells in double quotes over several lines. A broken record costs its first line only.
 */
export function csvRecords(file: string): CsvRecord[] {
  const lines = file.split('\n');
  const named = /^\s*"?sep=([,;\t])"?\s*$/i.exec(lines[0] ?? '');
  const first = lines.findIndex((line, index) => !isBlank(line) && (index > 0 || named === null));
  const delimiter = named?.[1] ?? delimiterOf(lines.slice(Math.max(0, first), first + 10));
  const quotes = lines.map(countQuotes);
  const records: CsvRecord[] = [];
  for (let index = Math.max(0, first); index < lines.length;) {
    const end = isBlank(lines[index]) ? index + 1 : recordEnd(quotes, index);
    const raw = lines.slice(index, end).join('\n');
    const cells = isEmptyRow(raw) ? [] : believable(cellsOf(raw, delimiter), end - index);
    const broken = cells === null;
    const record = { line: index + 1, raw: broken ? (lines[index] ?? '') : raw, cells };
    if (broken || cells.some((cell) => !isBlank(cell))) records.push(record);
    if (records.length > MAX_IMPORT_ITEMS + 1)
      throw new ImportRefused(importTooLarge, { max: MAX_IMPORT_ITEMS });
    index = broken ? index + 1 : end;
  }
  return records;
}

const believable = (cells: string[] | null, lines: number): string[] | null =>
  lines > FEW_LINES && cells?.some((cell) => cell.length > MAX_CELL) ? null : cells;

/** A record is complete where its quotes pair up. Where they do not within reach, the line stands alone. */
function recordEnd(quotes: readonly number[], start: number): number {
  let count = 0;
  const last = Math.min(quotes.length, start + MAX_RECORD_LINES);
  for (let index = start; index < last; index += 1) {
    count += quotes[index] ?? 0;
    if (count % 2 === 0) return index + 1;
  }
  return start + 1;
}

function cellsOf(raw: string, delimiter: string): string[] | null {
  const options = { delimiter, relax_column_count: true, record_delimiter: '\n' };
  const strict = recordOf(raw, options);
  // A quotation inside a cell that is not quoted itself: He said "no", …
  return strict ?? (raw.includes('\n') ? null : recordOf(raw, { ...options, relax_quotes: true }));
}

function recordOf(raw: string, options: object): string[] | null {
  try {
    const records = parse(raw, options);
    return records.length > 1 ? null : (records[0] ?? []);
  } catch {
    // csv-parse throws for quotes in wrong places; the record is reported with its line.
    return null;
  }
}

/** That of the heading, which may stand below a title; else what the first line has most. */
function delimiterOf(lines: readonly string[]): string {
  for (const line of lines) {
    const mark = delimiterIn(line);
    if (isHeading(line.split(mark))) return mark;
  }
  return delimiterIn(lines[0] ?? '');
}

function delimiterIn(line: string): string {
  const outside = line.replace(/"[^"]*"/g, '');
  const count = (mark: string) => outside.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Spreadsheets write thousands of rows with nothing but separators below the last real one. */
const isEmptyRow = (raw: string) => /^[\s,;"]*$/.test(raw);
const countQuotes = (line: string) => line.split('"').length - 1;
const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';
