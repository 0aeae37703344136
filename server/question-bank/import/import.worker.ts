import type { ImportStanding } from '../../../shared/kernel/import.js';
import type { ParsedItem, PreviewImport } from '../../../shared/question-bank/question-import.schema.js';
import { inParts, type ParsedFile, type ParsedRow } from '../../platform/import/parsed-file.js';
import { parseCsv } from './csv-import.rules.js';
import { parseGift } from './gift.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import { fingerprint } from '../grading/question-text.rules.js';

/** Reads a file of questions and judges each item of it by the file alone. */
export function parse({ format, text, fallbackTopic }: PreviewImport): ParsedFile {
  try {
    const items = format === 'gift' ? parseGift(text, { fallbackTopic }) : parseCsv(text, { fallbackTopic });
    return inParts(judged(items));
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { refused: { kind: error.kind, params: error.params } };
  }
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
      standing: standingOf({ print, earlier, warned: warnings.length > 0 }),
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
