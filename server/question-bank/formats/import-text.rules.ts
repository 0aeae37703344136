import { MAX_IMPORT_BYTES } from '../../../shared/question-bank/question-import.schema.js';
import {
  importEmpty,
  importNotText,
  importTooLarge,
} from '../../../shared/question-bank/question-import.errors.js';
import { composed } from '../../../shared/kernel/text.js';
import { ImportRefused } from './import-refused.rules.js';

/** C0 and C1 controls but tab and newline, byte order marks, zero-width spaces, bidi overrides, non-characters. */
const UNWANTED =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * The text of an import file in one form: NFC, `\n` as the only line end, no invisible controls.
 * Refuses what is too large, empty, or was not UTF-8 (NUL or U+FFFD). Line numbers stay as in the file.
 */
export function readableText(text: string): string {
  if (Buffer.byteLength(text) > MAX_IMPORT_BYTES) {
    throw new ImportRefused(importTooLarge, { maxBytes: MAX_IMPORT_BYTES });
  }
  const broken = text.search(/[\0\ufffd]/);
  if (broken >= 0)
    throw new ImportRefused(importNotText, { line: text.slice(0, broken).split(/\r\n?|\n/).length });
  const clean = cleanText(text);
  if (clean.trim() === '') throw new ImportRefused(importEmpty);
  return clean;
}

/** In one form (NFC), `\n` as the only line end, no invisible controls. */
export function cleanText(text: string): string {
  return composed(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNWANTED, '')).replace(UNWANTED, '');
}

/** Without characters nobody sees; spaces that do not break are ordinary ones. */
export function withoutControls(text: string): string {
  return text
    .replace(UNWANTED, '')
    .replaceAll('\ufffd', '')
    .replace(/[\u00a0\u202f]/g, ' ');
}

/** The first `max` UTF-16 units without cutting a character in two. */
export function excerptOf(text: string, max = 200): string {
  const start = text.trim();
  if (start.length <= max) return start;
  const cut = start.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Lines without spaces at their ends, single ordinary spaces inside, at most one empty line in a row. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u202f]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
