import type { ParsedItem } from '../../../shared/question-bank/question-import.schema.js';
import { importEmpty } from '../../../shared/question-bank/question-import.errors.js';
import { csvQuestion } from './csv-answers.rules.js';
import { csvColumns, isHeading } from './csv-columns.rules.js';
import type { CsvColumns } from './csv-columns.rules.js';
import type { CsvColumn } from './csv-headings.rules.js';
import { listed } from './csv-row.rules.js';
import type { CsvRow, OpenReadings } from './csv-row.rules.js';
import { csvRecords } from './csv-table.rules.js';
import type { CsvRecord } from './csv-table.rules.js';
import { finishItem } from './import-item.rules.js';
import type { Finding, Findings } from './import-item.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { excerptOf, readableText, tidyLines } from './import-text.rules.js';

/** The heading may stand below the title of the paper. */
export const MAX_TITLE_ROWS = 10;
/** What a table for spreadsheets has before a text that they would take for a formula. */
const GUARDED = /^'(?='*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r])/;

/** What the file leaves to whoever brings it in. */
export type ImportOptions = { fallbackTopic: string; readings?: OpenReadings };

/**
 * Reads a table of questions with a heading line, one question a row. Refuses (ImportRefused) a file that is no
 * text, empty, too large, or has no column for the question or the answer; a broken row is an item with errors.
 */
export function parseCsv(text: string, options: ImportOptions): ParsedItem[] {
  const records = csvRecords(readableText(text)).map(({ cells, ...record }) => ({
    ...record,
    cells: cells && cells.map((cell) => cell.replace(GUARDED, '')),
  }));
  return parseTable(records, options);
}

/** The same of a table that is in rows already. */
export function parseTable(
  records: readonly CsvRecord[],
  options: ImportOptions,
  notes: readonly Finding[] = [],
): ParsedItem[] {
  const place = Math.max(
    0,
    records.slice(0, MAX_TITLE_ROWS).findIndex(({ cells }) => cells && isHeading(cells)),
  );
  const heading = records[place];
  const rows = records.slice(place + 1);
  const columns = csvColumns(heading?.cells ?? [heading?.raw ?? '']);
  if (rows.length === 0) throw new ImportRefused(importEmpty);
  const above = [...notes, ...findingsAbove(records.slice(0, place))];
  return rows.map((row, index) => itemOf(row, columns, { ...options, said: index === 0 ? above : null }));
}

/** What stands above the heading is read as a title, and said to be. */
function findingsAbove(rows: readonly CsvRecord[]): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const text = excerptOf(first.raw.replace(/^[\s,;"]+|[\s,;"]+$/g, ''), 60);
  return [{ code: 'csv.rows_above_heading', params: { count: rows.length, text } }];
}

function itemOf(
  { line, raw, cells }: CsvRecord,
  columns: CsvColumns,
  { fallbackTopic, said, readings = {} }: ImportOptions & { said: readonly Finding[] | null },
): ParsedItem {
  // Of the file as a whole is said once, where the reader starts.
  const findings: Findings = { errors: [], warnings: [...(said ?? [])] };
  const ignored = said === null ? [] : columns.ignored;
  for (const heading of ignored) findings.warnings.push({ code: 'csv.column_ignored', params: { heading } });
  const written = (place: number | undefined) => (place === undefined ? undefined : cells?.[place]) ?? '';
  // People's tables are full of stray spaces; what was taken out of a bank says where they are meant.
  const tidy = written(columns.places.spacing).trim() === '' ? tidyLines : (text: string) => text.trim();
  const at = (place: number | undefined) => tidy(written(place));
  const cell = (column: CsvColumn) => at(columns.places[column]);
  const { otherAnswer } = columns;
  if (otherAnswer && (said !== null || at(otherAnswer.place) !== '')) {
    const { heading, other } = otherAnswer;
    findings.warnings.push({ code: 'csv.answer_column_chosen', params: { heading, other } });
  }
  if (cells === null) findings.errors.push({ code: 'csv.quote_unclosed', params: {} });
  return finishItem({
    line,
    raw,
    question: cells === null ? null : csvQuestion({ ...rowOf(columns, at), readings }, findings),
    topic: cell('topic'),
    fallbackTopic,
    level: cell('level'),
    source: cell('source'),
    explanation: cell('explanation'),
    tags: listed(cell('tags'), ',;|\n'),
    state: cell('state'),
    findings,
  });
}

function rowOf(
  { places, options, wrong, optionsGuessed }: CsvColumns,
  at: (place: number | undefined) => string,
): Omit<CsvRow, 'readings'> {
  const columns = options.map(({ place, ...names }) => ({ ...names, text: at(place) }));
  const filled = columns.filter((option) => option.text !== '');
  return {
    text: at(places.text),
    answer: at(places.answer),
    type: at(places.type),
    tolerance: at(places.tolerance),
    unit: at(places.unit),
    weights: at(places.weights),
    caseSensitive: at(places.caseSensitive),
    accentSensitive: at(places.accentSensitive),
    options: filled,
    wrong: wrong.map(at).filter((text) => text !== ''),
    optionsGuessed: optionsGuessed && filled.length > 0,
  };
}
