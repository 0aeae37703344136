import { expect, it } from 'vitest';
import { letterAt, MAX_OPTIONS, optionIdAt } from './option-letters.rules.js';

it('letters options in their order, shown large and stored small', () => {
  expect(letterAt(0)).toBe('A');
  expect(letterAt(MAX_OPTIONS - 1)).toBe('J');
  expect(optionIdAt(3)).toBe('d');
});
