import type { UnitView } from '../../../shared/account/account.schema.js';
import { searchText } from '../../../shared/kernel/text.js';

/** Units whose name matches, with all that stand above them so that the tree stays readable; in the tree's order. */
export function matchingUnits(
  units: readonly UnitView[],
  { q, closed }: { q: string; closed: boolean },
): UnitView[] {
  const wanted = searchText(q);
  const open = units.filter((unit) => closed || unit.closedAt === null);
  const parents = new Map(open.map((unit) => [unit.id, unit.parentId]));
  const shown = new Set<string>();
  for (const unit of open) {
    if (!searchText(unit.name).includes(wanted)) continue;
    for (let id: UnitView['id'] | null = unit.id; id !== null && !shown.has(id); id = parents.get(id) ?? null)
      shown.add(id);
  }
  return open.filter((unit) => shown.has(unit.id));
}

/** The unit and all below it; what a unit cannot be moved under. The list is depth first. */
export function familyOf(units: readonly UnitView[], id: string): Set<string> {
  const family = new Set([id]);
  for (const unit of units) if (unit.parentId !== null && family.has(unit.parentId)) family.add(unit.id);
  return family;
}
