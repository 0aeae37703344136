import { durationText } from '../../../shared/kernel/formats.js';
import { ledgerStatistics, type LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { Pdf } from '../../platform/export/pdf.js';
import { dateTimeText, localeOf } from '../../platform/text/formats.js';
import type { Language } from '../../platform/text/texts.js';
import {
  ledgerTexts,
  numbersOf,
  outcomeText,
  wordsOf,
  type LedgerBook,
  type LedgerText,
} from './ledger-book.present.js';
import { plainText } from './plain-text.rules.js';

const INK = '#13233a';
const QUIET = '#5b6675';
/** A question does not stand at the foot of a page with its outcome on the next. */
const OUTCOME_POINTS = 30;

const OUTCOMES = ledgerStatistics.shape.outcomes.keyof().options;

/** What is said of a book, and in which language. */
type Writing = {
  pdf: Pdf;
  t: LedgerText;
  timeText: (at: Date | string) => string;
  spanText: (seconds: number) => string;
};

/** For reading and for the file: what came of each question, one after the other. */
export function ledgerPdf(book: LedgerBook, language: Language): Promise<Buffer> {
  const { madeAt, entries } = book;
  const t = ledgerTexts[language];
  const timeText = (at: Date | string): string => dateTimeText(at, language);
  const pdf = new Pdf({ title: `${t('title')}: ${book.title}`, locale: localeOf(language), madeAt });
  const spanText = (seconds: number): string => durationText(seconds * 1000, 'used', language);
  const writing = { pdf, t, timeText, spanText };
  writeHead(writing, book);
  const numbers = numbersOf(entries);
  for (const entry of entries) writeEntry(writing, entry, numbers);
  return pdf.end((page, pages) => t('foot', { at: timeText(madeAt), page, pages }), QUIET);
}

function writeHead(
  { pdf, t, timeText, spanText }: Writing,
  { title, code, startsAt, statistics }: LedgerBook,
): void {
  const facts = [timeText(startsAt), t('code', { code })];
  pdf
    .write(t('title'), { size: 10, color: QUIET })
    .write(title, { weight: 'bold', size: 18, color: INK })
    .write(facts.join(' · '), { size: 10, color: QUIET })
    .space(0.8);
  const { medianSecondsToAnswer: median, meanAnswerSeconds: mean } = statistics;
  writeFact(pdf, t('asked'), `${statistics.asked}`);
  for (const outcome of OUTCOMES) writeFact(pdf, t(`outcomes.${outcome}`), `${statistics.outcomes[outcome]}`);
  writeFact(pdf, t('votes'), `${statistics.votes}`);
  if (median !== null) writeFact(pdf, t('medianToAnswer'), spanText(median));
  if (mean !== null) writeFact(pdf, t('meanAnswer'), spanText(mean));
  pdf.space(0.8);
}

function writeFact(pdf: Pdf, label: string, value: string): void {
  pdf
    .write(`${label}: `, { size: 10, color: QUIET, continued: true })
    .write(value, { weight: 'bold', size: 10, color: INK });
}

function writeEntry({ pdf, ...voice }: Writing, entry: LedgerEntry, numbers: Numbers): void {
  const heading = voice.t('heading', { number: entry.number, text: wordsOf(entry, voice.t) });
  const style = { weight: 'bold', size: 11, color: entry.text === null ? QUIET : INK } as const;
  pdf
    .keepTogether(heading, style, OUTCOME_POINTS)
    .write(heading, style)
    .write(metaOf(entry, voice), { size: 9, color: QUIET })
    .write(becameOf(entry, numbers, voice), { size: 9, color: INK });
  const answer = plainText(entry.answer?.text ?? '');
  if (answer) pdf.write(answer, { size: 10, color: INK });
  pdf.space(0.9);
}

type Voice = Omit<Writing, 'pdf'>;
type Numbers = ReadonlyMap<string, number>;

function metaOf(entry: LedgerEntry, { t, timeText }: Voice): string {
  const author = entry.author ? [entry.author.name, entry.author.unit] : entry.text ? [t('anonymous')] : [];
  const votes = `${t('votes')}: ${entry.votes}`;
  return [...author, timeText(entry.askedAt), votes, ...entry.labels].filter(Boolean).join(' · ');
}

function becameOf(entry: LedgerEntry, numbers: Numbers, { t, timeText, spanText }: Voice): string {
  const into = entry.mergedInto && numbers.get(entry.mergedInto);
  if (into) return t('mergedInto', { number: into });
  const { answer, decline } = entry;
  return [
    outcomeText(entry, t),
    ...(decline ? [t(`declined.${decline}`)] : []),
    ...(answer ? [answer.by, timeText(answer.at)] : []),
    ...(answer?.seconds ? [spanText(answer.seconds)] : []),
  ]
    .filter(Boolean)
    .join(' · ');
}
