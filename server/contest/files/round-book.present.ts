import { textsOf, type Language } from '../../platform/text/texts.js';
import { dateTimeText } from '../../platform/text/formats.js';
import type { About } from '../../platform/export/take-away.js';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

/** What stands at the head of everything that is given out of a round. */
export type RoundFacts = {
  organisation: string;
  contest: string;
  round: string;
  ordinal: number;
  opensAt: Date;
  closesAt: Date;
  /** All results that can count are in. */
  isFinal: boolean;
  madeAt: Date;
};

export const fileTexts = textsOf('contest/files', { vi, en });
export type FileText = (typeof fileTexts)[Language];

export function aboutOf(facts: RoundFacts, language: Language): About {
  const t = fileTexts[language];
  return {
    sheet: t('about.title'),
    facts: [
      [t('about.organisation'), facts.organisation],
      [t('about.contest'), facts.contest],
      [t('about.round'), roundTitle(facts, t)],
      [t('about.period'), periodText(facts, language)],
      [t('about.state'), stateText(facts, t)],
      [t('about.madeAt'), facts.madeAt],
    ],
  };
}

export const roundTitle = ({ ordinal, round }: RoundFacts, t: FileText): string =>
  t('round', { ordinal, round });

export const stateText = ({ isFinal }: RoundFacts, t: FileText): string =>
  t(isFinal ? 'final' : 'provisional');

export function periodText({ opensAt, closesAt }: RoundFacts, language: Language): string {
  const at = (instant: Date) => dateTimeText(instant, language);
  return fileTexts[language]('period', { from: at(opensAt), to: at(closesAt) });
}
