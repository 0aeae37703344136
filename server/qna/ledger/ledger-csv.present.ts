import { stringify } from 'csv-stringify/sync';
import type { LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { numbersOf, outcomeText, timeText, type LedgerBook } from './ledger-book.present.js';
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerWords } from './ledger-words.js';

/**
 * For spreadsheets: with the mark by which they know the letters, and with nothing in it that they would take for a
 * formula, whoever wrote it.
 */
export function ledgerCsv({ entries }: LedgerBook, words: LedgerWords): string {
  const numbers = numbersOf(entries);
  const rows = entries.map((entry, index) => rowOf(entry, { number: index + 1, numbers, words }));
  return stringify(rows, {
    bom: true,
    header: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    columns: LEDGER_COLUMNS.map((key) => ({ key, header: words.columns[key] })),
  });
}

type Context = { number: number; numbers: ReadonlyMap<string, number>; words: LedgerWords };

function rowOf(
  entry: LedgerEntry,
  { number, numbers, words }: Context,
): Record<LedgerColumn, string | number> {
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
