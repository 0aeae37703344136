import { z } from 'zod';
import type { TurnoutState } from '../../../shared/contest/turnout.schema.js';
import { takeAway, type TableForm } from '../../platform/export/take-away.js';
import { unpacked } from '../../platform/export/unpacked.js';
import type { XlsxCell } from '../../platform/export/xlsx.js';
import { dateTimeText } from '../../platform/text/formats.js';
import { textsOf, type Language } from '../../platform/text/texts.js';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

const turnoutRow = z.object({
  fullName: z.string(),
  code: z.string(),
  unitId: z.string(),
  remindedAt: z.coerce.date().nullable(),
  times: z.number(),
});

/** A list of people on its way to a thread; `labels` name the units by their ids. */
export type TurnoutPrint = {
  form: TableForm;
  language: Language;
  state: TurnoutState;
  parts: readonly Uint8Array[];
  labels: Readonly<Record<string, string>>;
  organisation: string;
  scope: string;
  contest: string;
  round: { title: string; ordinal: number; closesAt: Date };
  madeAt: Date;
};

export const turnoutTexts = textsOf('contest/turnout', { vi, en });

export function people(print: TurnoutPrint): Uint8Array {
  const { form, language, state, round } = print;
  const t = turnoutTexts[language];
  const isMissing = state === 'missing';
  return takeAway(form, {
    tables: [
      {
        sheet: t(`states.${state}`),
        columns: [
          { heading: t('columns.number'), width: 6 },
          { heading: t('columns.name'), width: 28 },
          { heading: t('columns.code'), width: 12 },
          { heading: t('columns.unit'), width: 34 },
          ...(isMissing
            ? [
                { heading: t('columns.remindedAt'), width: 17 },
                { heading: t('columns.times'), width: 10 },
              ]
            : []),
        ],
        rows: rowsOf(print),
      },
    ],
    about: {
      sheet: t('about.title'),
      facts: [
        [t('about.organisation'), print.organisation],
        [t('about.scope'), print.scope],
        [t('about.contest'), print.contest],
        [t('about.round'), t('round', { ordinal: round.ordinal, round: round.title })],
        [t('about.closesAt'), dateTimeText(round.closesAt, language)],
        [t('about.madeAt'), print.madeAt],
      ],
    },
    language,
  });
}

function* rowsOf({ parts, labels, state }: TurnoutPrint): Generator<XlsxCell[]> {
  let number = 0;
  for (const { fullName, code, unitId, remindedAt, times } of unpacked(turnoutRow, parts)) {
    number += 1;
    const cells = [number, fullName, code, labels[unitId] ?? ''];
    yield state === 'missing' ? [...cells, remindedAt, times === 0 ? null : times] : cells;
  }
}
