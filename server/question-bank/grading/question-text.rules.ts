import { createHash } from 'node:crypto';
import { calmMarks, composed } from '../../../shared/kernel/text.js';
import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';

/** Lower case without accents, punctuation and repeated spaces ("Đảng  Cộng sản!" → "dang cong san"), for searching. */
export function foldText(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The letters without their marks, đ included; case, punctuation and spaces stay. */
export function withoutAccents(text: string): string {
  return calmMarks(text)
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
}

/** One composed (NFC) form with single spaces and none at the ends: two texts that look alike become equal. */
export function tidyText(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim();
}

/**
 * Sha-256 (hex) of type, text and the set of options. Case, spaces, composition and the order of options do not
 * count, accents do: "ma", "má" and "mà" are three questions. The key does not count either.
 */
export function fingerprint({ prompt }: Pick<QuestionContent, 'prompt'>): string {
  const options = 'options' in prompt ? prompt.options.map((option) => same(option.text)).sort() : [];
  return createHash('sha256')
    .update(JSON.stringify([prompt.type, same(prompt.text), options]))
    .digest('hex');
}

const same = (text: string) => tidyText(text).toLowerCase();
