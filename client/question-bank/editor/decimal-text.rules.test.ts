import { expect, it } from 'vitest';
import { decimalText, shareText, typedDecimal, typedShare } from './decimal-text.rules.js';

it.each([
  ['3,14', 3.14],
  ['3.14', 3.14],
  [' -5 ', -5],
  ['−5', -5],
  ['10 480', 10480],
  ['+7', 7],
  ['5,', 5],
  [',25', 0.25],
  ['12345', 12345],
  ['12,3456', 12.3456],
  [',', null],
  ['khoảng 5', null],
  ['5 cm', null],
  ['5-3', null],
  ['', null],
  ['mười', null],
  ['1,2,3', null],
])('reads %j as %s', (text, value) => {
  expect(typedDecimal(text)).toBe(value);
});

it('writes numbers with a comma, and shares as percent', () => {
  expect(decimalText(3.14)).toBe('3,14');
  expect(shareText(1 / 3)).toBe('33,333');
  expect(decimalText(1234.5)).toBe('1234,5');
  expect(shareText(0.125)).toBe('12,5');
  expect(shareText(-1)).toBe('-100');
  expect(typedShare('50')).toBe(0.5);
  expect(typedShare('-12,5')).toBe(-0.125);
  expect(typedShare('nửa')).toBeNull();
});
