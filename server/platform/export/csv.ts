import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number;

/** What spreadsheets take for the beginning of a formula, also after spaces and in the wide letters of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
/** What one reader or another would take for the end of a cell, or leave out. */
const UNSAFE = /[,;\t\r\n"]|^\s|\s$/;

/**
 * A table for spreadsheets: with the mark by which they know the letters, every cell quoted that any of them would
 * divide, and nothing that they would take for a formula, whoever wrote it. Numbers stay numbers.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Buffer {
  const table = [header, ...rows].map((cells) => cells.map(asData));
  const text = stringify(table, { bom: true, record_delimiter: '\r\n', quoted_match: UNSAFE });
  return Buffer.from(text);
}

/** An apostrophe in front; one that stood there is told from it by having another. */
function asData(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && FORMULA.test(cell.replace(/^'+/, '')) ? `'${cell}` : cell;
}
