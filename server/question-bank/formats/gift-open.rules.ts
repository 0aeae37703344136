import { meantNumber } from './csv-row.rules.js';
import type { GiftAnswer, GiftContext } from './gift-answers.rules.js';
import type { GiftQuestion } from './gift-choice.rules.js';
import { excerptOf } from './import-text.rules.js';
import { isAmbiguousNumber, readAcceptedNumber } from '../grading/number-text.rules.js';

/** `{=one =%50%other}`: texts with their share of the points; `*` alone only carries feedback. */
export function giftShortText(answers: readonly GiftAnswer[], context: GiftContext): GiftQuestion | null {
  const { findings } = context;
  const accepted = answers
    .map((answer) => ({ text: answer.text, credit: creditOf(answer, context), line: answer.line }))
    .filter((entry) => entry.credit > 0);
  const empty = accepted.find((entry) => /^[*\s]*$/.test(entry.text));
  if (empty !== undefined) {
    const code = empty.text === '' ? 'gift.answer_empty' : 'gift.wildcard_only';
    findings.errors.push({ code, params: { line: empty.line } });
  }
  if (!isFull(accepted, context)) return null;
  const entries = accepted.map(({ text, credit }) => ({ text, credit }));
  const prompt = { type: 'short_text' as const, text: context.text };
  return {
    prompt,
    solution: { type: 'short_text', accepted: entries, caseSensitive: false, accentSensitive: false },
  };
}

/** `{#1822:3}`, `{#1..5}`, `{#=1822:0 =%50%1822:2}`; what follows a `~` is feedback to everything else. */
export function giftNumber(answers: readonly GiftAnswer[], context: GiftContext): GiftQuestion | null {
  const { findings } = context;
  const accepted: { value: number; tolerance: number; credit: number }[] = [];
  for (const answer of answers) {
    const { line } = answer;
    const text = excerptOf(answer.text, 60);
    if (answer.mark === '~' && text !== '')
      findings.warnings.push({ code: 'gift.answer_ignored', params: { line, text } });
    const credit = answer.mark === '~' ? 0 : creditOf(answer, context);
    if (credit === 0) continue;
    const range = readAcceptedNumber(meantNumber(answer.text, context.readings));
    if (range === null) findings.errors.push({ code: 'gift.number_invalid', params: { line, text } });
    else accepted.push({ ...range, credit });
    if (isAmbiguousNumber(text) && context.readings.numbers === undefined)
      findings.warnings.push({ code: 'import.number_ambiguous', params: { line, text } });
  }
  if (!isFull(accepted, context)) return null;
  return { prompt: { type: 'number', text: context.text, unit: '' }, solution: { type: 'number', accepted } };
}

/** `{T}` or `{FALSE#for who was wrong#for who was right}`, also in Vietnamese; null when the section is neither. */
export function trueFalseOf(word: string): boolean | null {
  const known = word.trim().toUpperCase();
  if (['T', 'TRUE', 'ĐÚNG', 'Đ'].includes(known)) return true;
  return ['F', 'FALSE', 'SAI', 'S'].includes(known) ? false : null;
}

function creditOf(answer: GiftAnswer, { findings }: GiftContext): number {
  const credit = answer.weight ?? 1;
  if (credit >= 0) return credit;
  findings.warnings.push({ code: 'gift.negative_weight_ignored', params: { line: answer.line } });
  return 0;
}

function isFull(accepted: readonly { credit: number }[], { findings }: GiftContext): boolean {
  if (findings.errors.length > 0) return false;
  const most = Math.max(0, ...accepted.map((entry) => entry.credit));
  if (most < 1)
    findings.errors.push({ code: 'gift.weights_not_full', params: { sum: Math.round(most * 1000) / 10 } });
  return most >= 1;
}
