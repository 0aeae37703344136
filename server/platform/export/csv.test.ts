import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.js';

/** Two readers that know nothing of each other. */
function readBoth(csv: Buffer): unknown[][] {
  const text = csv.toString('utf8').replace(/^\ufeff/, '');
  return [
    parse(text, { relax_column_count: true }),
    Papa.parse<string[]>(text, { delimiter: ',' }).data.slice(0, -1),
  ];
}

const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

describe('a table for spreadsheets', () => {
  it.each([
    ['a line break', 'một\n=2+3'],
    ['a line break of Windows', 'một\r\n=2+3'],
    ['a line break of old Macs', 'một\r=2+3'],
    ['a semicolon', 'một;=2+3'],
    ['a tab', 'một\t=2+3'],
    ['quotes', '"=2+3"'],
    ['spaces around', '  một  '],
  ])('keeps a cell with %s one cell, for both readers', (_what, text) => {
    const csv = csvOf(['Câu hỏi', 'Số'], [[text, 7]]);
    for (const rows of readBoth(csv))
      expect(rows).toEqual([
        ['Câu hỏi', 'Số'],
        [text, '7'],
      ]);
    const line = csv.toString('utf8').split('\r\n').slice(1).join('\r\n');
    expect(line.startsWith('"')).toBe(true);
  });

  it.each(['=2+3', '+84 912', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =2+3', '\n=2+3', '＝2+3', '－1'])(
    'turns no %j into a formula',
    (text) => {
      for (const rows of readBoth(csvOf(['x'], [[text]]))) expect(rows[1]).toEqual([`'${text}`]);
    },
  );

  it('leaves numbers numbers', () => {
    expect(csvOf(['x'], [[-5]]).toString('utf8')).toBe('\ufeffx\r\n-5\r\n');
  });

  it('comes back as it was written, whatever stands in it, and holds no formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\n', '\r', '\t', ' ', "'", 'ă'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        for (const read of readBoth(csvOf(['một', 'hai'], rows))) {
          const cells = read.slice(1).flat().map(String);
          expect(cells.map((text, at) => (rows.flat()[at] === text ? text : text.replace(/^'/, '')))).toEqual(
            rows.flat(),
          );
          expect(cells.filter((text) => FORMULA_START.test(text))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
