import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCED_SECONDS, markPassed, toneOf } from './countdown.rules.js';

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

  it.each([
    [301_000, 300_000, 300],
    [300_001, 299_000, 300],
    [300_000, 299_000, null],
    [301_000, 300_001, null],
    [61_000, 60_000, 60],
    [60_000, 59_000, null],
    [11_000, 10_000, 10],
    [10_000, 9_000, null],
    [5_000, 1, null],
  ])('between %i and %i ms speaks of %s seconds: at the mark itself, and once', (before, after, mark) => {
    expect(markPassed(before, after)).toBe(mark);
  });
});
