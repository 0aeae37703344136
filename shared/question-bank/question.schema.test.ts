import { describe, expect, it } from 'vitest';
import {
  createQuestion,
  questionContent,
  questionPrompt,
  questionQuery,
  type QuestionSolution,
} from './question.schema.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Phương án ${id}` }));
const single = { type: 'single_choice', text: 'Thủ đô?', options } as const;
const several = { type: 'multiple_choice', text: 'Những thành phố?', options } as const;
const statement = { type: 'true_false', text: 'Huế là thủ đô.' } as const;
const number = { type: 'number', text: 'Năm nào?', unit: '' } as const;
const words = { type: 'short_text', text: 'Ở đâu?' } as const;
type Prompt = typeof single | typeof several | typeof statement | typeof number | typeof words;

const codesOf = (prompt: Prompt, solution: QuestionSolution) =>
  questionContent.safeParse({ prompt, solution }).error?.issues.map(({ message }) => message) ?? [];
const year = (credit: number) => ({ value: 1945, tolerance: 0, credit });
const place = (credit: number) => ({ text: 'Hà Nội', credit });

describe('a key', () => {
  it.each<[string, Prompt, QuestionSolution, string[]]>([
    ['with one full answer', single, { type: 'single_choice', credits: { a: 0.5, b: 1 } }, []],
    ['without a full answer', single, { type: 'single_choice', credits: { a: 0.9 } }, ['no_full_credit']],
    ['without any', single, { type: 'single_choice', credits: {} }, ['no_full_credit']],
    [
      'of an option that is not there',
      single,
      { type: 'single_choice', credits: { b: 1, d: 0.5 } },
      ['key_names_unknown_option'],
    ],
    [
      'of nothing that is there',
      single,
      { type: 'single_choice', credits: { d: 0.5 } },
      ['key_names_unknown_option', 'no_full_credit'],
    ],
    [
      'whose right ones make everything',
      several,
      { type: 'multiple_choice', weights: { a: 0.5, b: 0.5 } },
      [],
    ],
    [
      'that takes away for a wrong one',
      several,
      { type: 'multiple_choice', weights: { a: 0.5, b: 0.5, c: -1 } },
      [],
    ],
    ['of thirds', several, { type: 'multiple_choice', weights: { a: 0.333, b: 0.333, c: 0.333 } }, []],
    [
      'that lacks half a percent',
      several,
      { type: 'multiple_choice', weights: { a: 0.5, b: 0.494 } },
      ['no_full_credit'],
    ],
    [
      'that gives too much',
      several,
      { type: 'multiple_choice', weights: { a: 0.6, b: 0.5, c: -0.1 } },
      ['no_full_credit'],
    ],
    [
      'of an option among several that is not there',
      several,
      { type: 'multiple_choice', weights: { a: 1, d: -1 } },
      ['key_names_unknown_option'],
    ],
    ['of a statement', statement, { type: 'true_false', correct: false }, []],
    ['of a number', number, { type: 'number', accepted: [year(0.5), year(1)] }, []],
    [
      'of a number that never earns all',
      number,
      { type: 'number', accepted: [year(0.5)] },
      ['no_full_credit'],
    ],
    [
      'of words',
      words,
      { type: 'short_text', accepted: [place(1)], caseSensitive: false, accentSensitive: false },
      [],
    ],
    [
      'of words that never earn all',
      words,
      { type: 'short_text', accepted: [place(0.9)], caseSensitive: false, accentSensitive: false },
      ['no_full_credit'],
    ],
    ['of another type', single, { type: 'true_false', correct: true }, ['solution_type_differs']],
    [
      'of several for a question of one',
      single,
      { type: 'multiple_choice', weights: { a: 1 } },
      ['solution_type_differs'],
    ],
  ])('%s', (...[, prompt, solution, codes]) => {
    expect(codesOf(prompt, solution)).toEqual(codes);
  });
});

describe('what an author writes', () => {
  const UNSEEN = '\u0301';
  const refusals = (prompt: object, solution: object) =>
    createQuestion
      .safeParse({ content: { prompt, solution }, topic: 'Địa lý', level: 'recall' })
      .error?.issues.map(({ message, path }) => `${message} ${path.join('.')}`) ?? [];
  const key = { type: 'single_choice', credits: { a: 1 } };

  it('can be seen: the question, each option and each accepted answer', () => {
    expect(refusals(single, key)).toEqual([]);
    expect(refusals({ ...single, text: UNSEEN }, key)).toEqual(['unseen content.prompt.text']);
    const half = options.map((option) => (option.id === 'b' ? { ...option, text: UNSEEN } : option));
    expect(refusals({ ...single, options: half }, key)).toEqual(['unseen content.prompt.options.1.text']);
    const accepted = [place(1), { text: UNSEEN, credit: 0.5 }];
    expect(refusals(words, { type: 'short_text', accepted })).toEqual([
      'unseen content.solution.accepted.1.text',
    ]);
    expect(refusals(statement, { type: 'true_false', correct: true })).toEqual([]);
  });

  it('is read without what came along unseen, and what was stored before that rule stays readable', () => {
    const textOf = (text: string) => questionPrompt.parse({ ...statement, text }).text;
    expect(textOf(' Huế\u200b là\r\nthủ đô. ')).toBe('Huế là\nthủ đô.');
    expect(textOf(' \u200b ')).toBe('\u200b');
    expect(questionPrompt.safeParse({ ...statement, text: ' \n ' }).success).toBe(false);
  });

  it('names each option once', () => {
    const twice = options.map((option) => ({ ...option, id: 'a' }));
    expect(questionPrompt.safeParse({ ...single, options: twice }).error?.issues[0]?.message).toBe(
      'option_ids_repeat',
    );
  });
});

it('narrows a list by values with commas between them, by one, or by none', () => {
  const levelsOf = (levels: unknown) => questionQuery.parse({ levels }).levels;
  expect(levelsOf('recall,apply')).toEqual(['recall', 'apply']);
  expect(levelsOf('recall')).toEqual(['recall']);
  expect(levelsOf('recall,')).toEqual(['recall']);
  expect(levelsOf('')).toEqual([]);
  expect(levelsOf(['apply'])).toEqual(['apply']);
  expect(levelsOf(undefined)).toBeUndefined();
  expect(questionQuery.safeParse({ levels: 'recall,hard' }).success).toBe(false);
});
