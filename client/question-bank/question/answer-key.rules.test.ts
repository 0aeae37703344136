import { expect, it } from 'vitest';
import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { markedOptions, tellsShare } from './answer-key.rules.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Phương án ${id}` }));
const rest = { explanation: '', source: '' };

it('says what each option is worth, in the order of the options', () => {
  const single: QuestionContent = {
    prompt: { type: 'single_choice', text: '?', options },
    solution: { type: 'single_choice', credits: { b: 1, c: 0.5 } },
    ...rest,
  };
  expect(markedOptions(single)?.map(({ id, share }) => [id, share])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0.5],
  ]);
  const multiple: QuestionContent = {
    prompt: { type: 'multiple_choice', text: '?', options },
    solution: { type: 'multiple_choice', weights: { a: 0.5, b: 0.5, c: -1 } },
    ...rest,
  };
  expect(markedOptions(multiple)).toEqual([
    { id: 'a', text: 'Phương án a', share: 0.5 },
    { id: 'b', text: 'Phương án b', share: 0.5 },
    { id: 'c', text: 'Phương án c', share: -1 },
  ]);
});

it('has nothing to say of questions without options', () => {
  const prompt = { type: 'true_false' as const, text: '?' };
  expect(markedOptions({ prompt, solution: { type: 'true_false', correct: true }, ...rest })).toBeNull();
});

it.each([
  ['single_choice', 1, false],
  ['single_choice', 0.5, true],
  ['single_choice', 0, false],
  ['multiple_choice', 1, true],
  ['multiple_choice', -0.5, true],
  ['multiple_choice', 0, false],
] as const)('of a %s, a share of %d is told: %s', (type, share, told) => {
  expect(tellsShare({ id: 'a', text: '', share }, type)).toBe(told);
});
