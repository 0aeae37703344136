import { randomBytes } from 'node:crypto';
import { codeFrom } from './join-code.rules.js';

/** So many in a row are taken only when nearly all are. */
const MAX_DRAWS = 100;

/**
 * Draws codes that people type to join until one is free, and answers it. Whether it is, a unique index says:
 * `insert` writes the row with the code and answers false when that met the index.
 */
export async function underFreeCode(
  length: number,
  insert: (code: string) => Promise<boolean>,
): Promise<string> {
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    const code = codeFrom(randomBytes(4 * length), length);
    if (code !== null && (await insert(code))) return code;
  }
  throw new Error(`no code of ${length} letters is free`);
}
