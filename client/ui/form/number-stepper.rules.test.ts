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

  it('stays inside its range', () => {
    expect(clampTo({ value: 400, min: 1, max: 300 })).toBe(300);
    expect(clampTo({ value: -2, min: 1, max: 300 })).toBe(1);
  });
});
