import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsUntil, deadlineOf, settledAt, timeUsedMs } from './deadline.rules.js';

const time = (clock: string) => new Date(`2026-11-22T${clock}.000Z`);
const closesAt = time('16:00:00');

describe('deadlineOf', () => {
  it.each([
    ['in the middle of the window', '10:00:00', 0, '10:30:00'],
    ['with extra time', '10:00:00', 15, '10:45:00'],
    ['exactly the minutes before the close', '15:30:00', 0, '16:00:00'],
    ['cut by the close', '15:45:00', 0, '16:00:00'],
    ['cut by the close, moved by the extra time', '15:45:00', 10, '16:10:00'],
    ['in the last second', '15:59:59', 45, '16:45:00'],
  ])('%s', (...[, started, extraMinutes, deadline]) => {
    const attempt = { startedAt: time(started), durationMinutes: 30, extraMinutes, closesAt };
    expect(deadlineOf(attempt)).toEqual(time(deadline));
  });

  it('moves by exactly the minutes granted', () => {
    const minutes = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 86_400_000 }),
        minutes,
        minutes,
        (before, durationMinutes, extra) => {
          const attempt = { startedAt: new Date(closesAt.getTime() - before), durationMinutes, closesAt };
          const plain = deadlineOf({ ...attempt, extraMinutes: 0 });
          const longer = deadlineOf({ ...attempt, extraMinutes: extra });
          expect(longer.getTime() - plain.getTime()).toBe(extra * 60_000);
          expect(plain.getTime()).toBeLessThanOrEqual(closesAt.getTime());
        },
      ),
    );
  });
});

describe('acceptsUntil', () => {
  it('is the deadline and the grace', () => {
    expect(acceptsUntil(closesAt, 30_000)).toEqual(time('16:00:30'));
    expect(acceptsUntil(closesAt, 0)).toEqual(closesAt);
  });
});

describe('settledAt', () => {
  it('is the first instant at which even the longest extra time counts for nothing', () => {
    const settled = settledAt({ closesAt, graceMs: 30_000, longestExtraMinutes: 20 });
    const deadlineAt = deadlineOf({ startedAt: closesAt, durationMinutes: 60, extraMinutes: 20, closesAt });
    expect(settled.getTime()).toBe(acceptsUntil(deadlineAt, 30_000).getTime() + 1);
    expect(settled).toEqual(new Date(time('16:20:30').getTime() + 1));
  });
});

describe('timeUsedMs', () => {
  const startedAt = time('10:00:00');
  const deadlineAt = time('10:30:00');

  it.each([
    ['10:12:00', 720_000],
    ['10:30:00', 1_800_000],
    ['10:30:20', 1_800_000],
    ['09:59:59', 0],
  ])('submitted at %s', (submitted, used) => {
    expect(timeUsedMs(startedAt, time(submitted), deadlineAt)).toBe(used);
  });
});
