import { describe, expect, it } from 'vitest';
import { unitView, type UnitView } from '../../../shared/account/account.schema.js';
import { familyOf, matchingUnits } from './unit-tree.js';

const ids = ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(8) + '-0000-4000-8000-000000000000');
const unit = (
  place: number,
  name: string,
  rest: { parent?: number; depth: number; closed?: boolean },
): UnitView =>
  unitView.parse({
    id: ids[place],
    name,
    parentId: rest.parent === undefined ? null : ids[rest.parent],
    depth: rest.depth,
    headCount: 1,
    memberCount: 1,
    coordinators: [],
    closedAt: rest.closed ? '2026-11-24T00:00:00.000Z' : null,
    can: { edit: true },
  });
const tree = [
  unit(0, 'Cơ quan', { depth: 0 }),
  unit(1, 'Khối Đảng', { parent: 0, depth: 1 }),
  unit(2, 'Chi bộ Đồng Đăng', { parent: 1, depth: 2 }),
  unit(3, 'Chi bộ cũ', { parent: 1, depth: 2, closed: true }),
  unit(4, 'Khối đoàn thể', { parent: 0, depth: 1 }),
];
const names = (units: UnitView[]) => units.map(({ name }) => name);

describe('matchingUnits', () => {
  it('finds without accents and keeps what stands above', () => {
    expect(names(matchingUnits(tree, { q: ' dong dang', closed: false }))).toEqual([
      'Cơ quan',
      'Khối Đảng',
      'Chi bộ Đồng Đăng',
    ]);
    expect(matchingUnits(tree, { q: 'không có', closed: true })).toEqual([]);
  });

  it('shows closed units only when asked to', () => {
    expect(names(matchingUnits(tree, { q: '', closed: false }))).not.toContain('Chi bộ cũ');
    expect(matchingUnits(tree, { q: '', closed: true })).toEqual(tree);
  });
});

describe('familyOf', () => {
  it('is the unit with everything below it', () => {
    expect(familyOf(tree, String(ids[1]))).toEqual(new Set([ids[1], ids[2], ids[3]]));
    expect(familyOf(tree, String(ids[4]))).toEqual(new Set([ids[4]]));
  });
});
