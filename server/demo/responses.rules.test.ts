import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits } from '../contest/attempt/response.rules.js';
import { gradeResponse } from '../question-bank/grading/grading.rules.js';
import { demoQuestions } from './questions/all.js';
import { pointsFor, randomFrom, responseOf } from './responses.rules.js';

/** The same question with its options named otherwise, as each new bank names them. */
const named = (one: string, two: string, three: string) => ({
  prompt: {
    type: 'multiple_choice' as const,
    text: 'Chọn hai ý đúng',
    options: [
      { id: one, text: 'Đúng' },
      { id: two, text: 'Sai' },
      { id: three, text: 'Cũng đúng' },
    ],
  },
  solution: {
    type: 'multiple_choice' as const,
    weights: Object.fromEntries(
      [
        [one, 0.4],
        [two, -1],
        [three, 0.6],
      ].toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    ),
  },
});

describe('what invented contestants answer', () => {
  it('is the first right option as it stands in the question, whatever the options are called', () => {
    for (const [one, two, three] of [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['b', 'a', 'c'],
    ] as const) {
      const question = named(one, two, three);
      expect(responseOf(question, false, randomFrom(1))).toEqual({ type: 'multiple_choice', choices: [one] });
      expect(responseOf(question, true, randomFrom(1))).toEqual({
        type: 'multiple_choice',
        choices: [one, three],
      });
    }
  });

  it('is no option worth nothing, and none that is not there', () => {
    const question = named('a', 'b', 'c');
    const weighed = { ...question, solution: { ...question.solution, weights: { a: 1, b: 0, c: -1 } } };
    expect(responseOf(weighed, true, () => 0)).toEqual({ type: 'multiple_choice', choices: ['a'] });
  });

  it('is, for who does not know, each of the wrong options in turn, as chance has it', () => {
    const prompt = { ...named('a', 'b', 'c').prompt, type: 'single_choice' as const };
    const question = { prompt, solution: { type: 'single_choice' as const, credits: { b: 1, c: 0.5 } } };
    const chosen = (random: number) => responseOf(question, false, () => random);
    expect([0, 0.49, 0.5, 0.99].map(chosen)).toEqual(
      ['a', 'a', 'c', 'c'].map((choice) => ({ type: 'single_choice', choice })),
    );
    expect(responseOf(question, true, () => 0.99)).toEqual({ type: 'single_choice', choice: 'b' });
  });

  it('is a number a little above the right one, or words that say so, for who does not know', () => {
    const year = {
      prompt: { type: 'number' as const, text: 'Năm nào?', unit: '' },
      solution: { type: 'number' as const, accepted: [{ value: 1945, tolerance: 0, credit: 1 }] },
    };
    const given = (random: number) => responseOf(year, false, () => random);
    expect([0, 0.5, 0.99].map(given)).toEqual([1946, 1950, 1954].map((value) => ({ type: 'number', value })));
    expect(responseOf(year, true, () => 0.5)).toEqual({ type: 'number', value: 1945 });
    const place = {
      prompt: { type: 'short_text' as const, text: 'Ở đâu?' },
      solution: {
        type: 'short_text' as const,
        accepted: [{ text: 'Hà Nội', credit: 1 }],
        caseSensitive: false,
        accentSensitive: false,
      },
    };
    expect(responseOf(place, false, () => 0)).toEqual({ type: 'short_text', text: 'không nhớ' });
    expect(responseOf(place, true, () => 0)).toEqual({ type: 'short_text', text: 'Hà Nội' });
  });

  it('earns credits times points, added exactly and rounded half up once', () => {
    expect(pointsFor([1, 0, 1], 5)).toBe(10);
    expect(pointsFor([0.333333, 0.333333, 0.333333], 1)).toBe(1);
    expect(pointsFor([0.005], 1)).toBe(0.01);
    expect(pointsFor([0.1, 0.2], 1)).toBe(0.3);
    expect(pointsFor([], 5)).toBe(0);
  });
});

describe('an invented contestant', () => {
  const contents = fc.constantFrom(...demoQuestions.map(({ content }) => content));

  it('who knows is right, who does not is not, and both answer the question that was asked', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (content, seed) => {
        const random = randomFrom(seed);
        const [right, wrong] = [responseOf(content, true, random), responseOf(content, false, random)];
        expect(fits(content.prompt, right) && fits(content.prompt, wrong)).toBe(true);
        expect(gradeResponse(content, right)).toBe(1);
        expect(gradeResponse(content, wrong)).toBeLessThan(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('chance that repeats itself', () => {
  it('gives the same numbers for one seed, others for another, from 0 to below 1', () => {
    const numbers = (seed: number) => Array.from({ length: 200 }, randomFrom(seed));
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    for (const number of numbers(7)) expect(number >= 0 && number < 1).toBe(true);
  });

  it('favours no part of its range', () => {
    const random = randomFrom(2026);
    const numbers = Array.from({ length: 20_000 }, random);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const count = numbers.filter((number) => Math.floor(number * 10) === tenth).length;
      expect(Math.abs(count - 2000)).toBeLessThan(200);
    }
  });
});
