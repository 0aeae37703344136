import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { ledgerStatistics, type LedgerEntry } from '../../../shared/qna/ledger.schema.js';
import { numbersOf, outcomeText, timeText, type LedgerBook } from './ledger-book.present.js';
import type { LedgerWords } from './ledger-words.js';
import { plainText } from './plain-text.rules.js';

const require = createRequire(import.meta.url);
const REGULAR = require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf');
const BOLD = require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf');

const INK = '#13233a';
const QUIET = '#5b6675';
const MARGIN = 56;
const FOOT = 34;
/** Others get their turn between so many entries: setting type takes a while. */
const ENTRIES_AT_ONCE = 2;

const OUTCOMES = ledgerStatistics.shape.outcomes.keyof().options;

type Pdf = PDFKit.PDFDocument;

/** For reading and for the file: A4, what came of each question, one after the other. */
export async function ledgerPdf(book: LedgerBook, words: LedgerWords): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    bufferPages: true,
    lang: words.locale,
    info: { Title: `${words.ledger}: ${book.title}`, CreationDate: book.madeAt },
  });
  const done = collected(pdf);
  pdf.registerFont('regular', REGULAR).registerFont('bold', BOLD);
  writeHead(pdf, book, words);
  const numbers = numbersOf(book.entries);
  for (const [index, entry] of book.entries.entries()) {
    if (index % ENTRIES_AT_ONCE === 0) await setImmediate();
    writeEntry(pdf, entry, { number: index + 1, numbers, words });
  }
  numberPages(pdf, book, words);
  pdf.end();
  return done;
}

function collected(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((settle, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => settle(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

function writeHead(pdf: Pdf, book: LedgerBook, words: LedgerWords): void {
  const { statistics } = book;
  pdf.font('regular').fontSize(10).fillColor(QUIET).text(words.ledger);
  pdf.font('bold').fontSize(18).fillColor(INK).text(book.title);
  const facts = [timeText(book.startsAt, words), `${words.code} ${book.code}`];
  pdf.font('regular').fontSize(10).fillColor(QUIET).text(facts.join(' · ')).moveDown(0.8);
  writeFact(pdf, words.asked, `${statistics.asked}`);
  for (const outcome of OUTCOMES) writeFact(pdf, words.outcomes[outcome], `${statistics.outcomes[outcome]}`);
  writeFact(pdf, words.votes, `${statistics.votes}`);
  if (statistics.medianSecondsToAnswer !== null)
    writeFact(pdf, words.medianToAnswer, words.duration(statistics.medianSecondsToAnswer));
  if (statistics.meanAnswerSeconds !== null)
    writeFact(pdf, words.meanAnswer, words.duration(statistics.meanAnswerSeconds));
  pdf.moveDown(0.8);
}

function writeFact(pdf: Pdf, label: string, value: string): void {
  pdf.font('regular').fontSize(10).fillColor(QUIET).text(`${label}: `, { continued: true });
  pdf.font('bold').fillColor(INK).text(value);
}

type Context = { number: number; numbers: ReadonlyMap<string, number>; words: LedgerWords };

function writeEntry(pdf: Pdf, entry: LedgerEntry, { number, numbers, words }: Context): void {
  const width = pdf.page.width - 2 * MARGIN;
  const heading = `${number}. ${entry.text ?? words.hidden}`;
  pdf.font('bold').fontSize(11);
  // A question does not stand at the foot of a page with its outcome on the next.
  if (pdf.y + pdf.heightOfString(heading, { width }) + 30 > pdf.page.height - MARGIN - FOOT) pdf.addPage();
  pdf.fillColor(entry.text === null ? QUIET : INK).text(heading);
  pdf.font('regular').fontSize(9).fillColor(QUIET).text(metaOf(entry, words));
  pdf.fillColor(INK).text(becameOf(entry, numbers, words));
  const answer = plainText(entry.answer?.text ?? '');
  if (answer) pdf.fontSize(10).text(answer);
  pdf.moveDown(0.9);
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

function numberPages(pdf: Pdf, book: LedgerBook, words: LedgerWords): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    const { height, width, margins } = pdf.page;
    // Below the margin, where writing would otherwise turn the page.
    margins.bottom = 0;
    const line = `${words.madeAt} ${timeText(book.madeAt, words)} · ${words.page} ${page + 1}/${count}`;
    pdf.font('regular').fontSize(8).fillColor(QUIET);
    pdf.text(line, MARGIN, height - MARGIN, { width: width - 2 * MARGIN, align: 'right', lineBreak: false });
    margins.bottom = MARGIN + FOOT;
  }
}
