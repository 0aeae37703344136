import { takeAway, type TableForm } from '../../platform/export/take-away.js';
import type { Language } from '../../platform/text/texts.js';
import { aboutOf, fileTexts, type RoundFacts } from './round-book.present.js';

export type UnitPlace = { rank: number; name: string; entrants: number; headCount: number; points: number };

/** Standings of units on their way to a thread. */
export type UnitsPrint = { facts: RoundFacts; units: readonly UnitPlace[]; language: Language };

export function unitsTable(form: TableForm, { facts, units, language }: UnitsPrint): Buffer {
  const t = fileTexts[language];
  return takeAway(form, {
    tables: [
      {
        sheet: t('units.sheet'),
        columns: [
          { heading: t('columns.rank'), width: 7 },
          { heading: t('columns.unit'), width: 44 },
          { heading: t('columns.entrants'), width: 12 },
          { heading: t('columns.headCount'), width: 12 },
          { heading: t('columns.unitPoints'), width: 12 },
        ],
        rows: units.map(({ rank, name, entrants, headCount, points }) => [
          rank,
          name,
          entrants,
          headCount,
          points,
        ]),
      },
    ],
    about: aboutOf(facts, language),
    language,
  });
}
