import { describe, expect, it } from 'vitest';
import { reviewedQuestion, type ReviewedQuestion } from '../../../shared/contest/attempt.schema.js';
import { isShown, neighbour, optionsOf, praiseOf, verdictOf } from './review.rules.js';

const options = ['c', 'a', 'b', 'd'].map((id) => ({ id, text: `Phương án ${id}` }));

function question(changes: object): ReviewedQuestion {
  return reviewedQuestion.parse({
    position: 1,
    prompt: { type: 'single_choice', text: 'Câu hỏi', options },
    topic: 'Chủ đề',
    level: 'recall',
    response: { type: 'single_choice', choice: 'b' },
    flagged: false,
    credit: 1,
    points: 5,
    solution: { type: 'single_choice', credits: { b: 1, c: 0.5 } },
    explanation: '',
    source: '',
    ...changes,
  });
}

const verdicts = (subject: ReviewedQuestion) =>
  Object.fromEntries(optionsOf(subject)?.map(({ id, verdict }) => [id, verdict]) ?? []);

describe('a reviewed question', () => {
  it('is right only with the full credit', () => {
    expect(verdictOf(question({}))).toBe('right');
    expect(verdictOf(question({ credit: 0.5 }))).toBe('partly');
    expect(verdictOf(question({ credit: 0 }))).toBe('wrong');
    expect(verdictOf(question({ credit: 0, response: null }))).toBe('unanswered');
  });

  it('keeps the order of the paper and marks what was chosen and what was right', () => {
    const wrong = question({ response: { type: 'single_choice', choice: 'c' }, credit: 0.5 });
    expect(optionsOf(wrong)?.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
    expect(verdicts(wrong)).toEqual({ c: 'wrong', a: 'other', b: 'missed', d: 'other' });
    expect(verdicts(question({}))).toEqual({ b: 'right', a: 'other', c: 'other', d: 'other' });
  });

  it('with several answers marks each: right, wrong, or missed', () => {
    const several = question({
      prompt: { type: 'multiple_choice', text: 'Câu hỏi', options },
      response: { type: 'multiple_choice', choices: ['a', 'd'] },
      solution: { type: 'multiple_choice', weights: { a: 0.5, b: 0.5, d: -0.5 } },
      credit: 0,
    });
    expect(verdicts(several)).toEqual({ a: 'right', b: 'missed', c: 'other', d: 'wrong' });
  });

  it('that nobody answered shows what would have been right, and chooses nothing', () => {
    const blank = { response: null, credit: 0 };
    expect(verdicts(question(blank))).toEqual({ b: 'missed', a: 'other', c: 'other', d: 'other' });
    const several = question({
      ...blank,
      prompt: { type: 'multiple_choice', text: 'Câu hỏi', options },
      solution: { type: 'multiple_choice', weights: { a: 1, b: 0, d: -1 } },
    });
    expect(verdicts(several), 'an option worth nothing is not missed').toEqual({
      a: 'missed',
      b: 'other',
      c: 'other',
      d: 'other',
    });
  });

  it('of another type has no options', () => {
    const spoken = question({
      prompt: { type: 'true_false', text: 'Câu hỏi' },
      response: { type: 'true_false', value: true },
      solution: { type: 'true_false', correct: true },
    });
    expect(optionsOf(spoken)).toBeNull();
  });

  it('is filtered: all, everything without full credit, flagged', () => {
    const right = question({ flagged: true });
    const partly = question({ credit: 0.5 });
    expect([right, partly].map((one) => isShown(one, 'all'))).toEqual([true, true]);
    expect([right, partly].map((one) => isShown(one, 'wrong'))).toEqual([false, true]);
    expect([right, partly].map((one) => isShown(one, 'flagged'))).toEqual([true, false]);
  });
});

describe('moving between questions', () => {
  it('begins at the near end and stops at both', () => {
    expect(neighbour([3, 5, 9], null, 1)).toBe(3);
    expect(neighbour([3, 5, 9], null, -1)).toBe(9);
    expect(neighbour([3, 5, 9], 5, 1)).toBe(9);
    expect(neighbour([3, 5, 9], 9, 1)).toBe(9);
    expect(neighbour([3, 5, 9], 3, -1)).toBe(3);
    expect(neighbour([], 3, 1)).toBeNull();
  });

  it('begins anew when the question was filtered away', () => {
    expect(neighbour([3, 9], 5, 1)).toBe(3);
  });
});

it('praises only what is good', () => {
  expect([1, 0.85, 0.6, 0.59, 0].map(praiseOf)).toEqual(['full', 'great', 'good', 'keep', 'keep']);
});
