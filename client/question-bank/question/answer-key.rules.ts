import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';

/** An option with its share of the points: 1 full, 0 none, below 0 takes away. */
export type MarkedOption = { id: string; text: string; share: number };

/** The options of a choice question with what each is worth; null for the other types. */
export function markedOptions({ prompt, solution }: QuestionContent): MarkedOption[] | null {
  if (!('options' in prompt)) return null;
  const shares =
    solution.type === 'single_choice'
      ? solution.credits
      : solution.type === 'multiple_choice'
        ? solution.weights
        : {};
  return prompt.options.map((option) => ({ ...option, share: shares[option.id] ?? 0 }));
}

/** Whether the share has to be told: full points for the one right option go without saying. */
export function tellsShare(option: MarkedOption, type: QuestionContent['prompt']['type']): boolean {
  return option.share !== 0 && !(type === 'single_choice' && option.share === 1);
}
