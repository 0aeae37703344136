import { z } from 'zod';
import { clockText } from '../../../shared/kernel/formats.js';
import { takeAway, type TableForm } from '../../platform/export/take-away.js';
import { unpacked } from '../../platform/export/unpacked.js';
import type { XlsxTable } from '../../platform/export/xlsx.js';
import type { Language } from '../../platform/text/texts.js';
import { rankRows, type Placed } from '../standings/ranking.rules.js';
import { aboutOf, fileTexts, type FileText, type RoundFacts } from './round-book.present.js';

const standingsRow = z.object({
  fullName: z.string(),
  unitId: z.string(),
  points: z.number(),
  correct: z.number(),
  timeUsedMs: z.number(),
  submittedAt: z.coerce.date(),
});
type StandingsRow = z.infer<typeof standingsRow>;

/** Standings of members on their way to a thread; `labels` name the units by their ids. */
export type StandingsPrint = {
  facts: RoundFacts;
  parts: readonly Uint8Array[];
  labels: Readonly<Record<string, string>>;
  language: Language;
};

/** Everybody with a result, in their places. */
export const standingsOf = ({ parts }: StandingsPrint): Placed<StandingsRow>[] =>
  rankRows([...unpacked(standingsRow, parts)]);

export function standingsTable(form: TableForm, print: StandingsPrint): Buffer {
  const { facts, language } = print;
  return takeAway(form, { tables: [membersTable(print)], about: aboutOf(facts, language), language });
}

/** Why somebody stands above the next one; nothing where points alone decided. */
export const noteOf = ({ decidedBy }: Placed<unknown>, t: FileText): string =>
  decidedBy === 'score' ? '' : t(`decided.${decidedBy}`);

function membersTable(print: StandingsPrint): XlsxTable {
  const t = fileTexts[print.language];
  return {
    sheet: t('standings.sheet'),
    columns: [
      { heading: t('columns.rank'), width: 7 },
      { heading: t('columns.name'), width: 28 },
      { heading: t('columns.unit'), width: 34 },
      { heading: t('columns.points'), width: 9 },
      { heading: t('columns.correct'), width: 12 },
      { heading: t('columns.time'), width: 11 },
      { heading: t('columns.submittedAt'), width: 17 },
      { heading: t('columns.note'), width: 20 },
    ],
    rows: standingsOf(print).map((row) => [
      row.rank,
      row.fullName,
      print.labels[row.unitId] ?? '',
      row.points,
      row.correct,
      clockText(row.timeUsedMs, 'used'),
      row.submittedAt,
      noteOf(row, t),
    ]),
  };
}
