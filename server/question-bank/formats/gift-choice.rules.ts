import type { QuestionPrompt, QuestionSolution } from '../../../shared/question-bank/question.schema.js';
import type { GiftAnswer, GiftContext } from './gift-answers.rules.js';

export type GiftQuestion = { prompt: QuestionPrompt; solution: QuestionSolution };

/** Sums of weights as authors round them (3 × 33.3 %) still count as the whole. */
const ROUNDING = 0.005;

/** `=` among the answers: one choice, with part of the points for `~%50%`. Only `~`: several choices by weight. */
export function giftChoice(answers: readonly GiftAnswer[], context: GiftContext): GiftQuestion | null {
  const options = answers.map((answer, index) => ({ id: optionIdOf(index), text: answer.text }));
  if (options.length > 10) {
    context.findings.errors.push({ code: 'import.too_many_options', params: { max: 10 } });
    return null;
  }
  if (answers.some((answer) => answer.mark === '=')) {
    const prompt = { type: 'single_choice' as const, text: context.text, options };
    return { prompt, solution: singleSolution(answers, context) };
  }
  const solution = multipleSolution(answers, context);
  return solution && { prompt: { type: 'multiple_choice', text: context.text, options }, solution };
}

function singleSolution(answers: readonly GiftAnswer[], { findings }: GiftContext): QuestionSolution {
  const credits: Record<string, number> = {};
  answers.forEach((answer, index) => {
    const credit = answer.weight ?? (answer.mark === '=' ? 1 : 0);
    if (credit > 0) credits[optionIdOf(index)] = credit;
    if (credit < 0)
      findings.warnings.push({ code: 'gift.negative_weight_ignored', params: { line: answer.line } });
  });
  return { type: 'single_choice', credits };
}

function multipleSolution(answers: readonly GiftAnswer[], context: GiftContext): QuestionSolution | null {
  const { findings } = context;
  const positive = answers.reduce((sum, answer) => sum + Math.max(0, answer.weight ?? 0), 0);
  if (positive === 0) {
    findings.errors.push({ code: 'gift.no_correct_answer', params: {} });
    return null;
  }
  if (Math.abs(positive - 1) >= ROUNDING) {
    findings.errors.push({
      code: 'gift.weights_not_full',
      params: { sum: Math.round(positive * 1000) / 10 },
    });
    return null;
  }
  const weights: Record<string, number> = {};
  answers.forEach(({ weight }, index) => {
    if (weight !== null && weight !== 0) weights[optionIdOf(index)] = weight;
  });
  if (
    // Who writes %0% means it.
    answers.some(({ weight }) => weight === null) &&
    answers.every(({ weight }) => (weight ?? 0) >= 0)
  ) {
    findings.warnings.push({ code: 'gift.wrong_options_free', params: {} });
  }
  return { type: 'multiple_choice', weights };
}

const optionIdOf = (index: number) => String.fromCharCode(97 + index);
