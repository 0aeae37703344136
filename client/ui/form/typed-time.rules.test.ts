import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateTime, readTimeOfDay } from './typed-time.rules.js';

const held = { value: '2026-11-20 20:15:00', today: '2026-11-10', defaultTime: '08:00' };
const empty = { ...held, value: null };

describe('a date and a time as people type them', () => {
  it.each([
    ['20:15, 21/11/2026', '2026-11-21 20:15:00'],
    ['21/11/2026 20:15', '2026-11-21 20:15:00'],
    ['2026-11-21 20:15', '2026-11-21 20:15:00'],
    ['21.11.2026 20h15', '2026-11-21 20:15:00'],
    ['9 giờ 30 phút 21-11-26', '2026-11-21 09:30:00'],
    ['7h 1/12', '2026-12-01 07:00:00'],
    ['2015 21112026', '2026-11-21 20:15:00'],
    ['29/2/2028 00:00', '2028-02-29 00:00:00'],
    // Hours that clocks elsewhere leave out in spring.
    ['02:30, 29/03/2026', '2026-03-29 02:30:00'],
    ['00:30, 08/03/2026', '2026-03-08 00:30:00'],
  ])('%j is %s', (typed, expected) => {
    expect(readDateTime(typed, held)).toBe(expected);
    expect(readDateTime(typed, empty)).toBe(expected);
  });

  it('keeps the hours when only a day is typed, and the day when only a time is', () => {
    expect(readDateTime('21/11/2026', held)).toBe('2026-11-21 20:15:00');
    expect(readDateTime('21/11', held)).toBe('2026-11-21 20:15:00');
    expect(readDateTime('2145', held)).toBe('2026-11-20 21:45:00');
    expect(readDateTime('21h', held)).toBe('2026-11-20 21:00:00');
  });

  it('takes the usual hour and today for what an empty field lacks', () => {
    expect(readDateTime('21/11', empty)).toBe('2026-11-21 08:00:00');
    expect(readDateTime('2145', empty)).toBe('2026-11-10 21:45:00');
  });

  it.each([
    '',
    'mai',
    '31/02/2026',
    '31/11',
    '25:00',
    '20:60',
    '2460',
    '21/13/2026',
    '20:15:30 21/11',
    '123456',
  ])('%j is none', (typed) => {
    expect(readDateTime(typed, held)).toBeNull();
  });

  it('reads back every minute that the field itself shows', () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2099, 11) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const iso = new Date(minute * 60_000).toISOString();
        const [year, month, day] = iso.slice(0, 10).split('-');
        const shown = `${iso.slice(11, 16)}, ${day}/${month}/${year}`;
        expect(readDateTime(shown, held)).toBe(`${iso.slice(0, 10)} ${iso.slice(11, 16)}:00`);
      }),
    );
  });
});

describe('a time of day', () => {
  it.each([
    ['2015', '20:15'],
    ['815', '08:15'],
    ['8', '08:00'],
    ['20h15', '20:15'],
    ['20:15', '20:15'],
    ['00:00', '00:00'],
    ['2400', null],
    ['8:5', null],
    ['', null],
    ['tối', null],
  ])('%j is %s', (typed, expected) => {
    expect(readTimeOfDay(typed)).toBe(expected);
  });
});
