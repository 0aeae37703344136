import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import {
  memberFileColumns,
  memberFileDamaged,
  memberFileEmpty,
  memberFileLocked,
  memberFileTooLarge,
} from '../../../shared/account/account.errors.js';
import {
  MAX_MEMBER_FILE_BYTES,
  MAX_MEMBER_ROWS,
  type PreviewMembers,
} from '../../../shared/account/member-import.schema.js';
import type { FailureKind, FailureParams } from '../../../shared/kernel/failure.js';
import { inParts, type ParsedFile } from '../../platform/import/parsed-file.js';
import { xlsxSheets } from '../../platform/import/xlsx-sheets.js';
import { UnreadablePack } from '../../platform/import/zip-parts.js';
import { findColumns } from './member-columns.rules.js';
import { readRow, withRepeats } from './member-row.rules.js';

const MAX_UNPACKED_BYTES = 60_000_000;
/** Room for a title above and a row that is too many. */
const MAX_READ_ROWS = MAX_MEMBER_ROWS + 20;

const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
type Row = { line: number; cells: string[] };

class Refused extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly params: FailureParams = {},
  ) {
    super(kind.code);
  }
}

/** Reads a file of members and judges each row by the file alone. */
export function parse({ format, content, columns }: PreviewMembers): ParsedFile {
  try {
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length > MAX_MEMBER_FILE_BYTES)
      throw new Refused(memberFileTooLarge, { max: MAX_MEMBER_FILE_BYTES });
    // A workbook is known by its first letters, whatever it is called.
    const isPack = bytes.subarray(0, 2).toString('latin1') === 'PK';
    const rows = isPack || format === 'xlsx' ? sheetRows(bytes) : csvRows(bytes);
    return inParts(itemsOf(rows, columns));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: { kind: { ...error.kind }, params: error.params } };
  }
}

function itemsOf(rows: readonly Row[], columns: PreviewMembers['columns']) {
  if (rows.length === 0) throw new Refused(memberFileEmpty);
  const found = findColumns(rows, columns);
  if ('missing' in found)
    throw new Refused(memberFileColumns, {
      missing: found.missing.join(','),
      headings: found.headings.slice(0, 50).join('\n'),
    });
  const people = rows.slice(found.at + 1);
  if (people.length === 0) throw new Refused(memberFileEmpty);
  if (people.length > MAX_MEMBER_ROWS) throw new Refused(memberFileTooLarge, { max: MAX_MEMBER_ROWS });
  const read = people.map(({ line, cells }) => ({ line, given: readRow(cells, found.places) }));
  return withRepeats(read).map((given, index) => ({
    place: index + 1,
    line: read[index]?.line ?? 0,
    excerpt: '',
    content: given,
    print: null,
    errors: given.errors,
    warnings: [],
    standing: given.errors.length > 0 ? ('rejected' as const) : ('ready' as const),
    duplicateOf: null,
  }));
}

/** Of the sheet whose first rows hold the columns, else of the first with anything in it. */
function sheetRows(bytes: Buffer): Row[] {
  const sheets = opened(bytes)
    .map(({ rows }) =>
      rows.map(({ row, cells }) => ({ line: row, cells })).filter(({ cells }) => isFilled(cells)),
    )
    .filter((rows) => rows.length > 0);
  return sheets.find((rows) => 'places' in findColumns(rows, {})) ?? sheets[0] ?? [];
}

function opened(bytes: Buffer) {
  try {
    return xlsxSheets(bytes, { maxBytes: MAX_UNPACKED_BYTES, maxRows: MAX_READ_ROWS });
  } catch (error) {
    if (!(error instanceof UnreadablePack)) throw error;
    if (error.reason === 'password') throw new Refused(memberFileLocked);
    if (error.reason === 'too_large') throw new Refused(memberFileTooLarge, { max: MAX_UNPACKED_BYTES });
    throw new Refused(memberFileDamaged);
  }
}

function csvRows(bytes: Buffer): Row[] {
  const text = textOf(bytes).replace(/^\ufeff/, '');
  const named = /^"?sep=([,;\t])"?\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  try {
    const parsed: unknown = parseCsv(body, {
      delimiter: named?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      to: MAX_READ_ROWS,
    });
    const above = named ? 1 : 0;
    return csvRecords
      .parse(parsed)
      .map(({ record, info }) => ({ line: info.lines + above, cells: record }))
      .filter(({ cells }) => isFilled(cells));
  } catch {
    throw new Refused(memberFileDamaged);
  }
}

/** UTF-8, or UTF-16 with its mark, as spreadsheets write “Unicode text”. What is neither would come out garbled. */
function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(memberFileDamaged);
  }
}

/** Whichever the first lines have most. */
function delimiterOf(text: string): string {
  const head = text.split('\n', 10).join('\n');
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].toSorted((one, two) => count(two) - count(one))[0] ?? ',';
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
