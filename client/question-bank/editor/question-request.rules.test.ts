import { describe, expect, it } from 'vitest';
import { createQuestion } from '../../../shared/question-bank/question.schema.js';
import { emptyForm, type QuestionForm } from './question-form.rules.js';
import { formProblems, optionShares, requestOf, rightSum } from './question-request.rules.js';

const filled = (changes: Partial<QuestionForm>): QuestionForm => ({
  ...emptyForm(),
  text: 'Thủ đô của Việt Nam?',
  topic: 'Địa lý',
  ...changes,
});
/** Options as typed: the text, whether it is marked right, and its share in percent. */
const optionsOf = (...rows: [text: string, right: boolean, share?: string][]) =>
  rows.map(([text, right, share = '0'], key) => ({ key, text, right, share }));
const cities = optionsOf(['Hà Nội', true], ['Huế', false], ['Đà Nẵng', false]);
const single = (changes: Partial<QuestionForm> = {}) => filled({ options: cities, ...changes });
const several = (changes: Partial<QuestionForm> = {}) => single({ type: 'multiple_choice', ...changes });

describe('a question in the editor', () => {
  it.each<[string, QuestionForm]>([
    ['single choice', single()],
    ['multiple choice', several()],
    ['true or false', filled({ type: 'true_false', options: [] })],
    [
      'a number',
      filled({ type: 'number', numbers: [{ key: 0, value: '1945', tolerance: '0', credit: '100' }] }),
    ],
    ['a short text', filled({ type: 'short_text', texts: [{ key: 0, text: 'Hà Nội', credit: '100' }] })],
  ])('of %s can be saved when nothing is missing', (_type, form) => {
    expect(formProblems(form)).toEqual({});
    expect(createQuestion.safeParse(requestOf(form)).success).toBe(true);
  });

  it('needs a text and a topic that are more than blanks', () => {
    expect(formProblems(single({ text: ' ', topic: '\t' }))).toEqual({
      text: 'text_missing',
      topic: 'topic_missing',
    });
  });
});

describe('the options', () => {
  it('are all written, and each other than those before it, whatever case and spaces', () => {
    const options = optionsOf(
      ['Hà Nội', true],
      [' ', false],
      ['hà  nội', false],
      ['Huế', false],
      ['', false],
    );
    expect(formProblems(single({ options }))).toEqual({
      'option.1': 'option_missing',
      'option.2': 'option_repeats',
      'option.4': 'option_missing',
    });
  });

  it('have a right one', () => {
    const options = cities.map((option) => ({ ...option, right: false }));
    expect(formProblems(single({ options }))).toEqual({ options: 'nothing_right' });
    expect(formProblems(several({ options }))).toEqual({ options: 'nothing_right' });
  });

  it('have a right one in single choice also where shares are typed, since that one alone is full', () => {
    const options = optionsOf(['Hà Nội', false, '100'], ['Huế', false]);
    expect(formProblems(single({ options, ownShares: true }))).toEqual({ options: 'nothing_right' });
  });

  it('of several right ones add up to everything, by less than half a percent', () => {
    const thirds = (...shares: string[]) =>
      several({
        ownShares: true,
        options: shares.map((share, key) => ({ key, text: `Ý ${key}`, right: true, share })),
      });
    expect(formProblems(thirds('33,333', '33,333', '33,333'))).toEqual({});
    expect(formProblems(thirds('33,2', '33,2', '33,2'))).toEqual({});
    expect(formProblems(thirds('33', '33', '33'))).toEqual({ options: 'sum_not_full' });
    expect(formProblems(thirds('50', '50', '5'))).toEqual({ options: 'sum_not_full' });
    expect(formProblems(thirds('50', '50', '-50')), 'what takes away is not part of the sum').toEqual({});
  });

  it.each([
    ['100', true, true],
    ['100,1', false, false],
    ['0', true, true],
    ['-1', false, true],
    ['-100', false, true],
    ['-100,1', false, false],
    ['nửa', false, false],
    ['', false, false],
  ])('take “%s” for a share: in single choice %s, among several %s', (share, inSingle, amongSeveral) => {
    const options = optionsOf(['Hà Nội', true, '100'], ['Huế', false, share]);
    const problem = (form: QuestionForm) => formProblems(form)['option.1'];
    expect(problem(single({ options, ownShares: true }))).toBe(inSingle ? undefined : 'credit_invalid');
    expect(problem(several({ options, ownShares: true }))).toBe(amongSeveral ? undefined : 'credit_invalid');
    expect(problem(several({ options, ownShares: false })), 'not looked at').toBeUndefined();
  });

  it('need no share for the right one of a single choice: it is full', () => {
    const options = optionsOf(['Hà Nội', true, 'x'], ['Huế', false, '50']);
    expect(formProblems(single({ options, ownShares: true }))).toEqual({});
    expect(optionShares(single({ options, ownShares: true }))).toEqual([1, 0.5]);
  });
});

describe('what an option is worth', () => {
  const two = optionsOf(['một', true, '70'], ['hai', true, '30'], ['ba', false, '-20'], ['bốn', false, 'x']);

  it('is everything or nothing in single choice, unless shares are typed', () => {
    expect(optionShares(single({ ownShares: false }))).toEqual([1, 0, 0]);
    const partly = optionsOf(['một', true], ['hai', false, '25'], ['ba', false, 'x']);
    expect(optionShares(single({ options: partly }))).toEqual([1, 0, 0]);
    expect(optionShares(single({ options: partly, ownShares: true }))).toEqual([1, 0.25, 0]);
  });

  it('is an equal part among several right ones, and the same taken away, unless shares are typed', () => {
    expect(optionShares(several({ options: two }))).toEqual([0.5, 0.5, -0.5, -0.5]);
    expect(optionShares(several({ options: two, ownShares: true }))).toEqual([0.7, 0.3, -0.2, 0]);
    expect(rightSum(several({ options: two, ownShares: true }))).toBe(1);
  });

  it('is nothing while none is right', () => {
    const options = cities.map((option) => ({ ...option, right: false }));
    expect(optionShares(several({ options }))).toEqual([0, 0, 0]);
    expect(rightSum(several({ options }))).toBe(0);
  });
});

