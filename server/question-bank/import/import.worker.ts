import type { ImportStanding } from '../../../shared/kernel/import.js';
import { FILE_NOTES } from '../../../shared/question-bank/import-findings.js';
import { importTooLarge } from '../../../shared/question-bank/question-import.errors.js';
import { MAX_IMPORT_BYTES } from '../../../shared/question-bank/question-import.schema.js';
import type { ParsedItem, PreviewImport } from '../../../shared/question-bank/question-import.schema.js';
import { inParts, type ParsedFile, type ParsedRow } from '../../platform/import/parsed-file.js';
import { parseCsv } from '../formats/csv-import.rules.js';
import { parseGift } from '../formats/gift.rules.js';
import { withReadings } from '../formats/import-readings.rules.js';
import { parseXlsx } from '../formats/xlsx-import.js';
import { ImportRefused } from '../formats/import-refused.rules.js';
import { fingerprint } from '../grading/question-text.rules.js';

/** Reads a file of questions and judges each item of it by the file alone. */
export function parse(request: PreviewImport): ParsedFile {
  try {
    return inParts(judged(itemsOf(request).map((item) => withReadings(item, request.readings))));
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { refused: { kind: error.kind, params: error.params } };
  }
}

function itemsOf(request: PreviewImport): ParsedItem[] {
  if (request.format === 'xlsx') return parseXlsx(bytesOf(request.file), request);
  return request.format === 'gift' ? parseGift(request.text, request) : parseCsv(request.text, request);
}

function bytesOf(file: string): Buffer {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > MAX_IMPORT_BYTES)
    throw new ImportRefused(importTooLarge, { maxBytes: MAX_IMPORT_BYTES });
  return bytes;
}

/** An item whose like stands earlier in the file is a duplicate of that line. */
function judged(items: readonly ParsedItem[]): ParsedRow[] {
  const firstLine = new Map<string, number>();
  return items.map(({ line, excerpt, question, errors, warnings }, index) => {
    const print = question && errors.length === 0 ? fingerprint(question.content) : null;
    const earlier = print === null ? undefined : firstLine.get(print);
    if (print !== null && earlier === undefined) firstLine.set(print, line);
    return {
      place: index + 1,
      ...{ line, excerpt, content: question, print, errors, warnings },
      standing: standingOf({ print, earlier, warned: warnings.some(({ code }) => !FILE_NOTES.has(code)) }),
      duplicateOf: earlier === undefined ? null : `#${earlier}`,
    };
  });
}

type Judged = { print: string | null; earlier: number | undefined; warned: boolean };

function standingOf({ print, earlier, warned }: Judged): ImportStanding {
  if (print === null) return 'rejected';
  if (earlier !== undefined) return 'duplicate';
  return warned ? 'warned' : 'ready';
}
