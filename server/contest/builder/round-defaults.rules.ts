import type { RoundSettings } from '../../../shared/contest/contest.schema.js';

/** What a round starts from: fair without another touch, except that its window and its questions are missing. */
export function defaultRound(ordinal: number): RoundSettings {
  return {
    title: `Vòng ${ordinal}`,
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
