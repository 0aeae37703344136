import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAmbiguousNumber, readAcceptedNumber, readNumber } from './number-text.rules.js';

describe('a number as an author writes it', () => {
  it.each([
    ['1945', 1945],
    ['3.14', 3.14],
    ['3,14', 3.14],
    [' -2 ', -2],
    ['\u22122', -2],
    ['+7', 7],
    ['5.', 5],
    [',25', 0.25],
    ['.125', 0.125],
    ['1e-3', 0.001],
    ['2E10', 2e10],
    ['6,02e+23', 6.02e23],
    ['1e100', 1e100],
    ['0'.repeat(39) + '7', 7],
  ])('“%s” is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    ...[
      '',
      ' ',
      'năm',
      '12 người',
      'khoảng 12',
      '1,2,3',
      '1.2.3',
      '--1',
      '1 000',
      '5−3',
      ',',
      'e5',
      '1e',
      '1e5.5',
    ],
    ...['Infinity', 'NaN', '0x10', '1e1000', '1e999', '0'.repeat(40) + '7'],
  ])('“%s” is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('a number that two readers read differently', () => {
  it.each(['10.480', '10,480', '1.000', '999.999', '-2.500', '+2,500', ' 12.345 '])('is “%s”', (text) => {
    expect(isAmbiguousNumber(text)).toBe(true);
  });

  it.each([
    ...['0.480', '10.48', '10.4800', '1000.500', '1.234.567', '10480', '012.345'],
    ...['năm 10.480', '10.480 người', '.480', '10 480'],
  ])('is not “%s”', (text) => {
    expect(isAmbiguousNumber(text)).toBe(false);
  });
});

describe('a numeric answer', () => {
  it.each([
    ['a value', '1945', { value: 1945, tolerance: 0 }],
    ['value and tolerance', '3.14:0.01', { value: 3.14, tolerance: 0.01 }],
    ['value and tolerance, with the sign for it', '3,14 ± 0,01', { value: 3.14, tolerance: 0.01 }],
    ['a tolerance of nothing', '5:0', { value: 5, tolerance: 0 }],
    ['a range', '1..5', { value: 3, tolerance: 2 }],
    ['a range below nothing', '-5..-1', { value: -3, tolerance: 2 }],
    ['a range of one number', '7..7', { value: 7, tolerance: 0 }],
    ['a fine range, without noise', '3.141..3.142', { value: 3.1415, tolerance: 0.0005 }],
    ['a range with commas', '0,1..0,2', { value: 0.15, tolerance: 0.05 }],
    ['no number', 'năm', null],
    ['nothing', '', null],
    ['a tolerance below nothing', '5:-1', null],
    ['a tolerance that is none', '5:một', null],
    ['a mark without a tolerance', '5:', null],
    ['a tolerance without a value', ':5', null],
    ['a range the wrong way round', '5..1', null],
    ['a range without an end', '5..', null],
    ['a range below nothing without an end', '-5..', null],
    [
      'a range whose middle is no short number',
      '0..0.3333333333333333',
      { value: 0.16666666666666666, tolerance: 0.16666666666666666 },
    ],
    ['a range without a beginning', '..5', null],
    ['a range wider than numbers go', '-1e308..1e308', null],
  ])('of %s', (_what, text, accepted) => {
    expect(readAcceptedNumber(text)).toEqual(accepted);
  });

  it('of a range takes both ends in, and nothing that is clearly outside', () => {
    const ends = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), fc.nat(4));
    fc.assert(
      fc.property(ends, ([start, width, places]) => {
        const [low, high] = [start / 10 ** places, (start + width) / 10 ** places];
        const accepted = readAcceptedNumber(`${low.toFixed(places)}..${high.toFixed(places)}`);
        expect(accepted).not.toBeNull();
        const { value, tolerance } = accepted ?? { value: 0, tolerance: 0 };
        const noise = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
        for (const end of [low, high]) expect(Math.abs(end - value)).toBeLessThanOrEqual(tolerance + noise);
        expect(2 * tolerance).toBeLessThanOrEqual(high - low + 2 * noise);
      }),
    );
  });
});