describe('a numeric answer', () => {
  const problems = (...rows: [value: string, tolerance: string, credit: string][]) =>
    formProblems(
      filled({
        type: 'number',
        numbers: rows.map(([value, tolerance, credit], key) => ({ key, value, tolerance, credit })),
      }),
    );

  it.each<[string, [string, string, string], string | undefined]>([
    ['is a number', ['năm 1945', '0', '100'], 'number_invalid'],
    ['has a tolerance', ['1945', '', '100'], 'tolerance_invalid'],
    ['has no tolerance below nothing', ['1945', '-0,1', '100'], 'tolerance_invalid'],
    ['may be exact', ['1945', '0', '100'], undefined],
    ['earns a share', ['1945', '0', 'hết'], 'credit_invalid'],
    ['earns no more than everything', ['1945', '0', '100,5'], 'credit_invalid'],
    ['takes nothing away', ['1945', '0', '-1'], 'credit_invalid'],
    ['may earn nothing', ['1945', '0', '0'], undefined],
  ])('%s', (...[, row, problem]) => {
    expect(problems(['3,14', '0,01', '100'], row)).toEqual(problem ? { 'number.1': problem } : {});
  });

  it('earns everything in one way at least', () => {
    expect(problems(['3,14', '0', '99'], ['3', '1', '50'])).toEqual({ numbers: 'no_full_credit' });
    expect(problems(['3', '1', '50'], ['3,14', '0', '100'])).toEqual({});
  });
});

describe('an answer in words', () => {
  const problems = (...rows: [text: string, credit: string][]) =>
    formProblems(
      filled({ type: 'short_text', texts: rows.map(([text, credit], key) => ({ key, text, credit })) }),
    );

  it('is written and earns a share between nothing and everything', () => {
    expect(problems(['Hà Nội', '100'], [' ', '50'], ['Thăng Long', 'nửa'], ['Đông Đô', '101'])).toEqual({
      'text.1': 'answer_missing',
      'text.2': 'credit_invalid',
      'text.3': 'credit_invalid',
    });
    expect(problems(['Hà Nội', '100'], ['Thăng Long', '0'])).toEqual({});
  });

  it('earns everything in one way at least', () => {
    expect(problems(['Thăng Long', '50'])).toEqual({ texts: 'no_full_credit' });
  });
});

describe('what is sent', () => {
  it('is trimmed everywhere, with the options lettered in their order', () => {
    const form = single({
      text: ' Thủ đô? ',
      topic: ' Địa lý ',
      explanation: ' Từ năm 1010. ',
      source: ' SGK ',
      tags: ['lớp 5'],
      level: 'apply',
      options: optionsOf([' Huế ', false], ['Hà Nội ', true]),
    });
    expect(requestOf(form)).toEqual({
      content: {
        prompt: {
          type: 'single_choice',
          text: 'Thủ đô?',
          options: [
            { id: 'a', text: 'Huế' },
            { id: 'b', text: 'Hà Nội' },
          ],
        },
        solution: { type: 'single_choice', credits: { b: 1 } },
        explanation: 'Từ năm 1010.',
        source: 'SGK',
      },
      topic: 'Địa lý',
      level: 'apply',
      tags: ['lớp 5'],
    });
  });

  it('names of the options those that earn or take something', () => {
    const options = optionsOf(['một', true, '100'], ['hai', false, '-50'], ['ba', false, '0']);
    expect(requestOf(several({ options, ownShares: true })).content.solution).toEqual({
      type: 'multiple_choice',
      weights: { a: 1, b: -0.5 },
    });
  });

  it('is for a statement whether it is true', () => {
    for (const correct of [true, false])
      expect(requestOf(filled({ type: 'true_false', text: ' Đúng? ', correct })).content).toMatchObject({
        prompt: { type: 'true_false', text: 'Đúng?' },
        solution: { type: 'true_false', correct },
      });
  });

  it('is for numbers their values, tolerances and shares, with the unit', () => {
    const numbers = [{ key: 0, value: '3,14', tolerance: '0,01', credit: '50' }];
    expect(requestOf(filled({ type: 'number', numbers, unit: ' cm ' })).content).toMatchObject({
      prompt: { type: 'number', text: 'Thủ đô của Việt Nam?', unit: 'cm' },
      solution: { type: 'number', accepted: [{ value: 3.14, tolerance: 0.01, credit: 0.5 }] },
    });
  });

  it('is for words the accepted ones, and how strictly they are read', () => {
    const form = filled({
      type: 'short_text',
      texts: [{ key: 0, text: ' Hà Nội ', credit: '75' }],
      accentSensitive: true,
    });
    expect(requestOf(form).content).toMatchObject({
      prompt: { type: 'short_text', text: 'Thủ đô của Việt Nam?' },
      solution: {
        type: 'short_text',
        accepted: [{ text: 'Hà Nội', credit: 0.75 }],
        caseSensitive: false,
        accentSensitive: true,
      },
    });
  });
});
