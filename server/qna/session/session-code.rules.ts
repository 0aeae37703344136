import { CODE_LENGTH } from '../../../shared/qna/session.schema.js';

/** Without 0 O 1 I L, which look alike on a projector. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Bytes from here on would make the first letters likelier than the others. */
const LIMIT = 256 - (256 % LETTERS.length);

/** A code from random bytes, every code equally likely; null when the bytes did not suffice. */
export function codeFrom(bytes: Uint8Array): string | null {
  const letters = [...bytes].filter((byte) => byte < LIMIT).slice(0, CODE_LENGTH);
  if (letters.length < CODE_LENGTH) return null;
  return letters.map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
