import { createHash } from 'node:crypto';
import { composed, sameText, searchText } from '../../../shared/kernel/text.js';
import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';

/** Lower case without accents, punctuation and repeated spaces ("Đảng  Cộng sản!" → "dang cong san"), for known words. */
export function foldText(text: string): string {
  return searchText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One composed (NFC) form with single spaces and none at the ends, as it is kept. */
export function tidyText(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim();
}

/**
 * Sha-256 (hex) of type, text and the set of options, each as `sameText` has it. The order of options does not count,
 * accents do: "ma", "má" and "mà" are three questions. The key does not count either. Stored with each question:
 * another rule needs a migration that makes them anew.
 */
export function fingerprint({ prompt }: Pick<QuestionContent, 'prompt'>): string {
  const options = 'options' in prompt ? prompt.options.map((option) => sameText(option.text)).sort() : [];
  return createHash('sha256')
    .update(JSON.stringify([prompt.type, sameText(prompt.text), options]))
    .digest('hex');
}
