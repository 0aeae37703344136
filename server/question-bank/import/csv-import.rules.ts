import type { ParsedItem } from '../../../shared/question-bank/question-import.schema.js';
import { importEmpty } from '../../../shared/question-bank/question-import.errors.js';
import { csvQuestion } from './csv-answers.rules.js';
import { csvColumns, isHeading } from './csv-columns.rules.js';
import type { CsvColumns } from './csv-columns.rules.js';
import type { CsvColumn } from './csv-headings.rules.js';
import type { CsvRow } from './csv-row.rules.js';
import { csvRecords } from './csv-table.rules.js';
import type { CsvRecord } from './csv-table.rules.js';
import { finishItem } from './import-item.rules.js';
import type { Findings } from './import-item.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { readableText, tidyLines } from './import-text.rules.js';

/** The heading may stand below the title of the paper. */
const MAX_TITLE_ROWS = 10;

/**
 * Reads a table of questions with a heading line, one question a row. Refuses (ImportRefused) a file that is no
 * text, empty, too large, or has no column for the question or the answer; a broken row is an item with errors.
 */
export function parseCsv(text: string, { fallbackTopic }: { fallbackTopic: string }): ParsedItem[] {
  const records = csvRecords(readableText(text));
  const place = Math.max(
    0,
    records.slice(0, MAX_TITLE_ROWS).findIndex(({ cells }) => cells && isHeading(cells)),
  );
  const heading = records[place];
  const rows = records.slice(place + 1);
  const columns = csvColumns(heading?.cells ?? [heading?.raw ?? '']);
  if (rows.length === 0) throw new ImportRefused(importEmpty);
  return rows.map((row, index) => itemOf(row, columns, { fallbackTopic, isFirst: index === 0 }));
}

function itemOf(
  { line, raw, cells }: CsvRecord,
  columns: CsvColumns,
  { fallbackTopic, isFirst }: { fallbackTopic: string; isFirst: boolean },
): ParsedItem {
  const findings: Findings = { errors: [], warnings: [] };
  // Said once, where the reader starts.
  const ignored = isFirst ? columns.ignored : [];
  for (const heading of ignored) findings.warnings.push({ code: 'csv.column_ignored', params: { heading } });
  const at = (place: number | undefined) =>
    tidyLines((place === undefined ? undefined : cells?.[place]) ?? '');
  const cell = (column: CsvColumn) => at(columns.places[column]);
  const { otherAnswer } = columns;
  if (otherAnswer && (isFirst || at(otherAnswer.place) !== '')) {
    const { heading, other } = otherAnswer;
    findings.warnings.push({ code: 'csv.answer_column_chosen', params: { heading, other } });
  }
  if (cells === null) findings.errors.push({ code: 'csv.quote_unclosed', params: {} });
  return finishItem({
    line,
    raw,
    question: cells === null ? null : csvQuestion(rowOf(columns, at), findings),
    topic: cell('topic') || fallbackTopic,
    level: cell('level'),
    source: cell('source'),
    explanation: cell('explanation'),
    tags: cell('tags').split(/[,;|\n]/),
    findings,
  });
}

function rowOf(
  { places, options, wrong, optionsGuessed }: CsvColumns,
  at: (place: number | undefined) => string,
): CsvRow {
  const columns = options.map(({ place, ...names }) => ({ ...names, text: at(place) }));
  const filled = columns.filter((option) => option.text !== '');
  return {
    text: at(places.text),
    answer: at(places.answer),
    type: at(places.type),
    tolerance: at(places.tolerance),
    unit: at(places.unit),
    caseSensitive: at(places.caseSensitive),
    accentSensitive: at(places.accentSensitive),
    options: filled,
    wrong: wrong.map(at).filter((text) => text !== ''),
    optionsGuessed: optionsGuessed && filled.length > 0,
  };
}
