import type { Eligibility } from '../../../shared/contest/contest.schema.js';
import type { UnitId } from '../../../shared/kernel/ids.js';

/** Whether a member may enter: everyone, or members of a named unit or one below it. The path runs from the root. */
export function isEligible(eligibility: Eligibility, memberUnitPath: readonly UnitId[]): boolean {
  if (eligibility.kind === 'all') return true;
  return eligibility.unitIds.some((unit) => memberUnitPath.includes(unit));
}
