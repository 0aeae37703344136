import type { DeskInquiry } from '../../../shared/qna/inquiry.schema.js';
import { csvOf } from '../../platform/export/csv.js';
import { xlsxOf, type XlsxCell } from '../../platform/export/xlsx.js';
import type { Language } from '../../platform/text/texts.js';
import { ledgerTexts, numbersOf, outcomeText, toldCells, type LedgerText } from './ledger-book.present.js';

/** Everything the desk knows of a question; of an anonymous one not its author, for nobody does. */
export type DeskEntry = DeskInquiry & { number: number };

/** In letters, as wide as what usually stands there; what runs on and on is broken into lines. */
const COLUMNS = {
  number: { width: 8 },
  askedAt: { width: 17 },
  state: { width: 22 },
  text: { width: 60, runsOn: true },
  originalText: { width: 60, runsOn: true },
  author: { width: 24 },
  unit: { width: 24 },
  votes: { width: 13 },
  labels: { width: 24 },
  flagged: { width: 18 },
  mergedInto: { width: 16 },
  reason: { width: 22 },
  declineNote: { width: 40, runsOn: true },
  note: { width: 60, runsOn: true },
  answeredBy: { width: 24 },
  answeredAt: { width: 17 },
  seconds: { width: 25 },
  answer: { width: 60, runsOn: true },
} as const satisfies Record<string, { width: number; runsOn?: boolean }>;
type Column = keyof typeof COLUMNS;

// Columns stand in the order in which they are written above.
const names = Object.keys(COLUMNS).filter((name): name is Column => name in COLUMNS);

/** All questions of a session for its moderators: whatever became of them, with their notes. */
export function deskCsv(entries: readonly DeskEntry[], language: Language): Buffer {
  const t = ledgerTexts[language];
  return csvOf(
    names.map((name) => t(`desk.columns.${name}`)),
    [...rowsOf(entries, t)].map((cells) => toldCells(cells, language)),
  );
}

/** The same for Excel and its like. */
export function deskXlsx(entries: readonly DeskEntry[], language: Language): Buffer {
  const t = ledgerTexts[language];
  return xlsxOf({
    sheet: t('desk.title'),
    columns: names.map((name) => ({ ...COLUMNS[name], heading: t(`desk.columns.${name}`) })),
    rows: rowsOf(entries, t),
  });
}

function* rowsOf(entries: readonly DeskEntry[], t: LedgerText): Generator<XlsxCell[]> {
  const numbers = numbersOf(entries);
  for (const entry of entries) {
    const row = rowOf(entry, numbers, t);
    yield names.map((name) => row[name]);
  }
}

function rowOf(
  entry: DeskEntry,
  numbers: ReadonlyMap<string, number>,
  t: LedgerText,
): Record<Column, XlsxCell> {
  return { ...askedOf(entry, t), ...becameOf(entry, numbers, t) };
}

function askedOf(entry: DeskEntry, t: LedgerText) {
  return {
    number: entry.number,
    askedAt: new Date(entry.askedAt),
    text: entry.text,
    originalText: entry.originalText,
    author: entry.author?.name ?? t('anonymous'),
    unit: entry.author?.unit ?? null,
    votes: entry.votes,
    labels: entry.labels.join(', '),
    flagged: entry.flagged.join(', '),
    note: entry.note,
  };
}

function becameOf(entry: DeskEntry, numbers: ReadonlyMap<string, number>, t: LedgerText) {
  const { answer, decline } = entry;
  return {
    state: outcomeText(entry, t),
    mergedInto: (entry.mergedInto && numbers.get(entry.mergedInto)) ?? null,
    reason: decline && t(`declined.${decline.reason}`),
    declineNote: decline && decline.note,
    answeredBy: answer ? answer.by : entry.answerer,
    answeredAt: answer && new Date(answer.at),
    seconds: answer && answer.seconds,
    answer: answer && answer.text,
  };
}
