import { z } from 'zod';
import { unitId, type MemberId, type UnitId } from './ids.js';

export const ROLES = ['moderator', 'organiser', 'admin', 'coordinator'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** A role over the whole organisation (`unitId` null) or over a unit and all below it. */
export const roleGrant = z.object({ role, unitId: unitId.nullable() });
export type RoleGrant = z.infer<typeof roleGrant>;

/** Who is asking, as the session says. `unitPath` runs from the root to the member's own unit. */
export type Viewer = {
  readonly memberId: MemberId;
  readonly sessionId: string;
  readonly unitPath: readonly UnitId[];
  readonly grants: readonly RoleGrant[];
  /** Signed in with what somebody else has given them: nothing is open before they have set a password. */
  readonly mustSetPassword?: boolean;
};

/**
 * Who may call a route or event at all. What they may do to a particular thing is decided by the feature's policy
 * where the thing is known. `name` appears in the API description.
 */
export type Policy = { readonly name: string; readonly allows: (viewer: Viewer | null) => boolean };

export const anyone: Policy = { name: 'anyone', allows: () => true };
export const signedIn: Policy = { name: 'signedIn', allows: (viewer) => viewer !== null };

export function hasRole(viewer: Viewer | null, roles: readonly Role[]): boolean {
  return viewer?.grants.some((grant) => roles.includes(grant.role)) ?? false;
}

/** The role over the whole organisation, or over a unit on `unitPath` (root → the unit in question). */
export function hasRoleOver(viewer: Viewer, roles: readonly Role[], unitPath: readonly UnitId[]): boolean {
  return viewer.grants.some(
    (grant) => roles.includes(grant.role) && (grant.unitId === null || unitPath.includes(grant.unitId)),
  );
}

/** Administrators of the whole organisation. */
export const wholeAdmin: Policy = {
  name: 'wholeAdmin',
  allows: (viewer) => viewer !== null && hasRoleOver(viewer, ['admin'], []),
};

/** Anybody who holds one of these roles somewhere. */
export function holderOf(...roles: Role[]): Policy {
  return { name: `holderOf(${roles.join(',')})`, allows: (viewer) => hasRole(viewer, roles) };
}
