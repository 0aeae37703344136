import { describe, expect, it } from 'vitest';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { Units } from '../standings/unit-tree.rules.js';
import { progressBelow } from './unit-progress.rules.js';

const idOf = (number: number): UnitId =>
  unitId.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [root, north, south, first, namesake, empty] = [1, 2, 3, 4, 5, 6].map(idOf);
const unit = (id: UnitId | undefined, parentId: UnitId | undefined, name: string) => ({
  id: id ?? idOf(0),
  parentId: parentId ?? null,
  name,
});
const units = new Units<UnitId>([
  unit(root, undefined, 'Gốc'),
  unit(north, root, 'Bắc'),
  unit(south, root, 'Nam'),
  unit(first, north, 'Tổ 1'),
  unit(namesake, south, 'Tổ 1'),
  unit(empty, south, 'Tổ 2'),
]);
const counts = new Map<UnitId, { total: number; entered: number; submitted: number }>([
  [idOf(1), { total: 1, entered: 1, submitted: 0 }],
  [idOf(2), { total: 2, entered: 0, submitted: 0 }],
  [idOf(4), { total: 30, entered: 20, submitted: 10 }],
  [idOf(5), { total: 4, entered: 4, submitted: 4 }],
]);
const seen = (scope: readonly number[], below: UnitId | null) =>
  progressBelow(units, counts, { scope: new Set(scope.map(idOf)), below }).map(
    ({ name, total, entered, submitted, missing, hasUnits }) => [
      name,
      total,
      entered,
      submitted,
      missing,
      hasUnits,
    ],
  );
const EVERYWHERE = [1, 2, 3, 4, 5, 6];

describe('progressBelow', () => {
  it('adds what is below to each unit, and leaves out those without anybody', () => {
    expect(seen(EVERYWHERE, null)).toEqual([['Gốc', 37, 25, 14, 0, true]]);
    expect(seen(EVERYWHERE, idOf(1))).toEqual([
      ['Bắc', 32, 20, 10, 2, true],
      ['Nam', 4, 4, 4, 0, true],
    ]);
    expect(seen(EVERYWHERE, idOf(3))).toEqual([['Tổ 1', 4, 4, 4, 0, false]]);
  });

  it('counts nobody outside of the scope, and begins with its topmost units, told apart', () => {
    expect(seen([2], null)).toEqual([['Bắc', 2, 0, 0, 2, false]]);
    expect(seen([5, 4], null)).toEqual([
      ['Tổ 1, Bắc', 30, 20, 10, 10, false],
      ['Tổ 1, Nam', 4, 4, 4, 0, false],
    ]);
    expect(seen([2], idOf(1))).toEqual([['Bắc', 2, 0, 0, 2, false]]);
  });
});
