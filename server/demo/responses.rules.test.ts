import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeResponse } from '../question-bank/grading.rules.js';
import { fits } from '../contest/response.rules.js';
import { demoQuestions } from './questions/all.js';
import { randomFrom, responseOf } from './responses.rules.js';

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
