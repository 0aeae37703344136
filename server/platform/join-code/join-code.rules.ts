/** Without 0 O 1 I L, which look alike on a projector. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Bytes from here on would make the first letters likelier than the others. */
const LIMIT = 256 - (256 % LETTERS.length);

/** A code of so many letters from random bytes, every code equally likely; null when the bytes did not suffice. */
export function codeFrom(bytes: Uint8Array, length: number): string | null {
  const letters = [...bytes].filter((byte) => byte < LIMIT).slice(0, length);
  if (letters.length < length) return null;
  return letters.map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
