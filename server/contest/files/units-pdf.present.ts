import { paperPdf } from './paper-pdf.present.js';
import { fileTexts } from './round-book.present.js';
import type { UnitsPrint } from './units-table.present.js';

const STRONG = 3;

/** All units in their places, to be signed. */
export function unitsPdf({ facts, units, language }: UnitsPrint): Promise<Buffer> {
  const t = fileTexts[language];
  const number = new Intl.NumberFormat(language);
  return paperPdf({
    title: t('units.title', { nth: facts.ordinal }),
    facts,
    line: t('units.line', { count: units.length }),
    note: t(facts.isFinal ? 'units.note' : 'units.noteProvisional', { count: units.length }),
    columns: [
      { heading: t('columns.rank'), share: 0.1, numeric: true },
      { heading: t('columns.unit'), share: 0.5 },
      { heading: t('columns.entrants'), share: 0.14, numeric: true },
      { heading: t('columns.headCount'), share: 0.13, numeric: true },
      { heading: t('columns.unitPoints'), share: 0.13, numeric: true },
    ],
    rows: units.map(({ rank, name, entrants, headCount, points }) => ({
      cells: [String(rank), name, number.format(entrants), number.format(headCount), number.format(points)],
      bold: rank <= STRONG,
    })),
    language,
  });
}
