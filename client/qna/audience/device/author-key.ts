import type { AuthorKey } from '../../../../shared/qna/inquiry.schema.js';

const BYTES = 32;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A new key of one question: 256 random bits as base64url. `getRandomValues` also works where the page is plain http,
 * as in a hall without certificates.
 */
export function makeAuthorKey(fill: (bytes: Bytes) => Bytes = fillRandom): AuthorKey {
  const text = btoa(String.fromCharCode(...fill(new Uint8Array(BYTES))));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const fillRandom = (bytes: Bytes) => crypto.getRandomValues(bytes);

export const isAuthorKey = (value: unknown): value is AuthorKey =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
