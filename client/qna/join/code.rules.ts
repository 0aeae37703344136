/** As many characters as the contract's codes have; a test keeps both the same. */
export const CODE_SIZE = 4;

/** What of a typed or pasted text can be a code: capitals and digits, no more than a code has. */
export function codeFrom(text: string): string {
  // A pasted link ends in its code.
  const tail = text.trim().split('/').at(-1) ?? '';
  return tail
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, CODE_SIZE);
}
