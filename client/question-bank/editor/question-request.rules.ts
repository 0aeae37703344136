import { sameText } from '../../../shared/kernel/text.js';
import type { CreateQuestion, QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { optionIdAt } from '../question/option-letters.rules.js';
import { typedDecimal, typedShare } from './decimal-text.rules.js';
import type { OptionForm, QuestionForm } from './question-form.rules.js';

/** What is wrong in the editor, by field (`text`, `topic`, `options`, `option.3`, `number.0`…), as codes. */
export type FormProblems = Record<string, string>;

export function formProblems(form: QuestionForm): FormProblems {
  return {
    ...(form.text.trim() === '' && { text: 'text_missing' }),
    ...(form.topic.trim() === '' && { topic: 'topic_missing' }),
    ...answerProblems(form),
  };
}

function answerProblems(form: QuestionForm): FormProblems {
  switch (form.type) {
    case 'single_choice':
    case 'multiple_choice':
      return optionProblems(form);
    case 'true_false':
      return {};
    case 'number':
      return {
        ...Object.fromEntries(form.numbers.flatMap((row) => numberProblem(row, `number.${row.key}`))),
        ...fullCreditProblem(form.numbers, 'numbers'),
      };
    case 'short_text':
      return {
        ...Object.fromEntries(
          form.texts.flatMap((row) => {
            if (row.text.trim() === '') return [[`text.${row.key}`, 'answer_missing']];
            return isCredit(row.credit) ? [] : [[`text.${row.key}`, 'credit_invalid']];
          }),
        ),
        ...fullCreditProblem(form.texts, 'texts'),
      };
  }
}

function optionProblems(form: QuestionForm): FormProblems {
  const problems: FormProblems = {};
  const seen = new Set<string>();
  for (const option of form.options) {
    const text = sameText(option.text);
    if (text === '') problems[`option.${option.key}`] = 'option_missing';
    else if (seen.has(text)) problems[`option.${option.key}`] = 'option_repeats';
    else if (!shareFits(form, option)) problems[`option.${option.key}`] = 'credit_invalid';
    seen.add(text);
  }
  if (!form.options.some((option) => option.right) && !form.ownShares) problems.options = 'nothing_right';
  else if (form.type === 'multiple_choice' && Math.abs(rightSum(form) - 1) >= 0.005)
    problems.options = 'sum_not_full';
  else if (form.type === 'single_choice' && !form.options.some((option) => option.right))
    problems.options = 'nothing_right';
  return problems;
}

function shareFits(form: QuestionForm, option: OptionForm): boolean {
  if (!form.ownShares || (form.type === 'single_choice' && option.right)) return true;
  const share = typedShare(option.share);
  return share !== null && share <= 1 && share >= (form.type === 'multiple_choice' ? -1 : 0);
}

function numberProblem(row: QuestionForm['numbers'][number], field: string): [string, string][] {
  if (typedDecimal(row.value) === null) return [[field, 'number_invalid']];
  const tolerance = typedDecimal(row.tolerance);
  if (tolerance === null || tolerance < 0) return [[field, 'tolerance_invalid']];
  return isCredit(row.credit) ? [] : [[field, 'credit_invalid']];
}

function isCredit(text: string): boolean {
  const credit = typedShare(text);
  return credit !== null && credit >= 0 && credit <= 1;
}

function fullCreditProblem(rows: { credit: string }[], field: string): FormProblems {
  return rows.some((row) => typedShare(row.credit) === 1) ? {} : { [field]: 'no_full_credit' };
}

/** What each option is worth, −1 to 1, in the order of the options. */
export function optionShares(form: QuestionForm): number[] {
  const rightCount = form.options.filter((option) => option.right).length;
  return form.options.map((option) => {
    if (form.type === 'single_choice') {
      if (option.right) return 1;
      return form.ownShares ? (typedShare(option.share) ?? 0) : 0;
    }
    if (form.ownShares) return typedShare(option.share) ?? 0;
    return rightCount === 0 ? 0 : (option.right ? 1 : -1) / rightCount;
  });
}

/** What the right options of a question with several add up to; it has to be 1. */
export const rightSum = (form: QuestionForm): number =>
  optionShares(form)
    .filter((share) => share > 0)
    .reduce((sum, share) => sum + share, 0);

/** What is sent for a form without problems. */
export function requestOf(form: QuestionForm): CreateQuestion {
  return {
    content: { ...answerParts(form), explanation: form.explanation.trim(), source: form.source.trim() },
    topic: form.topic.trim(),
    level: form.level,
    tags: form.tags,
  };
}

function answerParts(form: QuestionForm): Pick<QuestionContent, 'prompt' | 'solution'> {
  const text = form.text.trim();
  const { type } = form;
  switch (type) {
    case 'single_choice': {
      const prompt = { type, text, options: lettered(form.options) };
      return { prompt, solution: { type, credits: sharesById(form) } };
    }
    case 'multiple_choice': {
      const prompt = { type, text, options: lettered(form.options) };
      return { prompt, solution: { type, weights: sharesById(form) } };
    }
    case 'true_false':
      return { prompt: { type, text }, solution: { type, correct: form.correct } };
    case 'number': {
      const accepted = form.numbers.map((row) => ({
        value: typedDecimal(row.value) ?? 0,
        tolerance: typedDecimal(row.tolerance) ?? 0,
        credit: typedShare(row.credit) ?? 1,
      }));
      return { prompt: { type, text, unit: form.unit.trim() }, solution: { type, accepted } };
    }
    case 'short_text': {
      const accepted = form.texts.map((row) => ({
        text: row.text.trim(),
        credit: typedShare(row.credit) ?? 1,
      }));
      const { caseSensitive, accentSensitive } = form;
      return { prompt: { type, text }, solution: { type, accepted, caseSensitive, accentSensitive } };
    }
  }
}

const lettered = (options: OptionForm[]) =>
  options.map((option, index) => ({ id: optionIdAt(index), text: option.text.trim() }));

function sharesById(form: QuestionForm): Record<string, number> {
  const entries = optionShares(form).map((share, index) => [optionIdAt(index), share] as const);
  return Object.fromEntries(entries.filter(([, share]) => share !== 0));
}
