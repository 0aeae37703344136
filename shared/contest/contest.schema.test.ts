import { expect, it } from 'vitest';
import { blueprint } from './contest.schema.js';

const [press, law] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'];

it('takes each topic at each level once into a blueprint', () => {
  const codes = (...cells: [topicId: string | undefined, level: string][]) =>
    blueprint
      .safeParse(cells.map(([topicId, level]) => ({ topicId, level, count: 1 })))
      .error?.issues.map(({ message }) => message) ?? [];
  expect(codes([press, 'recall'], [press, 'apply'], [law, 'recall'])).toEqual([]);
  expect(codes([press, 'recall'], [law, 'recall'], [press, 'recall'])).toEqual(['cells_repeat']);
});
