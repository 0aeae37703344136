import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_SECONDS, markPassed, toneOf } from './countdown.rules.js';
import { gradientOf, initialsOf } from './initials.js';
import { clampTo, typedNumber } from './number-stepper.rules.js';

describe('a timer', () => {
  it('turns amber in the last five minutes and red in the last minute', () => {
    expect([300_001, 300_000, 60_001, 60_000, 0].map(toneOf)).toEqual([
      'calm',
      'soon',
      'soon',
      'last',
      'last',
    ]);
  });

  it('speaks once at each mark however irregular its looks at the clock are', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 2 });
    fc.assert(
      fc.property(looks, (times) => {
        const falling = [...times].sort((one, other) => other - one);
        const spoken = falling.slice(1).map((now, index) => markPassed(falling[index] ?? 0, now));
        const marks = spoken.filter((mark) => mark !== null);
        expect(new Set(marks).size).toBe(marks.length);
        expect(marks.every((mark) => ANNOUNCED_SECONDS.includes(mark))).toBe(true);
      }),
    );
  });

  it('says only the lowest mark after a long sleep, and nothing when the time is up', () => {
    expect(markPassed(400_000, 9_000)).toBe(10);
    expect(markPassed(400_000, 0)).toBeNull();
  });
});

describe('a disc', () => {
  it('shows the initials of the last two words', () => {
    expect(initialsOf('Trần Thu Hà')).toBe('TH');
    expect(initialsOf('đặng  văn ứng')).toBe('VỨ');
    expect(initialsOf('Hải')).toBe('H');
    expect(initialsOf('')).toBe('');
  });

  it('has the same colours for the same person, and several for many', () => {
    expect(gradientOf('0192')).toBe(gradientOf('0192'));
    const ids = Array.from({ length: 50 }, (_id, index) => `member-${index}`);
    expect(new Set(ids.map(gradientOf)).size).toBeGreaterThan(4);
  });
});

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
