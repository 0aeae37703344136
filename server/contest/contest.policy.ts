import type { UnitId } from '../../shared/kernel/ids.js';
import { hasRole, hasRoleOver, holderOf, type Viewer } from '../../shared/kernel/viewer.js';
import type { ContestState } from './round-phase.rules.js';

/** Who may open the organisers' area and create a contest. */
export const canOrganise = holderOf('organiser', 'admin');

/** Who may ask how far the people of a unit are; of which units, `canFollowUnit` says. */
export const canFollowSomeUnit = holderOf('coordinator', 'organiser', 'admin');

/** Contests belong to the organisation: those who organise for all of it may edit each, others only their own. */
export function canEditContest(viewer: Viewer, contest: { createdBy: string }): boolean {
  if (hasRoleOver(viewer, ['organiser', 'admin'], [])) return true;
  return contest.createdBy === viewer.memberId && hasRole(viewer, ['organiser', 'admin']);
}

/** Once published a contest is seen by every member, entitled to enter or not; a draft only by its editors. */
export function canSeeContest(viewer: Viewer, contest: { createdBy: string; state: ContestState }): boolean {
  return contest.state !== 'draft' || canEditContest(viewer, contest);
}

/** Coordinators follow their unit and those below it. The path runs from the root to the unit in question. */
export function canFollowUnit(viewer: Viewer, unitPath: readonly UnitId[]): boolean {
  return hasRoleOver(viewer, ['coordinator', 'organiser', 'admin'], unitPath);
}
