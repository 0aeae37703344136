import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionContent, QuestionResponse } from '../../../shared/question-bank/question.schema.js';
import { gradeResponse } from './grading.rules.js';

type Gradable = Pick<QuestionContent, 'prompt' | 'solution'>;
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Phương án ${id}` }));

const single: Gradable = {
  prompt: { type: 'single_choice', text: '?', options },
  solution: { type: 'single_choice', credits: { b: 1, c: 0.5 } },
};
const trueFalse: Gradable = {
  prompt: { type: 'true_false', text: '?' },
  solution: { type: 'true_false', correct: false },
};
const multiple = (weights: Record<string, number>): Gradable => ({
  prompt: { type: 'multiple_choice', text: '?', options },
  solution: { type: 'multiple_choice', weights },
});
const number = (...accepted: [value: number, tolerance: number, credit: number][]): Gradable => ({
  prompt: { type: 'number', text: '?', unit: '' },
  solution: {
    type: 'number',
    accepted: accepted.map(([value, tolerance, credit]) => ({ value, tolerance, credit })),
  },
});
type Rules = { caseSensitive?: boolean; accentSensitive?: boolean };
const shortText = (accepted: Record<string, number>, rules: Rules = {}): Gradable => ({
  prompt: { type: 'short_text', text: '?' },
  solution: {
    type: 'short_text',
    accepted: Object.entries(accepted).map(([text, credit]) => ({ text, credit })),
    caseSensitive: false,
    accentSensitive: false,
    ...rules,
  },
});
const choose = (...choices: string[]): QuestionResponse => ({ type: 'multiple_choice', choices });
const enter = (value: number): QuestionResponse => ({ type: 'number', value });
const write = (text: string): QuestionResponse => ({ type: 'short_text', text });

const contents = [single, trueFalse, multiple({ a: 1 }), number([1, 0, 1]), shortText({ một: 1 })];
const responses: QuestionResponse[] = [
  { type: 'single_choice', choice: 'b' },
  { type: 'true_false', value: false },
  choose('a'),
  enter(1),
  write('một'),
];

test('no answer earns nothing, nor does an answer of another type', () => {
  contents.forEach((content, own) => {
    expect(gradeResponse(content, null)).toBe(0);
    const credits = responses.map((response) => gradeResponse(content, response));
    expect(credits).toEqual(responses.map((_response, index) => (index === own ? 1 : 0)));
  });
});

test.each([
  ['b', 1],
  ['c', 0.5],
  ['a', 0],
  ['z', 0],
])('single choice %s → %d', (choice, credit) => {
  expect(gradeResponse(single, { type: 'single_choice', choice })).toBe(credit);
});

test.each([
  [true, true, 1],
  [true, false, 0],
  [false, true, 0],
  [false, false, 1],
])('true or false: %s is right, %s was answered → %d', (correct, value, credit) => {
  const content: Gradable = { ...trueFalse, solution: { type: 'true_false', correct } };
  expect(gradeResponse(content, { type: 'true_false', value })).toBe(credit);
});

describe('multiple choice', () => {
  const fair = { a: 0.5, c: 0.5, b: -0.5, d: -0.5 };
  test.each<[Record<string, number>, string[], number]>([
    [fair, ['a', 'c'], 1],
    [fair, ['a'], 0.5],
    [fair, ['a', 'a', 'a'], 0.5],
    [fair, ['a', 'b', 'c'], 0.5],
    [fair, ['b', 'd'], 0],
    [fair, ['a', 'b', 'c', 'd'], 0],
    [fair, ['z'], 0],
    [{ a: 0.333, b: 0.333, c: 0.333 }, ['a', 'b', 'c'], 1],
    [{ a: 0.333, b: 0.333, c: 0.333, d: -1 }, ['a', 'b', 'c'], 1],
    [{ a: 0.333, b: 0.333, c: 0.333, d: -1 }, ['a', 'b', 'c', 'd'], 0],
    [{ a: 0.5, b: -0.5 }, ['a'], 0.5],
    [{ a: 0.1, b: 0.2, c: 0.7 }, ['c', 'b', 'a'], 1],
  ])('%j chosen %j → %d', (weights, choices, credit) => {
    expect(gradeResponse(multiple(weights), choose(...choices))).toBeCloseTo(credit, 12);
  });

  test('stays within 0 and 1, does not depend on the order, and everything right is correct', () => {
    const weight = fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('b', 'c', 'd'), weight),
        fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
        (others, choices) => {
          const given = gradeResponse(multiple({ ...others, a: 1 }), choose(...choices));
          expect(given).toBeGreaterThanOrEqual(0);
          expect(given).toBeLessThanOrEqual(1);
          expect(gradeResponse(multiple({ ...others, a: 1 }), choose(...choices.toReversed()))).toBeCloseTo(
            given,
            12,
          );
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (count) => {
        const right = ['a', 'b', 'c', 'd'].slice(0, count);
        const weights = Object.fromEntries(right.map((id) => [id, 1 / count]));
        expect(gradeResponse(multiple(weights), choose(...right))).toBe(1);
      }),
    );
  });
});

describe('number', () => {
  test.each<[Gradable, number, number]>([
    [number([1945, 0, 1]), 1945, 1],
    [number([1945, 0, 1]), 1945.0001, 0],
    [number([3.1415, 0.0005, 1]), 3.142, 1],
    [number([3.1415, 0.0005, 1]), 3.141, 1],
    [number([3.1415, 0.0005, 1]), 3.1421, 0],
    [number([0.3, 0, 1]), 0.1 + 0.2, 1],
    [number([1e12, 0, 1]), 1e12 + 1, 0],
    [number([0, 0, 1]), -0, 1],
    [number([0, 0, 1]), 1e-12, 0],
    [number([1822, 2, 0.5], [1822, 0, 1]), 1822, 1],
    [number([1822, 0, 1], [1822, 2, 0.5]), 1824, 0.5],
    [number([1822, 2, 1]), Number.NaN, 0],
    [number([1822, 2, 1]), Number.POSITIVE_INFINITY, 0],
  ])('%j answered %d → %d', (content, value, credit) => {
    expect(gradeResponse(content, enter(value))).toBe(credit);
  });

  test('both ends of a tolerance written in thousandths count, a thousandth beyond does not', () => {
    const thousandths = fc.integer({ min: -5_000_000, max: 5_000_000 });
    fc.assert(
      fc.property(thousandths, fc.integer({ min: 0, max: 100_000 }), (value, tolerance) => {
        const content = number([value / 1000, tolerance / 1000, 1]);
        expect(gradeResponse(content, enter((value + tolerance) / 1000))).toBe(1);
        expect(gradeResponse(content, enter((value - tolerance) / 1000))).toBe(1);
        expect(gradeResponse(content, enter((value + tolerance + 1) / 1000))).toBe(0);
      }),
    );
  });
});

describe('short text', () => {
  const relaxed = { 'Võ Nguyên Giáp': 1, 'Nguyên Giáp': 0.5 };
  test.each<[Gradable, string, number]>([
    [shortText(relaxed), 'Võ Nguyên Giáp', 1],
    [shortText(relaxed), '  võ   nguyên giáp ', 1],
    [shortText(relaxed), 'vo nguyen giap', 1],
    [shortText(relaxed), 'Nguyên Giáp'.normalize('NFD'), 0.5],
    [shortText(relaxed), 'Giáp', 0],
    [shortText({ 'Đông Dương': 1 }), 'dong duong', 1],
    [shortText({ 'Đông Dương': 1 }, { accentSensitive: true }), 'dong duong', 0],
    [shortText({ 'Đông Dương': 1 }, { accentSensitive: true }), 'ĐÔNG DƯƠNG'.normalize('NFD'), 1],
    [shortText({ 'Đông Dương': 1 }, { caseSensitive: true }), 'dong duong', 0],
    [shortText({ 'Đông Dương': 1 }, { caseSensitive: true }), 'Dong Duong', 1],
    [shortText({ 'Đông Dương': 1 }, { caseSensitive: true, accentSensitive: true }), 'Đông Dương', 1],
    [shortText({ 'Hà Nội': 1 }), 'Hà N\u200bội', 1],
    [shortText({ 'Hà Nội': 1 }, { caseSensitive: true, accentSensitive: true }), 'Hà\u00a0Nội', 1],
    [shortText({ '30–4–1975': 1 }), '30-4-1975', 1],
    [shortText({ '“Sông Đà”': 1 }, { accentSensitive: true }), '"Sông Đà"', 1],
    [shortText({ 'Hòa Bình': 1 }, { accentSensitive: true }), 'Hoà Bình', 1],
    [shortText({ 'Hòa Bình': 1 }, { accentSensitive: true }), 'Hóa Bình', 0],
    [shortText({ 'Đà Nẵng': 1 }, { caseSensitive: true, accentSensitive: true }), 'Ðà Nẵng', 1],
    [shortText({ '10²': 1 }), '102', 0],
    [shortText({ 'Hồ * Minh': 1 }), 'Hồ\u00a0Chí Minh', 1],
    [shortText({ 'Hồ * Minh': 1 }), 'Hồ Chí Minh', 1],
    [shortText({ 'Hồ * Minh': 1 }), 'Hồ Minh', 0],
    [shortText({ '*cách mạng*': 1 }), 'Cuộc cách mạng tháng Tám', 1],
    [shortText({ 'a*a': 1 }), 'a', 0],
    [shortText({ 'a*a': 1 }), 'aa', 1],
    [shortText({ 'a*b*c': 1 }), 'a x b y c', 1],
    [shortText({ 'a*b*c': 1 }), 'a c b', 0],
    [shortText({ 'a*b*c': 1 }), 'a x c', 0],
    [shortText({ '*cách mạng*': 1 }), 'cách mạng tháng Tám', 1],
    [shortText({ '*cách mạng*': 1 }), 'Tháng của cách mạng', 1],
    [shortText({ '*ab*ab*': 1 }), 'xab', 0],
    [shortText({ '*ab*ab*': 1 }), 'xabab', 1],
    [shortText({ 'a*bc*bc': 1 }), 'abc', 0],
    [shortText({ '5 \\* 3': 1 }), '5 * 3', 1],
    [shortText({ '5 \\* 3': 1 }), '5 x 3', 0],
    [shortText({ '5 \\* 3': 1 }), '5 \\* 3', 0],
    [shortText({ '\\**': 1 }), '*bất kỳ', 1],
    [shortText({ '\\**': 1 }), 'bất kỳ', 0],
    [shortText({ 'C:\\tệp': 1 }), 'C:\\tệp', 1],
    [shortText({ 'a.c': 1 }), 'abc', 0],
    [shortText({ 'C++': 1 }), 'C', 0],
  ])('%j answered %j → %d', (content, text, credit) => {
    expect(gradeResponse(content, write(text))).toBe(credit);
  });

  test('a star takes any run of characters: whatever replaces it fits', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ư', '('), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (head, middle, tail) => {
        const content = shortText({ [`x${head}*${tail}y`]: 1 }, { accentSensitive: true });
        expect(gradeResponse(content, write(`x${head}${middle}${tail}y`))).toBe(1);
        expect(gradeResponse(content, write(`z${head}${middle}${tail}y`))).toBe(0);
      }),
    );
  });
});
