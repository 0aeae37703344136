import type { InspectedQuestion } from '../../../shared/contest/inspection.schema.js';
import { verdictOf, type Verdict } from '../result/review.rules.js';

/** `late`: answered, but too late to count. `open`: not marked yet, because the attempt runs. */
export type PaperVerdict = Verdict | 'late' | 'open';
export const PAPER_VERDICTS = ['right', 'partly', 'wrong', 'late', 'unanswered', 'open'] as const;

export const PAPER_FILTERS = ['all', 'wrong', 'late'] as const;
export type PaperFilter = (typeof PAPER_FILTERS)[number];

type Question = Pick<InspectedQuestion, 'credit' | 'response' | 'unscored'>;

export function paperVerdict({ credit, response, unscored }: Question): PaperVerdict {
  if (credit === null) return response === null ? 'unanswered' : 'open';
  if (response === null && unscored?.reason === 'late') return 'late';
  return verdictOf({ credit, response });
}

/** `wrong` holds everything without full credit, what came late included: that is where questions are asked. */
export function isInFilter(question: Question, filter: PaperFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'late') return question.unscored?.reason === 'late';
  return question.credit !== null && question.credit < 1;
}
