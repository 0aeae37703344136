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

/**
 * A number as people type it: "12", "-3,5", "3.5". Comma and dot both part the decimals; with both, the last one does
 * and the other groups thousands ("1.234,5"). Null when the text is none.
 */
export function readNumber(text: string): number | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-');
  const grouped =
    /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+$|^[+-]?\d{1,3}(?:([.,])\d{3})(?:\2\d{3})+$/;
  const plain = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
  if (compact.length > 30) return null;
  // Adding 0 turns −0 into 0.
  if (plain.test(compact)) return Number(compact.replace(',', '.')) + 0;
  const match = grouped.exec(compact);
  if (!match) return null;
  const group = match[1] ?? match[2] ?? '';
  return Number(compact.replaceAll(group, '').replace(',', '.')) + 0;
}

/** What a member typed, as a response: null clears it, undefined cannot be read. */
export function responseToText(
  type: 'number' | 'short_text',
  text: string,
): QuestionResponse | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (type === 'short_text') return { type, text: trimmed };
  const value = readNumber(trimmed);
  return value === null ? undefined : { type, value };
}

/** A stored answer as it stands in its field, so that reading it again gives the same number. */
export function textOfResponse(response: QuestionResponse | null, decimalMark: ',' | '.'): string {
  if (response?.type === 'short_text') return response.text;
  if (response?.type !== 'number') return '';
  const digits = response.value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return digits.replace('.', decimalMark);
}
