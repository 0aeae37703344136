import { searchText } from '../../../../shared/kernel/text.js';
import type { QuestionResponse } from '../../../../shared/question-bank/question.schema.js';

/** Which mark parts the decimals where somebody answers: `,` in Vietnamese, `.` in English. */
export type DecimalMark = ',' | '.';

/** `isGuess`: "10.480" is ten thousand to one reader and ten to another; the decimal mark of the language decided. */
export type ReadNumber = { value: number; isGuess: boolean };

type Written = { mark: DecimalMark; unit: string };

const LONGEST = 40;
const PLAIN = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
/** Thousands in threes, parted by one and the same mark, and decimals after the other one. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:([., '])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
/** One mark with three digits behind it may part decimals or thousands. */
const TWO_WAYS = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * A number as people type it: "12", "-3,5", "1.234,5", "10 480", with or without the unit that stands beside the field.
 * Null when the text is none.
 */
export function readNumber(text: string, { mark, unit }: Written): ReadNumber | null {
  const tidy = searchText(text);
  return readDigits(tidy, mark) ?? readDigits(withoutUnit(tidy, searchText(unit)), mark);
}

function readDigits(text: string, mark: DecimalMark): ReadNumber | null {
  const digits = text.replace(/^([+-]) /, '$1');
  if (digits.length > LONGEST) return null;
  const ambiguous = TWO_WAYS.exec(digits)?.[1];
  if (PLAIN.test(digits) && (ambiguous === undefined || ambiguous === mark))
    return { value: numberOf(digits), isGuess: false };
  const group = GROUPED.exec(digits)?.[1];
  if (group === undefined) return null;
  return { value: numberOf(digits.replaceAll(group, '')), isGuess: ambiguous !== undefined };
}

/** Adding 0 turns −0 into 0. */
const numberOf = (digits: string): number => Number(digits.replace(',', '.')) + 0;

function withoutUnit(text: string, unit: string): string {
  if (unit === '') return text;
  if (text.endsWith(unit)) return text.slice(0, -unit.length).trim();
  return text.startsWith(unit) ? text.slice(unit.length).trim() : text;
}

/** What a member typed, as a response: null clears it, undefined cannot be read. */
export function responseToText(
  type: 'number' | 'short_text',
  text: string,
  written: Written,
): QuestionResponse | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (type === 'short_text') return { type, text: trimmed };
  const read = readNumber(trimmed, written);
  return read === null ? undefined : { type, value: read.value };
}

/** A stored answer as it stands in its field, so that reading it again gives the same number. */
export function textOfResponse(response: QuestionResponse | null, mark: DecimalMark): string {
  if (response?.type === 'short_text') return response.text;
  if (response?.type !== 'number') return '';
  const digits = response.value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return digits.replace('.', mark);
}
