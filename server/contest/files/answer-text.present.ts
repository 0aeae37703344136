import type {
  QuestionPrompt,
  QuestionResponse,
  QuestionSolution,
} from '../../../shared/question-bank/question.schema.js';
import type { FileText } from './round-book.present.js';

/** An answer in words, empty where nothing was answered. */
export function answerText(response: QuestionResponse | null, prompt: QuestionPrompt, t: FileText): string {
  if (response === null) return '';
  switch (response.type) {
    case 'true_false':
      return t(response.value ? 'answers.true' : 'answers.false');
    case 'number':
      return String(response.value);
    case 'short_text':
      return response.text;
    case 'single_choice':
      return optionTexts(prompt, (id) => id === response.choice);
    case 'multiple_choice':
      return optionTexts(prompt, (id) => response.choices.includes(id));
  }
}

/** The answers that earn all points, in words. */
export function keyText(prompt: QuestionPrompt, solution: QuestionSolution, t: FileText): string {
  switch (solution.type) {
    case 'true_false':
      return t(solution.correct ? 'answers.true' : 'answers.false');
    case 'number':
      return solution.accepted
        .filter(({ credit }) => credit === 1)
        .map(({ value, tolerance }) => (tolerance > 0 ? `${value} ± ${tolerance}` : String(value)))
        .join('; ');
    case 'short_text':
      return solution.accepted
        .filter(({ credit }) => credit === 1)
        .map(({ text }) => text)
        .join('; ');
    case 'single_choice':
      return optionTexts(prompt, (id) => solution.credits[id] === 1);
    case 'multiple_choice':
      return optionTexts(prompt, (id) => (solution.weights[id] ?? 0) > 0);
  }
}

function optionTexts(prompt: QuestionPrompt, isMeant: (id: string) => boolean): string {
  if (!('options' in prompt)) return '';
  return prompt.options
    .filter(({ id }) => isMeant(id))
    .map(({ text }) => text)
    .join('; ');
}
