import { describe, expect, it } from 'vitest';
import { importedQuestion } from '../../../shared/question-bank/question-import.schema.js';
import { questionContent, type QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { differencesOf, updatedQuestion, type KnownQuestion } from './differences.rules.js';

const options = (...texts: string[]) =>
  texts.map((text, index) => ({ id: String.fromCharCode(97 + index), text }));
const single = (credits: Record<string, number>, ...texts: string[]) => ({
  prompt: { type: 'single_choice', text: 'Thủ đô?', options: options(...texts) },
  solution: { type: 'single_choice', credits },
});
const several = (weights: Record<string, number>) => ({
  prompt: { type: 'multiple_choice', text: 'Đâu?', options: options('Huế', 'Vinh', 'Hà Nội') },
  solution: { type: 'multiple_choice', weights },
});
const number = (unit: string, ...accepted: { value: number; tolerance: number; credit: number }[]) => ({
  prompt: { type: 'number', text: 'Bao nhiêu?', unit },
  solution: { type: 'number', accepted },
});
const words = (marks: object, ...accepted: { text: string; credit: number }[]) => ({
  prompt: { type: 'short_text', text: 'Ở đâu?' },
  solution: { type: 'short_text', accepted, ...marks },
});
const statement = (correct: boolean, text = 'Huế là thủ đô.') => ({
  prompt: { type: 'true_false', text },
  solution: { type: 'true_false', correct },
});
const known = (content: object, changes: Partial<KnownQuestion> = {}): KnownQuestion => ({
  content: questionContent.parse({ explanation: 'Vì thế.', source: 'SGK', ...content }),
  topic: 'Địa lý',
  level: 'recall',
  tags: ['lớp 5', 'ôn tập'],
  ...changes,
});
const wanted = (content: object, changes: object = {}) =>
  importedQuestion.parse({ content, topic: 'Chung', level: 'apply', tags: [], ...changes });
const told = (before: object, after: object, changes: object = {}) =>
  differencesOf(known(before), wanted(after, changes)).map(({ field, before: was, after: is }) => [
    field,
    was,
    is,
  ]);

const base = single({ b: 1 }, 'Huế', 'Hà Nội');

describe('a question of a file beside the one of the bank', () => {
  it('is the same when it says the same, and leaves out the rest', () => {
    expect(told(base, base)).toEqual([]);
  });

  it('is the same with its options in another order', () => {
    expect(told(base, single({ a: 1 }, 'Hà Nội', 'Huế'))).toEqual([]);
  });

  it('is another key when another option is right, or earns something', () => {
    expect(told(base, single({ a: 1 }, 'Huế', 'Hà Nội'))).toEqual([['key', 'Hà Nội', 'Huế']]);
    expect(told(base, single({ b: 1, a: 0.5 }, 'Huế', 'Hà Nội'))).toEqual([
      ['key', 'Hà Nội', 'Huế (50%) · Hà Nội'],
    ]);
  });

  it('is another key when several share otherwise', () => {
    expect(told(several({ a: 0.5, b: 0.5 }), several({ a: 0.5, b: 0.5, c: -0.5 }))).toEqual([
      ['key', 'Huế (50%) · Vinh (50%)', 'Huế (50%) · Hà Nội (-50%) · Vinh (50%)'],
    ]);
    expect(told(several({ a: 1 }), several({ a: 1 }))).toEqual([]);
  });

  it.each<[string, object, object, string, string]>([
    ['a statement that is false now', statement(true), statement(false), 'true', 'false'],
    [
      'a number with another tolerance',
      number('', { value: 5, tolerance: 0, credit: 1 }),
      number('', { value: 5, tolerance: 0.5, credit: 1 }),
      '5',
      '5 ± 0.5',
    ],
    [
      'a number that earns part',
      number('', { value: 5, tolerance: 0, credit: 1 }),
      number('', { value: 5, tolerance: 0, credit: 1 }, { value: 6, tolerance: 0, credit: 0.25 }),
      '5',
      '5 · 6 (25%)',
    ],
    [
      'another accepted text',
      words({}, { text: 'Hà Nội', credit: 1 }),
      words({}, { text: 'Hà Nội', credit: 1 }, { text: 'Thăng Long', credit: 0.5 }),
      'Hà Nội',
      'Hà Nội · Thăng Long (50%)',
    ],
    [
      'a text read with its case',
      words({}, { text: 'Hà Nội', credit: 1 }),
      words({ caseSensitive: true }, { text: 'Hà Nội', credit: 1 }),
      'Hà Nội',
      'Hà Nội (Aa)',
    ],
    [
      'a text read with its accents',
      words({}, { text: 'Hà Nội', credit: 1 }),
      words({ accentSensitive: true }, { text: 'Hà Nội', credit: 1 }),
      'Hà Nội',
      'Hà Nội (´)',
    ],
  ])('shows in its key %s', (...[, before, after, was, is]) => {
    expect(told(before, after)).toEqual([['key', was, is]]);
  });

  it('is no other key for another way of writing the same answer', () => {
    const before = words({}, { text: 'Hoà Bình', credit: 1 }, { text: 'Hà Nội', credit: 1 });
    const after = words({}, { text: 'Hà Nội', credit: 1 }, { text: 'Hòa Bình', credit: 1 });
    expect(told(before, after)).toEqual([]);
  });

  it('shows its wording, explanation and source as they are written', () => {
    expect(told(statement(true), statement(true, 'HUẾ là thủ đô.'))).toEqual([
      ['text', 'Huế là thủ đô.', 'HUẾ là thủ đô.'],
    ]);
    expect(told(statement(true), { ...statement(true), explanation: 'Mới.', source: 'Luật' })).toEqual([
      ['explanation', 'Vì thế.', 'Mới.'],
      ['source', 'SGK', 'Luật'],
    ]);
    expect(told(base, single({ b: 1 }, 'HUẾ', 'Hà Nội')).map(([field]) => field)).toEqual(['options']);
  });

  it('shows a unit that is another, not one that the file has no place for', () => {
    const answer = { value: 5, tolerance: 0, credit: 1 };
    expect(told(number('m', answer), number('km', answer))).toEqual([['unit', 'm', 'km']]);
    expect(told(number('m', answer), number('', answer))).toEqual([]);
  });

  it('shows topic and level where the file states them itself', () => {
    expect(told(base, base, { stated: ['topic', 'level'] })).toEqual([
      ['topic', 'Địa lý', 'Chung'],
      ['level', 'recall', 'apply'],
    ]);
    expect(told(base, base, { stated: ['level'] })).toEqual([['level', 'recall', 'apply']]);
    expect(told(base, base, { stated: ['topic'], topic: 'địa LÝ' }), 'the same topic').toEqual([]);
  });

  it('shows tags that are others, in whatever order', () => {
    expect(told(base, base, { tags: ['Ôn tập', 'lớp 5'] })).toEqual([]);
    const spelled = known(base, { tags: ['Abc', 'b', 'Hoà'] });
    expect(differencesOf(spelled, wanted(base, { tags: ['B', 'Hòa', 'abc'] }))).toEqual([]);
    expect(told(base, base, { tags: ['lớp 5'] })).toEqual([['tags', 'lớp 5, ôn tập', 'lớp 5']]);
  });

  it('shows the beginning of what is long', () => {
    const [[, , long] = []] = told(statement(true), statement(true, 'dài '.repeat(200)));
    expect(String(long).length).toBeLessThanOrEqual(201);
    expect(String(long)).toMatch(/^dài dài /);
  });
});

describe('the question of the bank with what the file says', () => {
  const after = (content: object, before: object = base) =>
    updatedQuestion(known(before), wanted(content)).content;

  it('keeps what the file leaves out', () => {
    const next = updatedQuestion(known(base), wanted(base));
    expect(next).toMatchObject({ topic: 'Địa lý', level: 'recall', tags: ['lớp 5', 'ôn tập'] });
    expect(next.content).toMatchObject({ explanation: 'Vì thế.', source: 'SGK' });
  });

  it('takes what the file states', () => {
    const next = updatedQuestion(known(base), wanted(base, { stated: ['topic', 'level'], tags: ['mới'] }));
    expect(next).toMatchObject({ topic: 'Chung', level: 'apply', tags: ['mới'] });
  });

  it('stays strict about case and accents where the bank is, since files seldom say so', () => {
    const strict = words({ caseSensitive: true, accentSensitive: true }, { text: 'Hà Nội', credit: 1 });
    const lenient = words({}, { text: 'Hà Nội', credit: 1 });
    expect(after(lenient, strict).solution).toMatchObject({ caseSensitive: true, accentSensitive: true });
    expect(after(strict, lenient).solution).toMatchObject({ caseSensitive: true, accentSensitive: true });
    expect(after(lenient, lenient).solution).toMatchObject({ caseSensitive: false, accentSensitive: false });
  });

  it('takes nothing over from a question of another type', () => {
    const answer = { value: 5, tolerance: 0, credit: 1 };
    const strict = words({ caseSensitive: true }, { text: '5', credit: 1 });
    expect(after(number('', answer), strict).prompt).toMatchObject({ type: 'number', unit: '' });
    const loose: Pick<QuestionContent, 'solution'> = after(
      words({}, { text: '5', credit: 1 }),
      number('m', answer),
    );
    expect(loose.solution).toMatchObject({ type: 'short_text', caseSensitive: false });
  });
});
