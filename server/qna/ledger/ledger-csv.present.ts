import type { LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { csvOf, type CsvCell } from '../../platform/export/csv.js';
import { dateTimeText } from '../../platform/text/formats.js';
import type { Language } from '../../platform/text/texts.js';
import {
  ledgerTexts,
  numbersOf,
  outcomeText,
  type LedgerBook,
  type LedgerText,
} from './ledger-book.present.js';

const COLUMNS = [
  'number',
  'askedAt',
  'text',
  'author',
  'unit',
  'outcome',
  'reason',
  'mergedInto',
  'votes',
  'labels',
  'answeredAt',
  'answeredBy',
  'seconds',
  'answer',
] as const;
type Column = (typeof COLUMNS)[number];

/** For spreadsheets: a question in each row. */
export function ledgerCsv({ entries }: LedgerBook, language: Language): Buffer {
  const t = ledgerTexts[language];
  const numbers = numbersOf(entries);
  const rows = entries.map((entry, index) => {
    const row = rowOf(entry, { number: index + 1, numbers, t, language });
    return COLUMNS.map((column) => row[column]);
  });
  return csvOf(
    COLUMNS.map((column) => t(`columns.${column}`)),
    rows,
  );
}

type Context = { number: number; numbers: ReadonlyMap<string, number>; t: LedgerText; language: Language };

function rowOf(entry: LedgerEntry, { number, numbers, t, language }: Context): Record<Column, CsvCell> {
  const { answer } = entry;
  return {
    number,
    askedAt: dateTimeText(entry.askedAt, language),
    text: entry.text ?? t('hidden'),
    author: authorText(entry, t),
    unit: entry.author?.unit ?? '',
    outcome: outcomeText(entry, t),
    reason: entry.decline ? t(`declined.${entry.decline}`) : '',
    mergedInto: (entry.mergedInto && numbers.get(entry.mergedInto)) ?? '',
    votes: entry.votes,
    labels: entry.labels.join(', '),
    answeredAt: answer ? dateTimeText(answer.at, language) : '',
    answeredBy: answer?.by ?? '',
    seconds: answer?.seconds ?? '',
    answer: answer?.text ?? '',
  };
}

/** Of what nobody may read nothing is said of the author either, not even whether there is a name. */
function authorText({ text, author }: LedgerEntry, t: LedgerText): string {
  if (text === null) return '';
  return author?.name ?? t('anonymous');
}
