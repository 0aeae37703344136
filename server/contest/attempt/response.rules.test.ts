import { describe, expect, it } from 'vitest';
import type { QuestionPrompt, QuestionResponse } from '../../../shared/question-bank/question.schema.js';
import { fits, possibleResponses } from './response.rules.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Phương án ${id}` }));
const prompts: Record<QuestionPrompt['type'], QuestionPrompt> = {
  single_choice: { type: 'single_choice', text: '?', options },
  multiple_choice: { type: 'multiple_choice', text: '?', options },
  true_false: { type: 'true_false', text: '?' },
  number: { type: 'number', text: '?', unit: 'km' },
  short_text: { type: 'short_text', text: '?' },
};
const responses: Record<QuestionPrompt['type'], QuestionResponse> = {
  single_choice: { type: 'single_choice', choice: 'b' },
  multiple_choice: { type: 'multiple_choice', choices: ['a', 'c'] },
  true_false: { type: 'true_false', value: false },
  number: { type: 'number', value: 0 },
  short_text: { type: 'short_text', text: '' },
};
const types = ['single_choice', 'multiple_choice', 'true_false', 'number', 'short_text'] as const;

describe.each(types)('a %s question', (type) => {
  it('takes a response of its own type, and of no other', () => {
    const taken = types.filter((other) => fits(prompts[type], responses[other]));
    expect(taken).toEqual([type]);
  });

  it('can be cleared', () => {
    expect(fits(prompts[type], null)).toBe(true);
  });
});

describe('a choice', () => {
  it.each([
    ['a', true],
    ['c', true],
    ['d', false],
    ['', false],
    ['B', false],
  ])('of one option, %j: %s', (choice, taken) => {
    expect(fits(prompts.single_choice, { type: 'single_choice', choice })).toBe(taken);
  });

  it.each([
    [[], true],
    [['b'], true],
    [['c', 'a', 'b'], true],
    [['a', 'd'], false],
    [['d', 'a'], false],
    [['a', 'a'], false],
    [['a', 'b', 'a'], false],
  ])('of several options, %j: %s', (choices, taken) => {
    expect(fits(prompts.multiple_choice, { type: 'multiple_choice', choices })).toBe(taken);
  });
});

describe('possibleResponses', () => {
  it('names every option and both truths, each of which fits', () => {
    const single = possibleResponses(prompts.single_choice);
    expect(single).toEqual(['a', 'b', 'c'].map((choice) => ({ type: 'single_choice', choice })));
    expect(single?.every((response) => fits(prompts.single_choice, response))).toBe(true);
    expect(possibleResponses(prompts.true_false)).toEqual([
      { type: 'true_false', value: true },
      { type: 'true_false', value: false },
    ]);
  });

  it('names none where options are combined', () => {
    expect(possibleResponses(prompts.multiple_choice)).toBeNull();
  });
});
