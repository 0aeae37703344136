import type { UnitId } from '../../shared/kernel/ids.js';
import { hasRoleOver, holderOf, type Role, type RoleGrant, type Viewer } from '../../shared/kernel/viewer.js';

export const canOrganise = holderOf('organiser', 'admin');
export const canManageMembers = holderOf('admin');
/** Letting members in by a slip; a coordinator those of the own units. */
export const canMakeSlips = holderOf('coordinator', 'admin');
export const canSeeUnitProgress = holderOf('coordinator', 'organiser', 'admin');
/** Moderators lead question sessions and nothing else of what is organised. */
export const canHostQna = holderOf('moderator', 'organiser', 'admin');
/** Everybody who picks units or members in a form. */
export const canBrowseMembers = holderOf('admin', 'organiser', 'coordinator');

/** An administrator of the whole organisation or of a unit above `unitPath` (root → the unit). */
export function canAdministerUnit(viewer: Viewer, unitPath: readonly UnitId[]): boolean {
  return hasRoleOver(viewer, ['admin'], unitPath);
}

export const MEMBERS_SEEN_BY: readonly Role[] = ['admin', 'organiser', 'coordinator'];

/** Members are seen by administrators, organisers and coordinators of their unit or one above it. */
export function canSeeMember(viewer: Viewer, unitPath: readonly UnitId[]): boolean {
  return hasRoleOver(viewer, MEMBERS_SEEN_BY, unitPath);
}

/** Roles may be given by an administrator, and never wider than the administrator's own reach. */
export function canGrant(viewer: Viewer, grant: RoleGrant, grantUnitPath: readonly UnitId[]): boolean {
  if (grant.unitId === null) return hasRoleOver(viewer, ['admin'], []);
  return hasRoleOver(viewer, ['admin'], grantUnitPath);
}

/** Whether one of the roles is the administration of the whole organisation. */
export function isWholeAdmin(grants: readonly RoleGrant[]): boolean {
  return grants.some(({ role, unitId }) => role === 'admin' && unitId === null);
}

/** A role somebody holds, and the path (root → unit) of the unit it is over; empty for the whole organisation. */
export type HeldRole = { grant: RoleGrant; unitPath: readonly UnitId[] };

/**
 * Whether the viewer may change a member. Never one who holds a role beyond the viewer's own reach: a new password
 * for such a member would hand that role over.
 */
export function canAdministerMember(
  viewer: Viewer,
  member: { unitPath: readonly UnitId[]; roles: readonly HeldRole[] },
): boolean {
  return (
    canAdministerUnit(viewer, member.unitPath) &&
    member.roles.every(({ grant, unitPath }) => canGrant(viewer, grant, unitPath))
  );
}

/**
 * Whether the viewer may make a slip for a member: whoever administers them, and the coordinator of their unit or one
 * above it as long as they hold no role themselves, for a slip opens all that its member may do.
 */
export function canMakeSlip(
  viewer: Viewer,
  member: { unitPath: readonly UnitId[]; roles: readonly HeldRole[] },
): boolean {
  if (canAdministerMember(viewer, member)) return true;
  return member.roles.length === 0 && hasRoleOver(viewer, ['coordinator'], member.unitPath);
}

/** The units a role reaches: null for all, else the ids of the subtrees' roots. */
export function reachOf(viewer: Viewer, roles: readonly Role[]): UnitId[] | null {
  const grants = viewer.grants.filter((grant) => roles.includes(grant.role));
  if (grants.some((grant) => grant.unitId === null)) return null;
  return grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]));
}
