import { expect, it } from 'vitest';
import { freshKey, movedRow } from './form-rows.rules.js';

const rows = [{ key: 4 }, { key: 1 }, { key: 2 }];

it('moves a row by one place, and nowhere beyond the edges', () => {
  expect(movedRow(rows, 1, -1).map((row) => row.key)).toEqual([1, 4, 2]);
  expect(movedRow(rows, 1, 1).map((row) => row.key)).toEqual([4, 2, 1]);
  expect(movedRow(rows, 4, -1)).toEqual(rows);
  expect(movedRow(rows, 2, 1)).toEqual(rows);
});

it('gives a new row a key that none has', () => {
  expect(freshKey(rows)).toBe(5);
  expect(freshKey([])).toBe(0);
});
