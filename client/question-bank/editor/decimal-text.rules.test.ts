import { expect, it } from 'vitest';
import { decimalText, shareText, typedDecimal, typedShare } from './decimal-text.rules.js';

it.each([
  ['3,14', 3.14],
  ['3.14', 3.14],
  [' -5 ', -5],
  ['−5', -5],
  ['10 480', 10480],
  ['', null],
  ['mười', null],
  ['1,2,3', null],
])('reads %j as %s', (text, value) => {
  expect(typedDecimal(text)).toBe(value);
});

it('writes numbers with a comma, and shares as percent', () => {
  expect(decimalText(3.14)).toBe('3,14');
  expect(shareText(1 / 3)).toBe('33,333');
  expect(typedShare('50')).toBe(0.5);
});
