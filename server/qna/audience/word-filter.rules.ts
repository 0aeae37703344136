import { alike } from '../../../shared/kernel/text.js';

/**
 * Words of the list that occur in the text as whole words, whatever their case. Accents count: in Vietnamese they make
 * another word.
 */
export function flaggedWords(text: string, words: readonly string[]): string[] {
  const spoken = ` ${spaced(text)} `;
  return words.filter((word) => {
    const wanted = spaced(word);
    return wanted !== '' && spoken.includes(` ${wanted} `);
  });
}

/** Lower case, letters and digits only, one blank between words; what nobody sees parts no word. */
function spaced(text: string): string {
  return alike(text, { accents: true, letterCase: false, forms: true })
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
