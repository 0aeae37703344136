import { describe, expect, it } from 'vitest';
import { clockText, formatsOf, spanParts } from './format.js';

const vi = formatsOf('vi');
const en = formatsOf('en');
const instant = '2026-11-24T07:00:08.000Z';

describe('Vietnamese forms', () => {
  it('write dates and times in the zone of Vietnam, whatever the device is set to', () => {
    expect(vi.date(instant)).toBe('24/11/2026');
    expect(vi.time(instant)).toBe('14:00');
    expect(vi.timeWithSeconds(instant)).toBe('14:00:08');
    expect(vi.dateTime('2026-11-24T17:30:00.000Z')).toBe('00:30, 25/11/2026');
  });

  it('write numbers with dots between thousands and a comma before decimals', () => {
    expect(vi.number(10_480)).toBe('10.480');
    expect(vi.number(72.1)).toBe('72,1');
    expect(vi.number(72.16, 1)).toBe('72,2');
  });

  it('name the two largest units of a span', () => {
    expect(vi.duration(45 * 60_000)).toBe('45 phút');
    expect(vi.duration(3_905_000)).toBe('1 giờ 5 phút');
    expect(vi.duration(0)).toBe('0 giây');
  });
});

describe('English forms', () => {
  it('count ranks', () => {
    expect([1, 2, 3, 4, 11, 22].map((rank) => en.ordinal(rank))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '22nd',
    ]);
    expect(vi.ordinal(1_022)).toBe('1.022');
  });
});

describe('time left', () => {
  it('is 00:00 only when it is over', () => {
    expect(clockText(1)).toBe('00:01');
    expect(clockText(0)).toBe('00:00');
    expect(clockText(-5_000)).toBe('00:00');
    expect(clockText(24 * 60_000 + 18_000)).toBe('24:18');
    expect(clockText(3_900_000)).toBe('1:05:00');
  });

  it('falls into days, hours, minutes and seconds', () => {
    expect(spanParts(90_061_000)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(spanParts(-1)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
  });
});
