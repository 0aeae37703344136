import type { Level } from '../../../shared/question-bank/question.schema.js';
import { foldText } from '../grading/question-text.rules.js';

const WORDS: Record<Level, readonly string[]> = {
  recall: ['nhan biet', 'biet', 'nb', 'recall', 'remember', 'knowledge', '1', 'muc 1', 'level 1'],
  understand: [
    'thong hieu',
    'hieu',
    'th',
    'understand',
    'understanding',
    'comprehension',
    '2',
    'muc 2',
    'level 2',
  ],
  apply: ['van dung', 'van dung thap', 'vd', 'vdt', 'apply', 'application', '3', 'muc 3', 'level 3'],
  analyse: ['van dung cao', 'vdc', 'analyse', 'analyze', 'analysis', '4', 'muc 4', 'level 4'],
};

const byWord = new Map<string, Level>();
for (const level of ['recall', 'understand', 'apply', 'analyse'] as const) {
  for (const word of WORDS[level]) byWord.set(word, level);
}

/** The level an author names in Vietnamese (accents optional), English, an abbreviation or 1 to 4; null for other words. */
export function levelOf(text: string): Level | null {
  return byWord.get(foldText(text)) ?? null;
}
