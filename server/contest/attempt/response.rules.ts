import type { QuestionPrompt, QuestionResponse } from '../../../shared/question-bank/question.schema.js';

/** Whether a response is of the question's type and names only its options; null, a cleared choice, always fits. */
export function fits(prompt: QuestionPrompt, response: QuestionResponse | null): boolean {
  if (response === null) return true;
  if (response.type !== prompt.type) return false;
  if (!('options' in prompt)) return true;
  const { options } = prompt;
  if (response.type === 'single_choice') return options.some(({ id }) => id === response.choice);
  if (response.type !== 'multiple_choice') return true;
  const known = new Set(options.map(({ id }) => id));
  return (
    new Set(response.choices).size === response.choices.length &&
    response.choices.every((id) => known.has(id))
  );
}

/** Everything that fits a question, where that is little; null where people write or combine. */
export function possibleResponses(prompt: QuestionPrompt): QuestionResponse[] | null {
  if (prompt.type === 'true_false') return [true, false].map((value) => ({ type: 'true_false', value }));
  if (prompt.type !== 'single_choice') return null;
  return prompt.options.map(({ id }) => ({ type: 'single_choice', choice: id }));
}
