import type { ReviewedQuestion } from '../../../shared/contest/attempt.schema.js';
import type { QuestionSolution } from '../../../shared/question-bank/question.schema.js';

export const REVIEW_FILTERS = ['all', 'wrong', 'flagged'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

export type Verdict = 'right' | 'partly' | 'wrong' | 'unanswered';

/** Full credit is right, any other credit partly. */
export function verdictOf({ credit, response }: Pick<ReviewedQuestion, 'credit' | 'response'>): Verdict {
  if (response === null) return 'unanswered';
  if (credit >= 1) return 'right';
  return credit > 0 ? 'partly' : 'wrong';
}

/** `wrong` holds everything without full credit, so that nothing worth reading again is left out. */
export function isShown(question: ReviewedQuestion, filter: ReviewFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'flagged' ? question.flagged : verdictOf(question) !== 'right';
}

/** `missed`: belongs to the right answer and was not chosen. `other`: neither chosen nor right. */
export type OptionVerdict = 'right' | 'wrong' | 'missed' | 'other';

export type ShownOption = { id: string; text: string; verdict: OptionVerdict };

/** The options of a choice question as the paper showed them, each with what became of it; null for other types. */
export function optionsOf({
  prompt,
  response,
  solution,
}: Pick<ReviewedQuestion, 'prompt' | 'response' | 'solution'>): ShownOption[] | null {
  if (prompt.type !== 'single_choice' && prompt.type !== 'multiple_choice') return null;
  const chosen = chosenIds(response);
  const right = rightIds(solution);
  return prompt.options.map(({ id, text }) => ({
    id,
    text,
    verdict: optionVerdict(chosen.has(id), right.has(id)),
  }));
}

function optionVerdict(isChosen: boolean, isRight: boolean): OptionVerdict {
  if (isChosen) return isRight ? 'right' : 'wrong';
  return isRight ? 'missed' : 'other';
}

function chosenIds(response: ReviewedQuestion['response']): Set<string> {
  if (response?.type === 'single_choice') return new Set([response.choice]);
  return new Set(response?.type === 'multiple_choice' ? response.choices : []);
}

/** Options that belong to the full answer: full credit in a single choice, a positive weight in a multiple choice. */
function rightIds(solution: QuestionSolution): Set<string> {
  if (solution.type === 'single_choice') {
    return new Set(Object.keys(solution.credits).filter((id) => solution.credits[id] === 1));
  }
  if (solution.type !== 'multiple_choice') return new Set();
  return new Set(Object.keys(solution.weights).filter((id) => (solution.weights[id] ?? 0) > 0));
}

/** The value before or after `current`, which the ends stop; what J and K move to. Null without any. */
export function neighbour<Item>(items: readonly Item[], current: Item | null, step: 1 | -1): Item | null {
  if (items.length === 0) return null;
  const at = current === null ? -1 : items.indexOf(current);
  if (at === -1) return (step === 1 ? items[0] : items.at(-1)) ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + step))] ?? null;
}

/** How a result of `share` (0 to 1) is greeted. */
export function praiseOf(share: number): 'full' | 'great' | 'good' | 'keep' {
  if (share >= 1) return 'full';
  if (share >= 0.85) return 'great';
  return share >= 0.6 ? 'good' : 'keep';
}
