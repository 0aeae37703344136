import { expect, it } from 'vitest';
import { changedRow, freshKey, movedRow, withoutRow } from './form-rows.rules.js';

const rows = [{ key: 4 }, { key: 1 }, { key: 2 }];

it('moves a row by one place, and nowhere beyond the edges', () => {
  expect(movedRow(rows, 1, -1).map((row) => row.key)).toEqual([1, 4, 2]);
  expect(movedRow(rows, 1, 1).map((row) => row.key)).toEqual([4, 2, 1]);
  expect(movedRow(rows, 4, -1)).toEqual(rows);
  expect(movedRow(rows, 2, 1)).toEqual(rows);
});

it('does nothing for a row that has gone', () => {
  expect(movedRow(rows, 9, 1)).toEqual(rows);
  expect(withoutRow(rows, 9)).toEqual(rows);
});

it('changes one row and takes one out, the others as they were', () => {
  const written = rows.map((row) => ({ ...row, text: 'cũ' }));
  expect(changedRow(written, 1, { text: 'mới' })).toEqual([
    { key: 4, text: 'cũ' },
    { key: 1, text: 'mới' },
    { key: 2, text: 'cũ' },
  ]);
  expect(withoutRow(rows, 1)).toEqual([{ key: 4 }, { key: 2 }]);
});

it('gives a new row a key that none has', () => {
  expect(freshKey(rows)).toBe(5);
  expect(freshKey([])).toBe(0);
});
