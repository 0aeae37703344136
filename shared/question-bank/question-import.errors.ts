import { failure } from '../kernel/failure.js';

/** params: max (items a file may have) or maxBytes */
export const importTooLarge = failure('import.too_large', 413);
/** The text was not UTF-8 or not text at all. params: line */
export const importNotText = failure('import.not_text', 400);
/** A workbook that is none, or is cut off. */
export const importDamaged = failure('import.damaged', 400);
/** A workbook behind a password. */
export const importLocked = failure('import.locked', 400);
export const importEmpty = failure('import.empty', 400);
/** params: missing, found (headings, comma-separated) */
export const importWrongColumns = failure('import.wrong_columns', 400);
