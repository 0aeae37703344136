import { describe, expect, it } from 'vitest';
import { clampTo, typedNumber } from './number-stepper.rules.js';

describe('a number field', () => {
  it('reads thousands as people type them and refuses what is no whole number', () => {
    expect(['1.200', '1 200', '12', '-3'].map(typedNumber)).toEqual([1200, 1200, 12, -3]);
    expect(['', 'abc', '1,5', '12.3456', '9'.repeat(20)].map(typedNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['1.234.567', 1_234_567],
    ['1,200', 1200],
    [' 12 ', 12],
    ['0', 0],
    ['9'.repeat(12), 999_999_999_999],
    ['9'.repeat(13), null],
    ['12 người', null],
    ['số 12', null],
    ['1.20', null],
    ['.200', null],
    ['1..200', null],
    ['--3', null],
    ['3-', null],
  ])('reads “%s” as %s', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  it('takes the nearest whole number, and both ends of its range', () => {
    const clamped = (value: number) => clampTo({ value, min: 1, max: 300 });
    expect([1, 1.4, 1.6, 300, 300.4, 0.4].map(clamped)).toEqual([1, 1, 2, 300, 300, 1]);
  });

  it('stays inside its range', () => {
    expect(clampTo({ value: 400, min: 1, max: 300 })).toBe(300);
    expect(clampTo({ value: -2, min: 1, max: 300 })).toBe(1);
  });
});
