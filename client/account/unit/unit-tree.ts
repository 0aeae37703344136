import type { UnitView } from '../../../shared/account/account.schema.js';

/** Without accents and case, as people type when they search. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Units whose name matches, with all that stand above them so that the tree stays readable; in the tree's order. */
export function matchingUnits(
  units: readonly UnitView[],
  { q, closed }: { q: string; closed: boolean },
): UnitView[] {
  const wanted = folded(q.trim());
  const open = units.filter((unit) => closed || unit.closedAt === null);
  const parents = new Map(open.map((unit) => [unit.id, unit.parentId]));
  const shown = new Set<string>();
  for (const unit of open) {
    if (!folded(unit.name).includes(wanted)) continue;
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
