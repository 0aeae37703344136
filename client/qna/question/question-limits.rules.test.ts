import { describe, expect, it } from 'vitest';
import {
  DECLINE_REASONS as CONTRACT_REASONS,
  LONG_QUESTION_LENGTH,
  MAX_OWN_KEYS,
  MAX_QUESTION_LENGTH,
  questionText,
} from '../../../shared/qna/inquiry.schema.js';
import { DECLINE_REASONS } from './decline-reasons.js';
import {
  isQuestionText,
  LONG_FROM,
  MAX_KEYS,
  MAX_LENGTH,
  lengthOf,
  lengthSign,
} from './question-limits.rules.js';

it('names the reasons of the contract, in its order', () => {
  expect(DECLINE_REASONS).toEqual(CONTRACT_REASONS);
});

describe('length of a question', () => {
  it('is the contract’s', () => {
    expect([MAX_LENGTH, LONG_FROM, MAX_KEYS]).toEqual([
      MAX_QUESTION_LENGTH,
      LONG_QUESTION_LENGTH,
      MAX_OWN_KEYS,
    ]);
  });

  it.each([
    ['', false],
    ['  ab  ', false],
    ['abc', true],
    ['  abc  ', true],
    ['a'.repeat(300), true],
    [` ${'a'.repeat(300)} `, true],
    ['a'.repeat(301), false],
    ['🙂'.repeat(300), true],
    ['🙂'.repeat(301), false],
  ])('fits where the contract takes it: %j', (text, fits) => {
    expect(isQuestionText(text)).toBe(fits);
    expect(questionText.safeParse(text).success).toBe(fits);
  });

  it('is counted as people count, without the blanks around it', () => {
    expect(lengthOf('😀😀')).toBe(2);
    expect(lengthOf(' 👩🏽 ')).toBe(2);
    expect(lengthOf('ế')).toBe(1);
  });

  it('gives a sign before the end, and beyond it', () => {
    expect(lengthSign('ab')).toBe('short');
    expect(lengthSign('a'.repeat(259))).toBe('fine');
    expect(lengthSign('a'.repeat(260))).toBe('long');
    expect(lengthSign('a'.repeat(300))).toBe('long');
    expect(lengthSign('a'.repeat(301))).toBe('over');
  });
});
