import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, datesOf, durationText, spanParts } from './formats.js';

const between = (from: string, to: string) =>
  Date.parse(`2026-11-24T${to}Z`) - Date.parse(`2026-11-24T${from}Z`);

describe('time left', () => {
  it('is 00:00 only when it is over', () => {
    expect(clockText(1, 'left')).toBe('00:01');
    expect(clockText(0, 'left')).toBe('00:00');
    expect(clockText(-5_000, 'left')).toBe('00:00');
    expect(clockText(24 * 60_000 + 18_000, 'left')).toBe('24:18');
    expect(clockText(3_900_000, 'left')).toBe('1:05:00');
    expect(clockText(90_061_000, 'left')).toBe('25:01:01');
  });

  it('falls into days, hours, minutes and seconds', () => {
    expect(spanParts(90_061_000, 'left')).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(spanParts(-1, 'left')).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });
});

describe('time used', () => {
  it('counts no second that had not passed', () => {
    // Started 02:55:59.100, submitted 03:00:12.900.
    expect(clockText(between('02:55:59.100', '03:00:12.900'), 'used')).toBe('04:13');
    expect(clockText(between('02:55:59.900', '03:00:12.100'), 'used')).toBe('04:12');
    expect(clockText(999, 'used')).toBe('00:00');
    expect(durationText(59_999, 'used', 'vi')).toBe('59 giây');
    expect(durationText(119_500, 'used', 'vi')).toBe('1 phút 59 giây');
    expect(durationText(3_599_999, 'used', 'vi')).toBe('59 phút 59 giây');
  });

  it('is never more than what was left is rounded to, and both agree on whole seconds', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (ms) => {
        const seconds = (span: 'left' | 'used') => {
          const { days, hours, minutes, seconds: rest } = spanParts(ms, span);
          return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
        };
        expect(seconds('used')).toBeLessThanOrEqual(ms / 1000);
        expect(seconds('left')).toBeGreaterThanOrEqual(ms / 1000);
        expect(seconds('left') - seconds('used')).toBe(ms % 1000 === 0 ? 0 : 1);
        expect(spanParts(ms, 'used').seconds).toBeLessThan(60);
      }),
    );
  });
});

describe('a span in words', () => {
  it('has the two largest units', () => {
    expect(durationText(45 * 60_000, 'left', 'vi')).toBe('45 phút');
    expect(durationText(3_905_000, 'left', 'vi')).toBe('1 giờ 5 phút');
    expect(durationText(0, 'used', 'vi')).toBe('0 giây');
    expect(durationText(61_000, 'used', 'en')).toBe('1 minute 1 second');
  });
});

describe('an instant', () => {
  it('is written by the clock of Vietnam, the same from text and from milliseconds', () => {
    const instant = '2026-11-24T17:30:08.000Z';
    for (const language of ['vi', 'en'] as const) {
      const { dateTime, timeWithSeconds } = datesOf(language);
      expect(dateTime(instant)).toBe('00:30, 25/11/2026');
      expect(dateTime(Date.parse(instant))).toBe('00:30, 25/11/2026');
      expect(timeWithSeconds(instant)).toBe('00:30:08');
    }
  });
});
