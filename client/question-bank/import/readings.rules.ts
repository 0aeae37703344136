import { IMPORT_FINDING_CODES } from '../../../shared/question-bank/import-findings.js';
import type { ImportReadings, WarningKind } from '../../../shared/question-bank/question-import.schema.js';
import type { Level } from '../../../shared/question-bank/question.schema.js';

/** One answer to one kind of warning, for the whole file. */
export type Decision =
  | { level: Level }
  | { source: string }
  | { numbers: 'decimal' | 'thousands' }
  | { answers: 'text' | 'place' }
  | { accept: true };

/** What was decided, with one answer more. A word for a level is decided by itself. */
export function decidedReadings(
  readings: ImportReadings,
  { code, params }: WarningKind,
  decision: Decision,
): ImportReadings {
  if ('accept' in decision) {
    const known = IMPORT_FINDING_CODES.find((one) => one === code);
    return known ? { ...readings, accepted: [...readings.accepted, known] } : readings;
  }
  if ('level' in decision && code === 'import.level_unknown') {
    const word = String(params.text ?? '');
    return { ...readings, levelWords: { ...readings.levelWords, [word]: decision.level } };
  }
  return { ...readings, ...decision };
}

export function isDecided({ levelWords, accepted, ...rest }: ImportReadings): boolean {
  const isSaid = Object.values(rest).some((value) => value !== undefined);
  return isSaid || accepted.length > 0 || Object.keys(levelWords).length > 0;
}
