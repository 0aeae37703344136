import type { UnitId } from '../../../shared/kernel/ids.js';
import type { Units } from '../standings/unit-tree.rules.js';

/** People who may enter: how many there are, have entered, and have a result. */
export type UnitCounts = { total: number; entered: number; submitted: number };

export type UnitProgressRow = UnitCounts & {
  unitId: UnitId;
  name: string;
  /** Of the unit's own people, how many have not entered. */
  missing: number;
  /** Whether units with people stand below it. */
  hasUnits: boolean;
};

const vietnamese = new Intl.Collator('vi', { numeric: true });
const NOBODY: UnitCounts = { total: 0, entered: 0, submitted: 0 };

/**
 * The units in `scope` right below one, or, for null, those with none of the scope above them. Each counts its own people
 * and all below it; units without anybody are left out.
 */
export function progressBelow(
  units: Units<UnitId>,
  counts: ReadonlyMap<UnitId, UnitCounts>,
  { scope, below }: { scope: ReadonlySet<UnitId>; below: UnitId | null },
): UnitProgressRow[] {
  const sumOf = (id: UnitId): UnitCounts =>
    units
      .childrenOf(id)
      .filter((child) => scope.has(child.id))
      .map((child) => sumOf(child.id))
      .reduce(plus, counts.get(id) ?? NOBODY);
  const listed = below === null ? topsOf(units, scope) : units.childrenOf(below).map(({ id }) => id);
  return listed
    .filter((id) => scope.has(id))
    .map((id) => {
      const own = counts.get(id) ?? NOBODY;
      const sum = sumOf(id);
      const name = below === null ? units.labelOf(id) : (units.find(id)?.name ?? '');
      return { ...sum, unitId: id, name, missing: own.total - own.entered, hasUnits: sum.total > own.total };
    })
    .filter(({ total }) => total > 0);
}

/** Those of a scope with none of it above them, by name. */
export function topsOf(units: Units<UnitId>, scope: ReadonlySet<UnitId>): UnitId[] {
  const tops = [...scope].filter((id) => {
    const parent = units.find(id)?.parentId ?? null;
    return parent === null || !scope.has(parent);
  });
  return tops.toSorted((one, two) => vietnamese.compare(units.labelOf(one), units.labelOf(two)));
}

function plus(one: UnitCounts, two: UnitCounts): UnitCounts {
  return {
    total: one.total + two.total,
    entered: one.entered + two.entered,
    submitted: one.submitted + two.submitted,
  };
}
