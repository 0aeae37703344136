import { ledgerStatistics, type LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { Pdf } from '../../platform/export/pdf.js';
import { numbersOf, outcomeText, timeText, type LedgerBook } from './ledger-book.present.js';
import type { LedgerWords } from './ledger-words.js';
import { plainText } from './plain-text.rules.js';

const INK = '#13233a';
const QUIET = '#5b6675';
/** A question does not stand at the foot of a page with its outcome on the next. */
const OUTCOME_POINTS = 30;

const OUTCOMES = ledgerStatistics.shape.outcomes.keyof().options;

/** For reading and for the file: what came of each question, one after the other. */
export function ledgerPdf(book: LedgerBook, words: LedgerWords): Promise<Buffer> {
  const { madeAt } = book;
  const pdf = new Pdf({ title: `${words.ledger}: ${book.title}`, locale: words.locale, madeAt });
  writeHead(pdf, book, words);
  const numbers = numbersOf(book.entries);
  book.entries.forEach((entry, index) => writeEntry(pdf, entry, { number: index + 1, numbers, words }));
  const made = `${words.madeAt} ${timeText(madeAt, words)}`;
  return pdf.end((page, pages) => `${made} · ${words.page} ${page}/${pages}`, QUIET);
}

function writeHead(pdf: Pdf, book: LedgerBook, words: LedgerWords): void {
  const { statistics } = book;
  const facts = [timeText(book.startsAt, words), `${words.code} ${book.code}`];
  pdf
    .write(words.ledger, { size: 10, color: QUIET })
    .write(book.title, { weight: 'bold', size: 18, color: INK })
    .write(facts.join(' · '), { size: 10, color: QUIET })
    .space(0.8);
  writeFact(pdf, words.asked, `${statistics.asked}`);
  for (const outcome of OUTCOMES) writeFact(pdf, words.outcomes[outcome], `${statistics.outcomes[outcome]}`);
  writeFact(pdf, words.votes, `${statistics.votes}`);
  if (statistics.medianSecondsToAnswer !== null)
    writeFact(pdf, words.medianToAnswer, words.duration(statistics.medianSecondsToAnswer));
  if (statistics.meanAnswerSeconds !== null)
    writeFact(pdf, words.meanAnswer, words.duration(statistics.meanAnswerSeconds));
  pdf.space(0.8);
}

function writeFact(pdf: Pdf, label: string, value: string): void {
  pdf
    .write(`${label}: `, { size: 10, color: QUIET, continued: true })
    .write(value, { weight: 'bold', size: 10, color: INK });
}

type Context = { number: number; numbers: ReadonlyMap<string, number>; words: LedgerWords };

function writeEntry(pdf: Pdf, entry: LedgerEntry, { number, numbers, words }: Context): void {
  const heading = `${number}. ${entry.text ?? words.hidden}`;
  const style = { weight: 'bold', size: 11, color: entry.text === null ? QUIET : INK } as const;
  pdf
    .keepTogether(heading, style, OUTCOME_POINTS)
    .write(heading, style)
    .write(metaOf(entry, words), { size: 9, color: QUIET })
    .write(becameOf(entry, numbers, words), { size: 9, color: INK });
  const answer = plainText(entry.answer?.text ?? '');
  if (answer) pdf.write(answer, { size: 10, color: INK });
  pdf.space(0.9);
}

function metaOf(entry: LedgerEntry, words: LedgerWords): string {
  const author = entry.author ? [entry.author.name, entry.author.unit] : entry.text ? [words.anonymous] : [];
  const votes = `${words.votes}: ${entry.votes}`;
  return [...author, timeText(entry.askedAt, words), votes, ...entry.labels].filter(Boolean).join(' · ');
}

function becameOf(entry: LedgerEntry, numbers: ReadonlyMap<string, number>, words: LedgerWords): string {
  const into = entry.mergedInto && numbers.get(entry.mergedInto);
  if (into) return words.mergedInto(into);
  const { answer, decline } = entry;
  return [
    outcomeText(entry, words),
    ...(decline ? [words.declined[decline]] : []),
    ...(answer ? [answer.by, timeText(answer.at, words)] : []),
    ...(answer?.seconds ? [words.duration(answer.seconds)] : []),
  ]
    .filter(Boolean)
    .join(' · ');
}
