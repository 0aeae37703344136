import { expect, it } from 'vitest';
import { unitProgress } from '../../../../shared/contest/standings.schema.js';
import { byUnit } from './unit-progress.rules.js';

it('counts who entered by unit and names who has not', () => {
  const person = (number: number, unit: string, state: string) => ({
    memberId: `0198a000-0000-7000-8000-00000000000${number}`,
    fullName: `Người ${number}`,
    unit,
    state,
  });
  const { items } = unitProgress.parse({
    items: [person(1, 'A', 'submitted'), person(2, 'B', 'not_entered'), person(3, 'A', 'not_entered')],
    next: null,
  });
  expect(byUnit(items).map(({ unit, entered, total }) => [unit, entered, total])).toEqual([
    ['A', 1, 2],
    ['B', 0, 1],
  ]);
  expect(byUnit(items)[0]?.missing.map((row) => row.fullName)).toEqual(['Người 3']);
});
