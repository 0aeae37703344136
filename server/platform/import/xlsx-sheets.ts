import { posix } from 'node:path';
import { DAYS_TO_1904, formatCode, shownNumber } from './xlsx-number.js';
import { xmlNodes, type XmlNode } from './xml-nodes.js';
import { UnreadablePack, zipParts } from './zip-parts.js';

/** `row` is the sheet's own count, from 1. Cells are as people see them; rows without any are left out. */
export type SheetRow = { row: number; cells: string[] };
export type Sheet = { name: string; rows: SheetRow[] };
export type XlsxLimits = { maxBytes: number; maxRows: number };

/** Cells behind these are not looked at. */
const MAX_COLUMNS = 200;
const BOOK = 'xl/workbook.xml';

type Part = (name: string) => string | null;
type Book = {
  sheets: { name: string; path: string }[];
  strings: string[];
  formats: string[];
  addDays: number;
};

/**
 * The visible sheets of a workbook (Office Open XML, ECMA-376), in its order, with the values that were kept with it:
 * nothing is reckoned. A sheet is read to `maxRows` rows with something in them. Throws UnreadablePack when it is no
 * workbook, is locked, or would be larger than `maxBytes` when unpacked.
 */
export function xlsxSheets(file: Uint8Array, { maxBytes, maxRows }: XlsxLimits): Sheet[] {
  const unpack = zipParts(file, maxBytes);
  const part: Part = (name) => unpack(name)?.toString('utf8') ?? null;
  const book = bookOf(part);
  return book.sheets.map(({ name, path }) => ({ name, rows: rowsOf(part(path) ?? '', book, maxRows) }));
}

function bookOf(part: Part): Book {
  const xml = part(BOOK);
  if (xml === null) throw new UnreadablePack('damaged');
  const related = relationsOf(part('xl/_rels/workbook.xml.rels') ?? '');
  const partOf = (kind: string) => {
    const path = [...related.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path;
    return (path === undefined ? null : part(path)) ?? '';
  };
  return {
    ...outlineOf(xml, related),
    strings: stringsOf(partOf('sharedStrings')),
    formats: formatsOf(partOf('styles')),
  };
}

type Related = ReadonlyMap<string, { path: string; type: string }>;

/** The sheets that people see, and from when days are counted. */
function outlineOf(xml: string, related: Related): Pick<Book, 'sheets' | 'addDays'> {
  const sheets: Book['sheets'] = [];
  let addDays = 0;
  for (const node of xmlNodes(xml)) {
    if (node.kind !== 'open') continue;
    const { name, attribute } = node;
    if (name === 'workbookPr' && /^(?:1|true)$/.test(attribute('date1904') ?? '')) addDays = DAYS_TO_1904;
    if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') continue;
    const path = related.get(attribute('r:id') ?? '')?.path;
    if (path !== undefined) sheets.push({ name: attribute('name') ?? '', path });
  }
  return { sheets, addDays };
}

function relationsOf(xml: string): Map<string, { path: string; type: string }> {
  const related = new Map<string, { path: string; type: string }>();
  for (const node of xmlNodes(xml)) {
    if (node.kind !== 'open' || node.name !== 'Relationship') continue;
    const target = node.attribute('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
    related.set(node.attribute('Id') ?? '', { path, type: node.attribute('Type') ?? '' });
  }
  return related;
}

/** Texts that cells share; what tells how to say them aloud is no part of them. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let isText = false;
  let isSpoken = false;
  for (const node of xmlNodes(xml)) {
    if (node.kind === 'text') {
      if (isText && !isSpoken) strings[strings.length - 1] += node.text;
      continue;
    }
    const isOpen = node.kind === 'open' && !node.isEmpty;
    if (node.kind === 'open' && node.name === 'si') strings.push('');
    if (node.name === 't') isText = isOpen;
    if (node.name === 'rPh') isSpoken = isOpen;
  }
  return strings.map(unescaped);
}

/** The code of the number format of each style of cells. */
function formatsOf(xml: string): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let isCell = false;
  for (const node of xmlNodes(xml)) {
    if (node.kind === 'text') continue;
    if (node.name === 'cellXfs') isCell = node.kind === 'open' && !node.isEmpty;
    if (node.kind !== 'open') continue;
    if (node.name === 'numFmt')
      own.set(Number(node.attribute('numFmtId')), node.attribute('formatCode') ?? '');
    if (node.name === 'xf' && isCell) formats.push(formatCode(Number(node.attribute('numFmtId') ?? 0), own));
  }
  return formats;
}

type Cell = { column: number; type: string; format: string; value: string; text: string };

function rowsOf(xml: string, book: Book, maxRows: number): SheetRow[] {
  const reading = new SheetReading(book);
  for (const node of xmlNodes(xml)) {
    if (node.kind === 'text') reading.text(node.text);
    else if (node.kind === 'open') reading.open(node);
    else reading.close(node.name);
    if (reading.rows.length >= maxRows) break;
  }
  return reading.rows;
}

class SheetReading {
  readonly rows: SheetRow[] = [];
  private row = 0;
  private cells: string[] = [];
  private cell: Cell | null = null;
  private inside = '';

  constructor(private readonly book: Book) {}

  text(text: string): void {
    if (this.cell && this.inside === 'v') this.cell.value += text;
    if (this.cell && this.inside === 't') this.cell.text += text;
  }

  open({ name, attribute, isEmpty }: Extract<XmlNode, { kind: 'open' }>): void {
    if (name === 'row') this.row = Number(attribute('r') ?? this.row + 1);
    if (name === 'c') {
      const column = columnOf(attribute('r')) ?? this.cells.length;
      const format = this.book.formats[Number(attribute('s') ?? 0)] ?? '';
      this.cell = { column, type: attribute('t') ?? 'n', format, value: '', text: '' };
      if (isEmpty) this.close('c');
    }
    this.inside = isEmpty ? '' : name;
  }

  close(name: string): void {
    if (name === 'c') this.finishCell();
    if (name === 'row') this.finishRow();
    this.inside = '';
  }

  private finishCell(): void {
    if (this.cell && this.cell.column < MAX_COLUMNS)
      put(this.cells, this.cell.column, shownCell(this.cell, this.book));
    this.cell = null;
  }

  private finishRow(): void {
    const { row, cells } = this;
    if (cells.some((text) => text.trim() !== '')) this.rows.push({ row, cells });
    this.cells = [];
  }
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function shownCell({ type, format, value, text }: Cell, { strings, addDays }: Book): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return unescaped(text);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return value.trim() !== '' && Number.isFinite(Number(value))
        ? shownNumber(Number(value), format, addDays)
        : value;
    default:
      return unescaped(value);
  }
}

/** "A" is 0, "AA" is 26. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Excel writes letters that XML has no place for, and line ends of Windows, by their numbers. */
const unescaped = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
