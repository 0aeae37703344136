import { describe, expect, it } from 'vitest';
import { topicId } from '../../../shared/question-bank/question.schema.js';
import { supplyProblems } from './blueprint.rules.js';

const press = topicId.parse('0190a000-0000-7000-8000-000000000001');
const law = topicId.parse('0190a000-0000-7000-8000-000000000002');

describe('supplyProblems', () => {
  it.each([
    [3, 0, 'impossible'],
    [3, 2, 'impossible'],
    [3, 3, 'thin'],
    [3, 5, 'thin'],
    [3, 6, null],
    [1, 1, 'thin'],
    [1, 2, null],
  ])('drawing %d of %d: %s', (count, available, kind) => {
    const cell = { topicId: press, level: 'apply' as const, count };
    const supply = [{ topicId: press, level: 'apply' as const, available }];
    expect(supplyProblems([cell], supply)).toEqual(kind === null ? [] : [{ ...cell, kind, available }]);
  });

  it('counts neither another level nor another topic', () => {
    const supply = [
      { topicId: press, level: 'recall' as const, available: 50 },
      { topicId: law, level: 'apply' as const, available: 50 },
    ];
    expect(supplyProblems([{ topicId: press, level: 'apply', count: 1 }], supply)).toMatchObject([
      { kind: 'impossible', available: 0 },
    ]);
  });

  it('has nothing to say about an empty blueprint', () => {
    expect(supplyProblems([], [])).toEqual([]);
  });
});
