import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number;

/** What spreadsheets take for the beginning of a formula, also after spaces and in the wide letters of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
/** What one reader or another would take for the end of a cell, or leave out. */
const UNSAFE = /[,;\t\r\n"]|^\s|\s$/;
const ROWS_AT_ONCE = 1_000;

/**
 * A table for spreadsheets: with the mark by which they know the letters, every cell quoted that any of them would
 * divide, and nothing that they would take for a formula, whoever wrote it. Numbers stay numbers. Rows are asked for one
 * after the other.
 */
export function csvOf(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Buffer {
  const parts = [Buffer.from(linesOf([header], true))];
  let waiting: (readonly CsvCell[])[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_AT_ONCE) continue;
    parts.push(Buffer.from(linesOf(waiting, false)));
    waiting = [];
  }
  parts.push(Buffer.from(linesOf(waiting, false)));
  return Buffer.concat(parts);
}

function linesOf(rows: readonly (readonly CsvCell[])[], bom: boolean): string {
  const table = rows.map((cells) => cells.map(asData));
  return stringify(table, { bom, record_delimiter: '\r\n', quoted_match: UNSAFE });
}

/** An apostrophe in front; one that stood there is told from it by having another. */
function asData(cell: CsvCell): CsvCell {
  return typeof cell === 'string' && FORMULA.test(cell.replace(/^'+/, '')) ? `'${cell}` : cell;
}
