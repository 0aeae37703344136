import type { Eligibility } from '../../../shared/contest/contest.schema.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { canEditContest, followedUnits } from '../round/contest.policy.js';
import type { Units } from '../standings/unit-tree.rules.js';

type Asked = { createdBy: string; eligibility: Eligibility };

/** The units whose people may enter and whom the viewer looks after: of a contest one may edit, all of them. */
export function scopeOf(viewer: Viewer, units: Units<UnitId>, asked: Asked): Set<UnitId> {
  return both(followedIn(viewer, units, asked), eligibleIn(units, asked));
}

/**
 * Those of the scope at and below one unit. Null where the viewer does not look after that unit itself, as if there were
 * no such unit.
 */
export function scopeWithin(
  viewer: Viewer,
  units: Units<UnitId>,
  { unit, ...asked }: Asked & { unit: UnitId | undefined },
): Set<UnitId> | null {
  if (unit === undefined) return scopeOf(viewer, units, asked);
  if (!followedIn(viewer, units, asked).has(unit)) return null;
  return both(units.within([unit]), eligibleIn(units, asked));
}

function followedIn(viewer: Viewer, units: Units<UnitId>, contest: { createdBy: string }): Set<UnitId> {
  return units.within(canEditContest(viewer, contest) ? null : followedUnits(viewer));
}

function eligibleIn(units: Units<UnitId>, { eligibility }: Pick<Asked, 'eligibility'>): Set<UnitId> {
  return units.within(eligibility.kind === 'all' ? null : eligibility.unitIds);
}

const both = (one: ReadonlySet<UnitId>, other: ReadonlySet<UnitId>): Set<UnitId> =>
  new Set([...one].filter((id) => other.has(id)));
