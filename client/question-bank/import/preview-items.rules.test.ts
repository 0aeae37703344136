import { expect, it } from 'vitest';
import type { ImportItemView } from '../../../shared/question-bank/question-import.schema.js';
import { chosenLines, standingCounts } from './preview-items.rules.js';

const item = (line: number, outcome: ImportItemView['outcome'], warned = false): ImportItemView => ({
  line,
  excerpt: '',
  question: null,
  errors: [],
  warnings: warned ? [{ code: 'import.source_missing', params: { line } }] : [],
  outcome,
  duplicateOf: outcome === 'duplicate' ? 'CH-0001' : null,
});
const items = [
  item(2, 'accepted'),
  item(3, 'accepted', true),
  item(4, 'duplicate', true),
  item(5, 'rejected'),
];

it('counts how items stand; a warning only matters for what can be imported', () => {
  expect(standingCounts(items)).toEqual({ ready: 1, warned: 1, duplicate: 1, rejected: 1 });
});

it('names the chosen lines, or all when none was left out', () => {
  expect(chosenLines(items, new Set())).toBe('all');
  expect(chosenLines(items, new Set([2]))).toEqual([3]);
});
