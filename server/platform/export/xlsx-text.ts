/** Of a cell, in UTF-16 units; a longer one makes a workbook that Excel calls damaged. */
const MAX_CELL = 32_767;
const MAX_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu;
/** What XML has no place for. */
const UNWRITABLE = /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const HALF_A_LETTER = /[\ud800-\udbff]$/;
/** Readers take this for a letter given by its number. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/** Of most cells nothing has to be written otherwise, which one look tells. */
const UNUSUAL = /[&<>"_\ud800-\udfff\u0000-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Text as XML keeps it, in a cell or between quotes. */
export function xmlText(text: string): string {
  if (text.length <= MAX_CELL && !UNUSUAL.test(text)) return text;
  return cut(text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWRITABLE, ''), MAX_CELL)
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

/**
 * The name that a sheet may have for this title: 31 letters at most, none of `[]:*?/\`, no apostrophe at its ends, and
 * not the one that Excel keeps for itself.
 */
export function sheetNameOf(title: string): string {
  const words = trimmed(title.toWellFormed().replace(FORBIDDEN, ' ').replace(/\s+/g, ' '));
  const name = trimmed(words.slice(0, MAX_NAME).replace(HALF_A_LETTER, ''));
  return name === '' || name.toLowerCase() === 'history' ? `${name}_` : name;
}

const trimmed = (name: string): string => name.replace(/^[\s']+|[\s']+$/g, '');

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(HALF_A_LETTER, '')}…`;
}
