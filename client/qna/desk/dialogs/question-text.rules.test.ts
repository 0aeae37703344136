import { describe, expect, it } from 'vitest';
import {
  LONG_QUESTION_LENGTH,
  MAX_QUESTION_LENGTH,
  questionText,
} from '../../../../shared/qna/inquiry.schema.js';
import { isQuestionText, lengthOf, LONG_TEXT, MAX_TEXT } from './question-text.rules.js';

describe('the wording of a question at the desk', () => {
  it('has the limits of the contract', () => {
    expect([MAX_TEXT, LONG_TEXT]).toEqual([MAX_QUESTION_LENGTH, LONG_QUESTION_LENGTH]);
  });

  it.each([
    ['', false],
    ['  ab  ', false],
    ['abc', true],
    ['  abc  ', true],
    ['a'.repeat(300), true],
    ['a'.repeat(301), false],
    ['🙂'.repeat(300), true],
    ['🙂'.repeat(301), false],
  ])('takes what the contract takes: %j', (text, fits) => {
    expect(isQuestionText(text)).toBe(fits);
    expect(questionText.safeParse(text).success).toBe(fits);
  });

  it('is as long as people count, without the blanks around it', () => {
    expect(lengthOf(' 👩🏽 ')).toBe(2);
    expect(lengthOf('ế')).toBe(1);
  });
});
