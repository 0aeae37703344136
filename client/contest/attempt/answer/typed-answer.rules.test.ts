import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, responseToText, textOfResponse, type DecimalMark } from './typed-answer.rules.js';

const read = (text: string, mark: DecimalMark, unit = '') => readNumber(text, { mark, unit });

describe('readNumber', () => {
  it.each([
    ['12', 12],
    [' 12,5 ', 12.5],
    ['12.5', 12.5],
    ['-3,5', -3.5],
    ['−3', -3],
    ['– 3', -3],
    ['+7', 7],
    ['.5', 0.5],
    ['5,', 5],
    ['0.480', 0.48],
    ['1234.567', 1234.567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['10 480', 10480],
    ['10\u00a0480', 10480],
    ["10'480", 10480],
    ['1.234.567,25', 1234567.25],
    ['9\u200b0', 90],
    ['１２', 12],
  ])('%j is %d in both languages', (text, value) => {
    expect(read(text, ',')).toEqual({ value, isGuess: false });
    expect(read(text, '.')).toEqual({ value, isGuess: false });
  });

  it.each([
    ['10.480', ',', 10480, true],
    ['10.480', '.', 10.48, false],
    ['10,480', ',', 10.48, false],
    ['10,480', '.', 10480, true],
    ['-1.500', ',', -1500, true],
  ] as const)('%j with %j before the decimals is %d', (...[text, mark, value, isGuess]) => {
    expect(read(text, mark)).toEqual({ value, isGuess });
  });

  it.each([
    '',
    'abc',
    '9O',
    'l2',
    '12x',
    '1,2,3',
    '1.2.3',
    '--1',
    '1e5',
    ',',
    '1.234,567,8',
    '1 2',
    'Infinity',
  ])('%j is none', (text) => {
    expect(read(text, ',')).toBeNull();
  });

  it.each([
    ['90 điểm', 'điểm', 90],
    ['90điểm', 'điểm', 90],
    ['90 ĐIỂM', 'điểm', 90],
    ['90 diem', 'điểm', 90],
    ['15 km2', 'km²', 15],
    ['12,5%', '%', 12.5],
    ['$ 40', '$', 40],
    ['10.480 người', 'người', 10480],
  ])('%j beside the unit %j is %d', (text, unit, value) => {
    expect(read(text, ',', unit)?.value).toBe(value);
  });

  it('takes no other unit than the one beside the field', () => {
    expect(read('90 điểm', ',')).toBeNull();
    expect(read('90 phút', ',', 'điểm')).toBeNull();
    expect(read('điểm', ',', 'điểm')).toBeNull();
  });

  it('reads back any number from its field, with either mark', () => {
    const values = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom<DecimalMark>(',', '.'),
        (value, places, mark) => {
          const rounded = Number(value.toFixed(places));
          const text = textOfResponse({ type: 'number', value: rounded }, mark);
          expect(read(text, mark)?.value).toBe(rounded + 0);
        },
      ),
    );
  });
});

describe('responseToText', () => {
  it('clears, keeps or refuses what was typed', () => {
    const written = { mark: ',', unit: '' } as const;
    expect(responseToText('number', ' ', written)).toBeNull();
    expect(responseToText('number', 'mười', written)).toBeUndefined();
    expect(responseToText('number', '3,5', written)).toEqual({ type: 'number', value: 3.5 });
    expect(responseToText('short_text', ' Hà Nội ', written)).toEqual({ type: 'short_text', text: 'Hà Nội' });
    expect(responseToText('short_text', '', written)).toBeNull();
  });
});
