import type { LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { csvOf, type CsvCell } from '../../platform/export/csv.js';
import { numbersOf, outcomeText, timeText, type LedgerBook } from './ledger-book.present.js';
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerWords } from './ledger-words.js';

/** For spreadsheets: a question in each row. */
export function ledgerCsv({ entries }: LedgerBook, words: LedgerWords): Buffer {
  const numbers = numbersOf(entries);
  const rows = entries.map((entry, index) => {
    const row = rowOf(entry, { number: index + 1, numbers, words });
    return LEDGER_COLUMNS.map((column) => row[column]);
  });
  return csvOf(
    LEDGER_COLUMNS.map((column) => words.columns[column]),
    rows,
  );
}

type Context = { number: number; numbers: ReadonlyMap<string, number>; words: LedgerWords };

function rowOf(entry: LedgerEntry, { number, numbers, words }: Context): Record<LedgerColumn, CsvCell> {
  const { answer } = entry;
  return {
    number,
    askedAt: timeText(entry.askedAt, words),
    text: entry.text ?? words.hidden,
    author: authorText(entry, words),
    unit: entry.author?.unit ?? '',
    outcome: outcomeText(entry, words),
    reason: entry.decline ? words.declined[entry.decline] : '',
    mergedInto: (entry.mergedInto && numbers.get(entry.mergedInto)) ?? '',
    votes: entry.votes,
    labels: entry.labels.join(', '),
    answeredAt: answer ? timeText(answer.at, words) : '',
    answeredBy: answer?.by ?? '',
    seconds: answer?.seconds ?? '',
    answer: answer?.text ?? '',
  };
}

/** Of what nobody may read nothing is said of the author either, not even whether there is a name. */
function authorText({ text, author }: LedgerEntry, words: LedgerWords): string {
  if (text === null) return '';
  return author?.name ?? words.anonymous;
}
