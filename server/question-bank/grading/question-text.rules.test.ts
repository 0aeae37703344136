import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionPrompt } from '../../../shared/question-bank/question.schema.js';
import { fingerprint, foldText, tidyText } from './question-text.rules.js';

const choice = (text: string, options: string[]): QuestionPrompt => ({
  type: 'single_choice',
  text,
  options: options.map((option, index) => ({ id: String.fromCharCode(97 + index), text: option })),
});
const printOf = (prompt: QuestionPrompt) => fingerprint({ prompt });

describe('foldText', () => {
  test.each([
    ['Đảng  Cộng sản\tViệt Nam!', 'dang cong san viet nam'],
    ['ĐƯỜNG LỐI', 'duong loi'],
    ['“Nhật – Pháp bắn nhau”', 'nhat phap ban nhau'],
    ['Điều 25, khoản 1', 'dieu 25 khoan 1'],
    ['đa\u0323o đức', 'dao duc'],
    ['…', ''],
  ])('%j → %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('gives the same for composed and decomposed text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

test('tidyText composes letters and joins spaces, line ends and tabs', () => {
  expect(tidyText('  Huê\u0301 \n\t xưa ')).toBe('Huế xưa');
});

describe('fingerprint', () => {
  const original = choice('Thủ đô của Việt Nam?', ['Hà Nội', 'Huế', 'Đà Nẵng']);

  test.each([
    ['case', choice('THỦ ĐÔ của việt nam?', ['HÀ NỘI', 'huế', 'Đà Nẵng'])],
    ['spaces and line ends', choice('Thủ đô  của\nViệt Nam? ', ['Hà  Nội', 'Huế', 'Đà Nẵng'])],
    ['composition', choice('Thủ đô của Việt Nam?'.normalize('NFD'), ['Hà Nội', 'Huế', 'Đà Nẵng'])],
    ['invisible characters', choice('Thủ\u200b đô của\u00a0Việt Nam?', ['Hà N\u00adội', 'Huế', 'Đà Nẵng'])],
    ['a letter that looks like Đ', choice('Thủ đô của Việt Nam?', ['Hà Nội', 'Huế', 'Ðà Nẵng'])],
    ['order of options', choice('Thủ đô của Việt Nam?', ['Đà Nẵng', 'Hà Nội', 'Huế'])],
  ])('does not change with %s', (_what, prompt) => {
    expect(printOf(prompt)).toBe(printOf(original));
  });

  test('does not change with dashes, quotes and the place of a tone mark', () => {
    expect(printOf(choice('“Hoà Bình” 30–4–1975', ['Thuỷ', 'b']))).toBe(
      printOf(choice('"Hòa Bình" 30-4-1975', ['b', 'thủy'])),
    );
  });

  test.each<[string, QuestionPrompt]>([
    ['accents', choice('Thu do cua Viet Nam?', ['Hà Nội', 'Huế', 'Đà Nẵng'])],
    ['accents in an option', choice('Thủ đô của Việt Nam?', ['Hà Nội', 'Huê', 'Đà Nẵng'])],
    ['an option more', choice('Thủ đô của Việt Nam?', ['Hà Nội', 'Huế', 'Đà Nẵng', 'Vinh'])],
    ['punctuation', choice('Thủ đô của Việt Nam', ['Hà Nội', 'Huế', 'Đà Nẵng'])],
    ['the type', { type: 'short_text', text: 'Thủ đô của Việt Nam?' }],
  ])('changes with %s', (_what, prompt) => {
    expect(printOf(prompt)).not.toBe(printOf(original));
  });

  test('keeps text and options apart', () => {
    expect(printOf(choice('a', ['b', 'c']))).not.toBe(printOf(choice('a b', ['c'])));
    expect(printOf(choice('x', ['b","c', 'd']))).not.toBe(printOf(choice('x', ['b', 'c","d'])));
  });
});
