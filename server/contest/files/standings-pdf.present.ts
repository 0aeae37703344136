import { clockText } from '../../../shared/kernel/formats.js';
import { paperPdf } from './paper-pdf.present.js';
import { fileTexts } from './round-book.present.js';
import { noteOf, standingsOf, type StandingsPrint } from './standings-table.present.js';

const STRONG = 3;

/** Everybody in their places, to be signed. */
export function standingsPdf(print: StandingsPrint): Promise<Buffer> {
  const { facts, labels, language } = print;
  const t = fileTexts[language];
  const people = standingsOf(print);
  return paperPdf({
    title: t('standings.title', { nth: facts.ordinal }),
    facts,
    line: t('standings.line', { count: people.length }),
    note: t(facts.isFinal ? 'standings.note' : 'standings.noteProvisional', { count: people.length }),
    columns: [
      { heading: t('columns.rank'), share: 0.08, numeric: true },
      { heading: t('columns.name'), share: 0.28 },
      { heading: t('columns.unit'), share: 0.27 },
      { heading: t('columns.points'), share: 0.09, numeric: true },
      { heading: t('columns.time'), share: 0.12, numeric: true },
      { heading: t('columns.note'), share: 0.16 },
    ],
    rows: people.map((row) => ({
      cells: [
        String(row.rank),
        row.fullName,
        labels[row.unitId] ?? '',
        new Intl.NumberFormat(language).format(row.points),
        clockText(row.timeUsedMs, 'used'),
        noteOf(row, t),
      ],
      bold: row.rank <= STRONG,
    })),
    language,
  });
}
