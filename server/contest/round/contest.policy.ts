import type { UnitId } from '../../../shared/kernel/ids.js';
import { hasRole, hasRoleOver, holderOf, type Role, type Viewer } from '../../../shared/kernel/viewer.js';
import type { ContestState } from './round-phase.rules.js';

const FOLLOWERS: Role[] = ['coordinator', 'organiser', 'admin'];

/** Who may open the organisers' area and create a contest. */
export const canOrganise = holderOf('organiser', 'admin');

/** Who may ask how far the people of a unit are; of which units, `followedUnits` says. */
export const canFollowSomeUnit = holderOf(...FOLLOWERS);

/** Contests belong to the organisation: those who organise for all of it may edit each, others only their own. */
export function canEditContest(viewer: Viewer, contest: { createdBy: string }): boolean {
  const reach = editingReach(viewer);
  return reach === 'all' || (reach === 'own' && contest.createdBy === viewer.memberId);
}

/** Which contests a viewer may edit at all, for lists. */
export function editingReach(viewer: Viewer): 'all' | 'own' | 'none' {
  if (hasRoleOver(viewer, ['organiser', 'admin'], [])) return 'all';
  return hasRole(viewer, ['organiser', 'admin']) ? 'own' : 'none';
}

/** Once published a contest is seen by every member, entitled to enter or not; a draft only by its editors. */
export function canSeeContest(viewer: Viewer, contest: { createdBy: string; state: ContestState }): boolean {
  return contest.state !== 'draft' || canEditContest(viewer, contest);
}

/** The units whose people a viewer follows, with all below them; null for the whole organisation. */
export function followedUnits(viewer: Viewer): UnitId[] | null {
  const grants = viewer.grants.filter(({ role }) => FOLLOWERS.includes(role));
  if (grants.some(({ unitId }) => unitId === null)) return null;
  return grants.flatMap(({ unitId }) => unitId ?? []);
}
