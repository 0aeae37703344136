/**
 * Values of the contract, said again: the schemas that hold them would bring zod into the first load. A test keeps both
 * the same.
 */
export const MAX_LENGTH = 300;
export const LONG_FROM = 260;
export const MIN_LENGTH = 3;
export const MAX_KEYS = 100;

/** Length as people count: characters, not UTF-16 units; what is around the question is cut off when it is sent. */
export const lengthOf = (text: string): number => [...text.trim()].length;

export type LengthSign = 'short' | 'fine' | 'long' | 'over';

export function lengthSign(text: string): LengthSign {
  const length = lengthOf(text);
  if (length < MIN_LENGTH) return 'short';
  if (length > MAX_LENGTH) return 'over';
  return length >= LONG_FROM ? 'long' : 'fine';
}

/** Whether a text can be sent as a question, by its length. */
export function isQuestionText(text: string): boolean {
  const sign = lengthSign(text);
  return sign === 'fine' || sign === 'long';
}
