import { describe, expect, it } from 'vitest';
import {
  importReadings,
  parsedItem,
  type ImportReadings,
} from '../../../shared/question-bank/question-import.schema.js';
import { withReadings } from './import-readings.rules.js';

const MISSING = { code: 'import.level_missing', params: { line: 2 } };
const UNKNOWN = { code: 'import.level_unknown', params: { line: 2, text: 'Siêu khó' } };
const NO_SOURCE = { code: 'import.source_missing', params: { line: 2 } };
const AMBIGUOUS = { code: 'import.number_ambiguous', params: { line: 2, text: '10.480' } };

const item = (...warnings: { code: string; params: Record<string, string | number> }[]) =>
  parsedItem.parse({
    line: 2,
    excerpt: 'Đúng?',
    question: {
      content: {
        prompt: { type: 'true_false', text: 'Đúng?' },
        solution: { type: 'true_false', correct: true },
      },
      topic: 'Luật',
      level: 'recall',
      tags: [],
      stated: ['topic'],
    },
    errors: [],
    warnings,
  });
const read = (readings: Partial<ImportReadings>, ...warnings: Parameters<typeof item>) => {
  const { question, warnings: left } = withReadings(item(...warnings), importReadings.parse(readings));
  return { level: question?.level, source: question?.content.source, stated: question?.stated, left };
};

describe('what was decided for a whole file', () => {
  it('leaves items as they are when nothing was', () => {
    expect(withReadings(item(MISSING, AMBIGUOUS), importReadings.parse({}))).toEqual(
      item(MISSING, AMBIGUOUS),
    );
  });

  it('gives a level to those that name none, and no other', () => {
    expect(read({ level: 'apply' }, MISSING, NO_SOURCE)).toEqual({
      level: 'apply',
      source: '',
      stated: ['topic', 'level'],
      left: [NO_SOURCE],
    });
    expect(read({ level: 'apply' })).toMatchObject({ level: 'recall', stated: ['topic'] });
    expect(read({ level: 'apply' }, UNKNOWN)).toMatchObject({ level: 'recall', left: [UNKNOWN] });
  });

  it('says what the file’s own word for a level means, however it is written', () => {
    const readings = { levelWords: { khác: 'understand', 'siêu  KHÓ': 'analyse' } } as const;
    expect(read(readings, UNKNOWN)).toMatchObject({ level: 'analyse', stated: ['topic', 'level'], left: [] });
    expect(read({ levelWords: { khác: 'understand' } }, UNKNOWN)).toMatchObject({
      level: 'recall',
      left: [UNKNOWN],
    });
    expect(read(readings, MISSING)).toMatchObject({ level: 'recall', left: [MISSING] });
  });

  it('gives a source to those without one, and no other', () => {
    expect(read({ source: 'SGK lớp 5' }, NO_SOURCE)).toMatchObject({
      source: 'SGK lớp 5',
      left: [],
      stated: ['topic'],
    });
    expect(read({ source: 'SGK lớp 5' }, MISSING)).toMatchObject({ source: '', left: [MISSING] });
  });

  it('drops the warnings that somebody has looked at, and only those', () => {
    expect(read({ accepted: ['import.number_ambiguous'] }, AMBIGUOUS, NO_SOURCE).left).toEqual([NO_SOURCE]);
  });

  it('decides several things at once', () => {
    expect(
      read(
        { level: 'apply', source: 'SGK', accepted: ['import.number_ambiguous'] },
        MISSING,
        NO_SOURCE,
        AMBIGUOUS,
      ),
    ).toEqual({ level: 'apply', source: 'SGK', stated: ['topic', 'level'], left: [] });
  });

  it('changes nothing of an item that is no question', () => {
    const refused = { ...item(MISSING), question: null };
    expect(withReadings(refused, importReadings.parse({ level: 'apply' }))).toBe(refused);
  });
});
