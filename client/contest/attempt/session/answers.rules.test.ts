import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionPrompt } from '../../../../shared/question-bank/question.schema.js';
import { keyCount, responseToKey, sameResponse, toggleChoice } from './answers.rules.js';

const options = ['c', 'a', 'b'].map((id) => ({ id, text: id }));
const single: QuestionPrompt = { type: 'single_choice', text: '?', options };
const multiple: QuestionPrompt = { type: 'multiple_choice', text: '?', options };
const trueFalse: QuestionPrompt = { type: 'true_false', text: '?' };
const number: QuestionPrompt = { type: 'number', text: '?', unit: '' };

describe('toggleChoice', () => {
  it('comes back to where it was after two taps, and never holds an option twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...'abcdef')),
        fc.constantFrom(...'abcdef'),
        (chosen, tap) => {
          const before =
            chosen.length > 0 ? ({ type: 'multiple_choice', choices: chosen.toSorted() } as const) : null;
          const once = toggleChoice(before && { ...before, choices: [...before.choices] }, tap);
          expect(
            sameResponse(toggleChoice(once, tap), before && { ...before, choices: [...before.choices] }),
          ).toBe(true);
          if (once?.type === 'multiple_choice') expect(new Set(once.choices).size).toBe(once.choices.length);
        },
      ),
    );
  });
});

describe('keys', () => {
  it('mean the options in the order shown', () => {
    expect(responseToKey(single, null, 1)).toEqual({ type: 'single_choice', choice: 'c' });
    expect(responseToKey(multiple, { type: 'multiple_choice', choices: ['c'] }, 2)).toEqual({
      type: 'multiple_choice',
      choices: ['a', 'c'],
    });
    expect(responseToKey(multiple, { type: 'multiple_choice', choices: ['c'] }, 1)).toBeNull();
    expect(responseToKey(trueFalse, null, 2)).toEqual({ type: 'true_false', value: false });
  });

  it('mean nothing beyond the options', () => {
    expect(responseToKey(single, null, 4)).toBeUndefined();
    expect(responseToKey(trueFalse, null, 3)).toBeUndefined();
    expect(responseToKey(number, null, 1)).toBeUndefined();
    expect([single, multiple, trueFalse, number].map(keyCount)).toEqual([3, 3, 2, 0]);
  });
});
