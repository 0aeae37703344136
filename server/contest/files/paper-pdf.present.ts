import { Pdf } from '../../platform/export/pdf.js';
import { writeTable, type PdfColumn, type PdfRow } from '../../platform/export/pdf-table.js';
import { dateTimeText, localeOf } from '../../platform/text/formats.js';
import type { Language } from '../../platform/text/texts.js';
import {
  fileTexts,
  periodText,
  roundTitle,
  stateText,
  type FileText,
  type RoundFacts,
} from './round-book.present.js';

const INK = '#0b2545';
const TEXT = '#000000';
const QUIET = '#475262';
const LINE = '#b4b2ac';
/** The note and the place to sign, with so many rows above them. */
const SIGNS_POINTS = 170;
const ROWS_WITH_SIGNS = 5;
const SIGN_ROOM = 70;

type Paper = {
  title: string;
  facts: RoundFacts;
  /** Below the title. */
  line: string;
  /** Below the table. */
  note: string;
  columns: readonly PdfColumn[];
  rows: readonly PdfRow[];
  language: Language;
};

/** A table of results on paper: who gives it out, of what, and, once it is official, a place to sign. */
export function paperPdf({ title, facts, line, note, columns, rows, language }: Paper): Promise<Buffer> {
  const t = fileTexts[language];
  const madeAt = dateTimeText(facts.madeAt, language);
  const pdf = new Pdf({
    title: `${title}: ${facts.contest}`,
    locale: localeOf(language),
    madeAt: facts.madeAt,
  });
  writeHead(pdf, facts, t);
  pdf.space(0.8);
  writeCentred(pdf, title, { weight: 'bold', size: 18, color: INK });
  writeCentred(pdf, `${roundTitle(facts, t)}, ${periodText(facts, language)}`, { size: 11, color: TEXT });
  writeCentred(pdf, line, { size: 9.5, color: QUIET });
  pdf.space(0.8);
  const after = facts.isFinal ? { points: SIGNS_POINTS, rows: ROWS_WITH_SIGNS } : { points: 40, rows: 1 };
  writeTable(pdf, { columns, rows, after, ink: INK, line: LINE });
  pdf.space(0.8);
  pdf.write(note, { size: 9.5, color: QUIET });
  if (facts.isFinal) writeSigns(pdf, t);
  return pdf.end(
    (page, pages) => t('paper.foot', { organisation: facts.organisation, title, madeAt, page, pages }),
    QUIET,
  );
}

function writeHead(pdf: Pdf, facts: RoundFacts, t: FileText): void {
  const top = pdf.y;
  const half = pdf.width / 2;
  pdf.writeAt(
    stateText(facts, t),
    { size: 9.5, color: QUIET },
    { left: half, top, width: half, align: 'right' },
  );
  pdf.writeAt(facts.organisation, { weight: 'bold', size: 11, color: INK }, { left: 0, top, width: half });
  const below = pdf.y;
  pdf.writeAt(
    t('paper.office', { contest: facts.contest }),
    { size: 9.5, color: QUIET },
    { left: 0, top: below, width: half },
  );
  pdf.moveTo(pdf.y);
}

function writeCentred(pdf: Pdf, text: string, style: Parameters<Pdf['write']>[1]): void {
  const { y, width } = pdf;
  pdf.writeAt(text, style, { left: 0, top: y, width, align: 'center' });
  pdf.moveTo(pdf.y + 3);
}

function writeSigns(pdf: Pdf, t: FileText): void {
  pdf.space(1.5);
  const { y, width } = pdf;
  (['maker', 'head'] as const).forEach((who, at) => {
    const place = { left: (at * width) / 2, width: width / 2, align: 'center' } as const;
    pdf.writeAt(t(`paper.${who}`), { weight: 'bold', size: 10.5, color: TEXT }, { ...place, top: y });
    pdf.writeAt(t(`paper.${who}How`), { size: 9.5, color: QUIET }, { ...place, top: y + 16 });
    pdf.writeAt('.'.repeat(48), { size: 9.5, color: QUIET }, { ...place, top: y + 16 + SIGN_ROOM });
  });
}
