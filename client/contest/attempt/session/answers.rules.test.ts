import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionPrompt } from '../../../../shared/question-bank/question.schema.js';
import {
  keyCount,
  readNumber,
  responseToKey,
  responseToText,
  sameResponse,
  textOfResponse,
  toggleChoice,
} from './answers.rules.js';

const options = ['c', 'a', 'b'].map((id) => ({ id, text: id }));
const single: QuestionPrompt = { type: 'single_choice', text: '?', options };
const multiple: QuestionPrompt = { type: 'multiple_choice', text: '?', options };
const trueFalse: QuestionPrompt = { type: 'true_false', text: '?' };
const number: QuestionPrompt = { type: 'number', text: '?', unit: '' };

describe('readNumber', () => {
  it.each([
    ['12', 12],
    [' 12,5 ', 12.5],
    ['12.5', 12.5],
    ['-3,5', -3.5],
    ['−3', -3],
    ['+7', 7],
    ['.5', 0.5],
    ['5,', 5],
    ['10.480', 10.48],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['10 480', 10480],
    ['1.234.567,25', 1234567.25],
    [',25', 0.25],
    ['-1.234,5', -1234.5],
    ['+12.345,6', 12345.6],
    ['-1.234.567', -1234567],
    ['+12.345.678', 12345678],
    ['1.234.567.890', 1234567890],
    ['−0', 0],
    ['-0.000,0', 0],
    ['1'.repeat(30), Number('1'.repeat(30))],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    ...['', 'abc', '12x', '1,2,3', '1.2.3', '--1', '1e5', ',', '1.234,567,8', 'Infinity'],
    ...['khoảng 1.234,5', 'khoảng 1.234.567', '1.234.567 người', '1.234,5 m', '5−3', '1'.repeat(31)],
  ])('%j is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it('reads back any number from its field, with either mark', () => {
    const values = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(values, fc.constantFrom<',' | '.'>(',', '.'), (value, mark) => {
        const rounded = Number(value.toFixed(6));
        const text = textOfResponse({ type: 'number', value: rounded }, mark);
        expect(readNumber(text)).toBe(rounded + 0);
      }),
    );
  });
});

describe('a stored answer in its field', () => {
  it('is the words of a text and the digits of a number, with the mark of the language', () => {
    expect(textOfResponse({ type: 'short_text', text: 'Hà Nội' }, ',')).toBe('Hà Nội');
    expect(textOfResponse({ type: 'number', value: 1234.5 }, ',')).toBe('1234,5');
    expect(textOfResponse({ type: 'number', value: 1234.5 }, '.')).toBe('1234.5');
  });

  it('is empty while there is none, and for an answer that is not typed', () => {
    expect(textOfResponse(null, ',')).toBe('');
    expect(textOfResponse({ type: 'true_false', value: true }, ',')).toBe('');
  });
});

describe('sameResponse', () => {
  it('tells one answer from another, and from none', () => {
    const yes = { type: 'true_false', value: true } as const;
    expect(sameResponse(yes, { ...yes })).toBe(true);
    expect(sameResponse(yes, { ...yes, value: false })).toBe(false);
    expect(sameResponse(yes, null)).toBe(false);
  });
});

describe('responseToText', () => {
  it('clears, keeps or refuses what was typed', () => {
    expect(responseToText('number', ' ')).toBeNull();
    expect(responseToText('number', 'mười')).toBeUndefined();
    expect(responseToText('number', '3,5')).toEqual({ type: 'number', value: 3.5 });
    expect(responseToText('short_text', ' Hà Nội ')).toEqual({ type: 'short_text', text: 'Hà Nội' });
    expect(responseToText('short_text', '')).toBeNull();
  });
});

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
    expect(responseToKey(trueFalse, null, 1)).toEqual({ type: 'true_false', value: true });
    expect(responseToKey(trueFalse, null, 2)).toEqual({ type: 'true_false', value: false });
  });

  it('mean nothing beyond the options', () => {
    expect(responseToKey(single, null, 4)).toBeUndefined();
    expect(responseToKey(trueFalse, null, 3)).toBeUndefined();
    expect(responseToKey(number, null, 1)).toBeUndefined();
    expect([single, multiple, trueFalse, number].map(keyCount)).toEqual([3, 3, 2, 0]);
  });
});
