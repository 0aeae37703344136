import { Zip, ZipDeflate } from 'fflate';
import { wallClockMs } from '../text/formats.js';
import { bookPartsOf, HEAD, MAIN, OFFICE, ROOT, STYLE, STYLES, typesOf } from './xlsx-parts.js';
import { sheetNameOf, xmlText } from './xlsx-text.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A moment is shown as the clock on the wall had it; null leaves the cell empty. */
export type XlsxCell = string | number | Date | null;
/** `width` in letters. What `runsOn` is broken into lines. */
export type XlsxColumn = { heading: string; width: number; runsOn?: boolean };
/** Rows are asked for one after the other, and none is held. */
export type XlsxTable = {
  sheet: string;
  columns: readonly XlsxColumn[];
  rows: Iterable<readonly XlsxCell[]>;
};

/** Of a sheet, its heading among them. */
const MAX_ROWS = 1_048_576;
/** What readers would leave out. */
const OUTER_SPACE = /^\s|\s$/;
const CHUNK_LETTERS = 65_536;
const DAY_MS = 86_400_000;
/** Where days are counted from, so that they come out right from March 1900. */
const FIRST_DAY_MS = Date.UTC(1899, 11, 30);
/** The same table is the same file, whenever it is made. */
const MADE = '2000-01-01T00:00:00';

/**
 * Tables as a workbook, a sheet each in their order: text stays text whatever it begins with, numbers and moments can be reckoned with, and the
 * heading stays in sight. Office Open XML (ECMA-376), of which this is the least that every reader knows.
 */
export function xlsxOf(...tables: readonly [XlsxTable, ...XlsxTable[]]): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  addFile(zip, '[Content_Types].xml', [typesOf(tables.length)]);
  addFile(zip, '_rels/.rels', [ROOT]);
  addFile(zip, 'xl/workbook.xml', [bookXml(tables.map(({ sheet }) => sheet))]);
  addFile(zip, 'xl/_rels/workbook.xml.rels', [bookPartsOf(tables.length)]);
  addFile(zip, 'xl/styles.xml', [STYLES]);
  tables.forEach((table, at) => addFile(zip, `xl/worksheets/sheet${at + 1}.xml`, sheetXml(table)));
  zip.end();
  return Buffer.concat(chunks);
}

/** Packs a file as it is being made: never all of it is there. */
function addFile(zip: Zip, path: string, parts: Iterable<string>): void {
  const file = new ZipDeflate(path, { level: 6 });
  file.mtime = MADE;
  zip.add(file);
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (waiting.length < CHUNK_LETTERS) continue;
    file.push(Buffer.from(waiting));
    waiting = '';
  }
  file.push(Buffer.from(waiting), true);
}

function bookXml(sheets: readonly string[]): string {
  const listed = sheets.map(
    (sheet, at) => `<sheet name="${xmlText(sheetNameOf(sheet))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function* sheetXml({ columns, rows }: XlsxTable): Generator<string> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  const headings = columns.map(({ heading }, at) => textCell(`${nameOf(at)}1`, heading, STYLE.heading));
  yield `<row r="1">${headings.join('')}</row>`;
  const names = columns.map((_column, at) => nameOf(at));
  let row = 1;
  for (const cells of rows) {
    row += 1;
    if (row > MAX_ROWS) throw new Error(`a sheet holds ${MAX_ROWS} rows`);
    yield `<row r="${row}">${cells.map((cell, at) => cellXml(`${names[at] ?? nameOf(at)}${row}`, cell, columns[at])).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function cellXml(place: string, cell: XlsxCell, column: XlsxColumn | undefined): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(place, cell, column?.runsOn ? STYLE.longText : STYLE.text);
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : '';
  return `<c r="${place}" s="${STYLE.moment}"><v>${(wallClockMs(cell) - FIRST_DAY_MS) / DAY_MS}</v></c>`;
}

function textCell(place: string, text: string, styleAt: number): string {
  const space = OUTER_SPACE.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${styleAt}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}

/** "A" to "Z", then "AA". */
function nameOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : nameOf(Math.floor(column / 26) - 1) + letter;
}
