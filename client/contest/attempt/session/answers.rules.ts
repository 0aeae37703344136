import type { QuestionPrompt, QuestionResponse } from '../../../../shared/question-bank/question.schema.js';

/** The response after a tap on an option of a multiple-choice question; null when none is left. */
export function toggleChoice(response: QuestionResponse | null, option: string): QuestionResponse | null {
  const chosen = response?.type === 'multiple_choice' ? response.choices : [];
  const choices = chosen.includes(option)
    ? chosen.filter((other) => other !== option)
    : [...chosen, option].sort();
  return choices.length > 0 ? { type: 'multiple_choice', choices } : null;
}

/** What key `n` (1-based) means for a question: the response it leads to; undefined when it means nothing. */
export function responseToKey(
  prompt: QuestionPrompt,
  response: QuestionResponse | null,
  key: number,
): QuestionResponse | null | undefined {
  if (prompt.type === 'true_false') {
    return key === 1 || key === 2 ? { type: 'true_false', value: key === 1 } : undefined;
  }
  if (prompt.type !== 'single_choice' && prompt.type !== 'multiple_choice') return undefined;
  const option = prompt.options[key - 1];
  if (!option) return undefined;
  return prompt.type === 'single_choice'
    ? { type: 'single_choice', choice: option.id }
    : toggleChoice(response, option.id);
}

/** How many number keys a question answers to. */
export function keyCount(prompt: QuestionPrompt): number {
  if (prompt.type === 'true_false') return 2;
  return 'options' in prompt ? Math.min(9, prompt.options.length) : 0;
}

export function sameResponse(one: QuestionResponse | null, two: QuestionResponse | null): boolean {
  return JSON.stringify(one) === JSON.stringify(two);
}
