import { searchText } from '../../../shared/kernel/text.js';
import { MEMBER_COLUMNS, type MemberColumn } from '../../../shared/account/member-import.schema.js';

/** Words for each column as organisations write them, without accents and case. */
const HEADINGS: Record<MemberColumn, readonly string[]> = {
  fullName: [
    'ho va ten',
    'ho ten',
    'ho & ten',
    'ten',
    'ten day du',
    'full name',
    'fullname',
    'name',
    'hoten',
  ],
  code: [
    ...['ma thanh vien', 'ma', 'ma so', 'ma hoi vien', 'ma doan vien', 'ma dang vien', 'ma can bo', 'ma nv'],
    ...['ma nhan vien', 'so the', 'member code', 'code', 'member id', 'id'],
  ],
  email: ['email', 'e-mail', 'thu dien tu', 'dia chi email', 'mail', 'email address'],
  unit: [
    'don vi',
    'ten don vi',
    'phong ban',
    'phong',
    'chi bo',
    'chi hoi',
    'to',
    'unit',
    'department',
    'unit path',
  ],
  status: ['tinh trang', 'trang thai', 'da roi', 'status', 'state'],
};
const KNOWN = new Map(
  MEMBER_COLUMNS.flatMap((column) => HEADINGS[column].map((word) => [word, column] as const)),
);
/** Without these nothing can be told of a row. */
const NEEDED: readonly MemberColumn[] = ['fullName', 'code'];
/** How far down the heading may stand below a title. */
const MAX_TITLE_ROWS = 10;

const headingOf = (cell: string): string =>
  searchText(cell)
    .replace(/[*:()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export type Places = Partial<Record<MemberColumn, number>>;
export type Found = { at: number; places: Places } | { missing: MemberColumn[]; headings: string[] };

/**
 * The row with the headings and where each column stands: by the words for them, or as `chosen` names the headings.
 * Else what is missing, and the headings of the row that has most of them.
 */
export function findColumns(
  rows: readonly { cells: readonly string[] }[],
  chosen: Partial<Record<MemberColumn, string>>,
): Found {
  const read = rows
    .slice(0, MAX_TITLE_ROWS)
    .map(({ cells }, at) => ({ at, cells, places: placesOf(cells, chosen) }));
  const complete = read.find(({ places }) => NEEDED.every((column) => places[column] !== undefined));
  if (complete) return { at: complete.at, places: complete.places };
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  const best = read.toSorted(
    (one, two) =>
      Object.keys(two.places).length - Object.keys(one.places).length ||
      filled(two.cells) - filled(one.cells),
  )[0];
  return {
    missing: NEEDED.filter((column) => best?.places[column] === undefined),
    headings: (best?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== ''),
  };
}

function placesOf(cells: readonly string[], chosen: Partial<Record<MemberColumn, string>>): Places {
  const places: Places = {};
  cells.forEach((cell, at) => {
    const heading = headingOf(cell);
    const named = MEMBER_COLUMNS.find(
      (column) => chosen[column] !== undefined && headingOf(chosen[column]) === heading,
    );
    const column = named ?? KNOWN.get(heading);
    if (column === undefined || heading === '') return;
    if (named !== undefined || (places[column] === undefined && chosen[column] === undefined))
      places[column] = at;
  });
  return places;
}
