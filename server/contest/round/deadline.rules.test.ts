import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsUntil, deadlineOf, reopenedUntil, settledAt, startOf, timeUsedMs } from './deadline.rules.js';

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
    expect(timeUsedMs({ startedAt, deadlineAt, pausedMs: 0 }, time(submitted))).toBe(used);
  });

  it('does not count the time between being ended and being reopened', () => {
    const reopened = { startedAt, deadlineAt: time('11:30:00'), pausedMs: 40 * 60_000 };
    expect(timeUsedMs(reopened, time('11:15:00'))).toBe(35 * 60_000);
  });
});

describe('startOf', () => {
  const round = { opensAt: time('08:00:00'), closesAt };

  it.each([
    ['1 ms before the opening', new Date(round.opensAt.getTime() - 1), 0, 'early'],
    ['at the opening', round.opensAt, 0, 'open'],
    ['ten seconds before the close', time('15:59:50'), 0, 'open'],
    ['less than ten seconds before the close', new Date(time('15:59:50').getTime() + 1), 0, 'ends'],
    ['1 ms before the close', new Date(closesAt.getTime() - 1), 0, 'ends'],
    ['at the close', closesAt, 0, 'closed'],
    ['at the close, with extra time', closesAt, 15, 'open'],
    ['at the end of the extra time', time('16:15:00'), 15, 'closed'],
  ] as const)('%s', (...[, now, extraMinutes, stand]) => {
    expect(startOf(round, extraMinutes, now)).toBe(stand);
  });
});

describe('reopenedUntil', () => {
  const attempt = { startedAt: time('10:00:00'), durationMinutes: 30, extraMinutes: 0, closesAt };

  it.each([
    ['so many minutes from now', '11:00:00', attempt, '11:20:00'],
    ['never past the close', '15:55:00', attempt, '16:00:00'],
    ['past the close for who has extra time', '15:55:00', { ...attempt, extraMinutes: 10 }, '16:10:00'],
    ['never less than it would have had', '10:05:00', { ...attempt, durationMinutes: 60 }, '11:00:00'],
  ])('%s', (...[, now, own, until]) => {
    expect(reopenedUntil(own, 20, time(now))).toEqual(time(until));
  });
});
