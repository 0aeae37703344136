import type { Level } from '../../../shared/question-bank/question.schema.js';
import { foldText } from '../grading/question-text.rules.js';

const WORDS: Record<Level, readonly string[]> = {
  recall: [
    ...['nhan biet', 'biet', 'nho', 'nb', 'recall', 'remember', 'remembering', 'knowledge', '1'],
    ...['de', 'rat de', 'co ban', 'thap', 'easy', 'very easy', 'low', 'basic', 'beginner'],
  ],
  understand: [
    ...['thong hieu', 'hieu', 'th', 'understand', 'understanding', 'comprehension', '2'],
    ...['trung binh', 'tb', 'vua', 'medium', 'moderate', 'average', 'normal', 'intermediate'],
  ],
  apply: [
    ...['van dung', 'van dung thap', 'vd', 'vdt', 'apply', 'applying', 'application', '3'],
    ...['kho', 'kha', 'cao', 'hard', 'difficult', 'high', 'advanced'],
  ],
  analyse: [
    ...['van dung cao', 'vdc', 'analyse', 'analyze', 'analysing', 'analyzing', 'analysis', '4'],
    ...['rat kho', 'nang cao', 'very hard', 'very difficult', 'expert'],
  ],
};

const byWord = new Map<string, Level>();
for (const level of ['recall', 'understand', 'apply', 'analyse'] as const) {
  for (const word of WORDS[level]) byWord.set(word, level);
}

/**
 * The level an author names in Vietnamese (accents optional) or English, as a level, a difficulty, an abbreviation or
 * 1 to 4, also with a word such as "mức" before it and both number and word ("Mức 2: Thông hiểu"); null for other words.
 */
export function levelOf(text: string): Level | null {
  const word = foldText(text).replace(/^(?:muc do|muc|cap do|do kho|level|m|l)(?: |(?=[1-4]\b))/, '');
  const whole = byWord.get(word);
  if (whole) return whole;
  const [, number = '', rest = ''] = /^([1-4]) (.+)$/.exec(word) ?? [];
  const level = byWord.get(rest);
  return level && level === byWord.get(number) ? level : null;
}
