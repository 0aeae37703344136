import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionContent } from '../../../shared/question-bank/question.schema.js';
import { gradeResponse } from '../grading/grading.rules.js';
import { dealt, lettered } from './option-ids.rules.js';

const LETTERS = 'abcdefghij';

/** A question of so many options, the first of them right, the second half right. */
function written(count: number, type: 'single_choice' | 'multiple_choice'): QuestionContent {
  const options = [...LETTERS.slice(0, count)].map((id) => ({ id, text: `Phương án ${id}` }));
  const rest = { explanation: '', source: '' };
  return type === 'single_choice'
    ? { prompt: { type, text: 'Câu', options }, solution: { type, credits: { a: 1, b: 0.5 } }, ...rest }
    : { prompt: { type, text: 'Câu', options }, solution: { type, weights: { a: 1, b: -0.5 } }, ...rest };
}

/** What choosing the option with this text earns. */
function earned(content: QuestionContent, text: string): number {
  const { prompt } = content;
  const id = 'options' in prompt ? prompt.options.find((option) => option.text === text)?.id : undefined;
  if (id === undefined) throw new Error('no such option');
  return prompt.type === 'single_choice'
    ? gradeResponse(content, { type: 'single_choice', choice: id })
    : gradeResponse(content, { type: 'multiple_choice', choices: [id] });
}

const question = fc
  .tuple(fc.integer({ min: 2, max: 10 }), fc.constantFrom('single_choice', 'multiple_choice'))
  .map(([count, type]) => written(count, type));
const draws = fc.array(fc.nat(), { minLength: 10, maxLength: 10 });
const below = (numbers: readonly number[]) => {
  const left = [...numbers];
  return (limit: number) => (left.shift() ?? 0) % limit;
};

describe('dealing out the ids of options', () => {
  it('changes neither order, texts nor what each option earns, and is undone by lettering', () => {
    fc.assert(
      fc.property(question, draws, (content, numbers) => {
        const stored = dealt(content, below(numbers));
        expect(lettered(stored)).toEqual(content);
        for (const letter of LETTERS.slice(0, 2)) {
          const text = `Phương án ${letter}`;
          expect(earned(stored, text)).toBe(earned(content, text));
        }
      }),
    );
  });

  it('gives the first option every id', () => {
    const first = (drawn: number) => {
      const { prompt } = dealt(written(4, 'single_choice'), (limit) => drawn % limit);
      return 'options' in prompt ? prompt.options[0]?.id : undefined;
    };
    expect([0, 1, 2, 3].map(first)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves a question without options as it is', () => {
    const content: QuestionContent = {
      prompt: { type: 'true_false', text: 'Câu' },
      solution: { type: 'true_false', correct: true },
      explanation: '',
      source: '',
    };
    expect(dealt(content, () => 0)).toBe(content);
    expect(lettered(content)).toBe(content);
  });
});
