import { shownAccepted } from '../../../shared/question-bank/accepted-text.js';
import type {
  QuestionPrompt,
  QuestionResponse,
  QuestionSolution,
} from '../../../shared/question-bank/question.schema.js';
import { useFormat, useT } from '../../platform/text/i18n.js';

/** An answer in words. Without the question a choice is named by no text, only by that there was one. */
export function useResponseText(): (
  response: QuestionResponse | null,
  prompt: QuestionPrompt | null,
) => string {
  const t = useT('contest/result');
  const { number, list } = useFormat();
  return (response, prompt) => {
    if (response === null) return t('answer.cleared');
    switch (response.type) {
      case 'true_false':
        return response.value ? t('answer.true') : t('answer.false');
      case 'number':
        return withUnit(number(response.value, 10), prompt);
      case 'short_text':
        return response.text;
      case 'single_choice':
        return optionTexts([response.choice], prompt)?.[0] ?? t('answer.chosen');
      case 'multiple_choice': {
        const texts = optionTexts(response.choices, prompt);
        return texts ? list(texts) : t('answer.chosen');
      }
    }
  };
}

/** The right answers of a question that has no options, in words; best ones only. */
export function useSolutionTexts(): (solution: QuestionSolution, prompt: QuestionPrompt) => string[] {
  const t = useT('contest/result');
  const { number } = useFormat();
  return (solution, prompt) => {
    switch (solution.type) {
      case 'true_false':
        return [solution.correct ? t('answer.true') : t('answer.false')];
      case 'number':
        return solution.accepted
          .filter(({ credit }) => credit === 1)
          .map(({ value, tolerance }) => {
            const text = withUnit(number(value, 10), prompt);
            return tolerance > 0
              ? t('answer.within', { value: text, tolerance: number(tolerance, 10) })
              : text;
          });
      case 'short_text':
        return solution.accepted.filter(({ credit }) => credit === 1).map(({ text }) => shownAccepted(text));
      case 'single_choice':
      case 'multiple_choice':
        return [];
    }
  };
}

function withUnit(text: string, prompt: QuestionPrompt | null): string {
  return prompt?.type === 'number' && prompt.unit !== '' ? `${text} ${prompt.unit}` : text;
}

function optionTexts(ids: readonly string[], prompt: QuestionPrompt | null): string[] | null {
  if (prompt?.type !== 'single_choice' && prompt?.type !== 'multiple_choice') return null;
  return prompt.options.filter((option) => ids.includes(option.id)).map((option) => option.text);
}
