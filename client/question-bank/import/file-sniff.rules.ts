import type { ImportFormat } from '../../../shared/question-bank/question-import.schema.js';

/** What an import may weigh at most, in bytes; as the server has it. */
export const MAX_FILE_BYTES = 5_000_000;

/** Why a file is no question file, as a code the page has a sentence for. */
export type FileRefusal =
  | 'empty'
  | 'too_large'
  | 'spreadsheet'
  | 'locked'
  | 'document'
  | 'archive'
  | 'old_office'
  | 'pdf'
  | 'image'
  | 'utf16'
  | 'not_utf8'
  | 'aiken'
  | 'unknown_format';

export type SniffedFile =
  { text: string; format: Exclude<ImportFormat, 'xlsx'> } | { format: 'xlsx' } | { refusal: FileRefusal };

/**
 * Knows a workbook by its parts, whatever it is called. Reads other bytes strictly as UTF-8 and tells GIFT from CSV, by
 * the name's ending or else by what it says.
 */
export function sniffFile(name: string, bytes: Uint8Array): SniffedFile {
  if (bytes.length === 0) return { refusal: 'empty' };
  const foreign = foreignKind(bytes);
  if (foreign && foreign !== 'xlsx') return { refusal: foreign };
  if (bytes.length > MAX_FILE_BYTES) return { refusal: 'too_large' };
  if (foreign === 'xlsx') return { format: 'xlsx' };
  const text = utf8Text(bytes);
  // A text has no NUL; UTF-16 without its mark has one beside every Latin letter.
  if (text === null || text.includes('\0')) return { refusal: 'not_utf8' };
  if (text.trim() === '') return { refusal: 'empty' };
  if (isAiken(text)) return { refusal: 'aiken' };
  const format = formatOf(name, text);
  return format ? { text, format } : { refusal: 'unknown_format' };
}

/** Known by its first bytes to be something else, whatever the name says. */
function foreignKind(bytes: Uint8Array): FileRefusal | 'xlsx' | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return packedKind(bytes);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return oldOfficeKind(bytes);
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'image';
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return 'utf16';
  return null;
}

/** Office files are archives inside, told by the names of their parts, whatever the file is called. */
function packedKind(bytes: Uint8Array): FileRefusal | 'xlsx' {
  const parts = new TextDecoder('latin1').decode(bytes);
  if (parts.includes('xl/workbook.xml')) return 'xlsx';
  if (/xl\/|opendocument\.spreadsheet/.test(parts)) return 'spreadsheet';
  return /word\/|ppt\/|opendocument\./.test(parts) ? 'document' : 'archive';
}

/** A workbook with a password is wrapped in the container that old files had; its parts are named in UTF-16. */
function oldOfficeKind(bytes: Uint8Array): FileRefusal {
  const name = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  return name.includes('EncryptedPackage') ? 'locked' : 'old_office';
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Moodle's Aiken: lettered lines and `ANSWER: B` below them. No other ending makes it a file that can be read. */
const isAiken = (text: string) => /^[A-J][.)] .*\r?\n(?:[A-J][.)] .*\r?\n)*ANSWER: ?[A-J]\s*$/im.test(text);

/** The brace of GIFT's answers: a mark, or a whole word for true or false ("{Tất cả}" begins with none). */
const GIFT_ANSWERS = /\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE|ĐÚNG|SAI)(?![\p{L}\p{N}]))/iu;

function formatOf(name: string, text: string): Exclude<ImportFormat, 'xlsx'> | null {
  if (/\.gift$/i.test(name)) return 'gift';
  if (/\.(csv|tsv)$/i.test(name)) return 'csv';
  if (/^\s*(\$CATEGORY:|::|\/\/)/m.test(text) || GIFT_ANSWERS.test(text)) return 'gift';
  const heading = text.trimStart().split('\n', 1)[0] ?? '';
  const names = heading.toLowerCase().normalize('NFC');
  return /[,;\t]/.test(heading) && /câu hỏi|cau hoi|nội dung|đề bài|question|text/.test(names) ? 'csv' : null;
}
