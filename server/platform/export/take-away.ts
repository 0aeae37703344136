import { dateTimeText } from '../text/formats.js';
import type { Language } from '../text/texts.js';
import { csvOf } from './csv.js';
import { xlsxOf, type XlsxCell, type XlsxTable } from './xlsx.js';

export const TABLE_FORMS = ['xlsx', 'csv'] as const;
export type TableForm = (typeof TABLE_FORMS)[number];

/** What a table is of, by name: who gives it out, of what, made when. */
export type About = { sheet: string; facts: readonly (readonly [name: string, value: XlsxCell])[] };

type TakeAway = {
  /** The first is the table; a form with room for one has only that. */
  tables: readonly [XlsxTable, ...XlsxTable[]];
  about: About;
  language: Language;
};

const FACT_WIDTHS = [28, 60] as const;

/**
 * A table to take along. A workbook says on a sheet of its own what it is of; the plain form, which has room for rows
 * alone, says it at the end of each.
 */
export function takeAway(form: TableForm, { tables, about, language }: TakeAway): Buffer {
  if (form === 'xlsx') return xlsxOf(...tables, sheetOf(about));
  const [table] = tables;
  const told = (cell: XlsxCell): string | number =>
    cell instanceof Date ? dateTimeText(cell, language) : (cell ?? '');
  const facts = about.facts.map(([, value]) => told(value));
  return csvOf(
    [...table.columns.map(({ heading }) => heading), ...about.facts.map(([name]) => name)],
    mapped(table.rows, (cells) => [...cells.map(told), ...facts]),
  );
}

function sheetOf({ sheet, facts }: About): XlsxTable {
  const [name, value] = FACT_WIDTHS;
  return {
    sheet,
    columns: [
      { heading: sheet, width: name },
      { heading: '', width: value, runsOn: true },
    ],
    rows: facts,
  };
}

function* mapped<From, To>(rows: Iterable<From>, map: (row: From) => To): Generator<To> {
  for (const row of rows) yield map(row);
}
