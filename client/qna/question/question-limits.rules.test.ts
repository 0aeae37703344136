import { describe, expect, it } from 'vitest';
import {
  LONG_QUESTION_LENGTH,
  MAX_OWN_KEYS,
  MAX_QUESTION_LENGTH,
  questionText,
} from '../../../shared/qna/inquiry.schema.js';
import { LONG_FROM, MAX_KEYS, MAX_LENGTH, lengthOf, lengthSign } from './question-limits.rules.js';

describe('length of a question', () => {
  it('is the contract’s', () => {
    expect([MAX_LENGTH, LONG_FROM, MAX_KEYS]).toEqual([
      MAX_QUESTION_LENGTH,
      LONG_QUESTION_LENGTH,
      MAX_OWN_KEYS,
    ]);
    for (const text of ['ab', 'abc', '😀'.repeat(300), '😀'.repeat(301), ` ${'a'.repeat(300)} `]) {
      const fits = lengthSign(text) === 'fine' || lengthSign(text) === 'long';
      expect(fits).toBe(questionText.safeParse(text).success);
    }
  });

  it('counts characters and warns before the end', () => {
    expect(lengthOf('😀😀')).toBe(2);
    expect(lengthSign('a'.repeat(259))).toBe('fine');
    expect(lengthSign('a'.repeat(260))).toBe('long');
    expect(lengthSign('a'.repeat(301))).toBe('over');
  });
});
