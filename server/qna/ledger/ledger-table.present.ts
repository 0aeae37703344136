import type { LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { csvOf } from '../../platform/export/csv.js';
import { xlsxOf, type XlsxCell } from '../../platform/export/xlsx.js';
import type { Language } from '../../platform/text/texts.js';
import {
  ledgerTexts,
  numbersOf,
  outcomeText,
  toldCells,
  wordsOf,
  type LedgerBook,
  type LedgerText,
} from './ledger-book.present.js';

/** In letters, as wide as what usually stands there; what runs on and on is broken into lines. */
const COLUMNS = {
  number: { width: 6 },
  askedAt: { width: 17 },
  text: { width: 60, runsOn: true },
  author: { width: 24 },
  unit: { width: 24 },
  outcome: { width: 22 },
  reason: { width: 22 },
  mergedInto: { width: 16 },
  votes: { width: 13 },
  labels: { width: 24 },
  answeredAt: { width: 17 },
  answeredBy: { width: 24 },
  seconds: { width: 25 },
  answer: { width: 60, runsOn: true },
} as const satisfies Record<string, { width: number; runsOn?: boolean }>;
type Column = keyof typeof COLUMNS;

// Columns stand in the order in which they are written above.
const names = Object.keys(COLUMNS).filter((name): name is Column => name in COLUMNS);

/** For spreadsheets of every kind: a question in each row. Times are told, for the form has none. */
export function ledgerCsv(book: LedgerBook, language: Language): Buffer {
  const t = ledgerTexts[language];
  return csvOf(
    names.map((name) => t(`columns.${name}`)),
    [...rowsOf(book, t)].map((cells) => toldCells(cells, language)),
  );
}

/** For Excel and its like: times and numbers can be sorted and reckoned with. */
export function ledgerXlsx(book: LedgerBook, language: Language): Buffer {
  const t = ledgerTexts[language];
  return xlsxOf({
    sheet: t('title'),
    columns: names.map((name) => ({ ...COLUMNS[name], heading: t(`columns.${name}`) })),
    rows: rowsOf(book, t),
  });
}

function* rowsOf({ entries }: LedgerBook, t: LedgerText): Generator<XlsxCell[]> {
  const numbers = numbersOf(entries);
  for (const entry of entries) {
    const row = rowOf(entry, numbers, t);
    yield names.map((name) => row[name]);
  }
}

function rowOf(
  entry: LedgerEntry,
  numbers: ReadonlyMap<string, number>,
  t: LedgerText,
): Record<Column, XlsxCell> {
  const { answer } = entry;
  return {
    number: entry.number,
    askedAt: new Date(entry.askedAt),
    text: wordsOf(entry, t),
    author: authorText(entry, t),
    unit: entry.author?.unit ?? null,
    outcome: outcomeText(entry, t),
    reason: entry.decline && t(`declined.${entry.decline}`),
    mergedInto: (entry.mergedInto && numbers.get(entry.mergedInto)) ?? null,
    votes: entry.votes,
    labels: entry.labels.join(', '),
    answeredAt: answer && new Date(answer.at),
    answeredBy: answer?.by ?? null,
    seconds: answer?.seconds ?? null,
    answer: answer?.text ?? null,
  };
}

/** Of what nobody may read nothing is said of the author either, not even whether there is a name. */
function authorText({ text, author }: LedgerEntry, t: LedgerText): string | null {
  if (text === null) return null;
  return author?.name ?? t('anonymous');
}
