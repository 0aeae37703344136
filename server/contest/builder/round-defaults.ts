import type { RoundSettings } from '../../../shared/contest/contest.schema.js';
import { OWN_LANGUAGE, textsOf } from '../../platform/text/texts.js';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

const t = textsOf('contest/builder', { vi, en })[OWN_LANGUAGE];

/** What a round starts from: fair without another touch, except that its window and its questions are missing. */
export function defaultRound(ordinal: number): RoundSettings {
  return {
    title: t('round', { number: ordinal }),
    opensAt: null,
    closesAt: null,
    durationMinutes: 30,
    attemptsAllowed: 1,
    counting: 'best',
    graceSeconds: 30,
    eligibility: { kind: 'all' },
    blueprint: [],
    shuffleQuestions: true,
    shuffleOptions: true,
    pointsPerQuestion: 5,
    resultsVisible: { kind: 'on_submission' },
    answersVisible: { kind: 'on_close' },
    standingsVisible: { kind: 'on_close' },
  };
}
