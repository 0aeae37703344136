import { SLIP_LENGTH } from '../../../shared/account/slip.schema.js';

/** As it is printed: `KX7M-4Q2P`. */
export function printedCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/**
 * The code in what somebody typed, pasted or scanned: dashes, spaces and case do not count, and of a link only what
 * stands behind the `#`. Null when it cannot be one.
 */
export function typedCode(typed: string): string | null {
  const behind = typed.slice(typed.lastIndexOf('#') + 1);
  const code = behind
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
  return code.length === SLIP_LENGTH && /^[2-9A-HJKMNP-Z]+$/.test(code) ? code : null;
}
