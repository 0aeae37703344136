import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastAdmin, memberLeft, unitClosed } from '../../../shared/account/account.errors.js';
import type { MemberView, SetRoles } from '../../../shared/account/account.schema.js';
import { forbidden, invalidInput, notFound } from '../../../shared/kernel/failure.js';
import type { MemberId, UnitId } from '../../../shared/kernel/ids.js';
import type { RoleGrant, Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { canAdministerUnit, canGrant, canSeeMember, isWholeAdmin } from '../account.policy.js';
import { MemberAccess } from '../member/member-access.service.js';
import { readMember } from '../member/member.queries.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { deleteGrants, hasOtherAdmin, insertGrants, readCoordinators } from '../role.queries.js';
import { readUnitPath } from '../unit/unit-path.queries.js';
import { lockUnit } from '../unit/unit.queries.js';

const sameGrant = (one: RoleGrant) => (other: RoleGrant) =>
  one.role === other.role && one.unitId === other.unitId;
const without = (grants: readonly RoleGrant[], others: readonly RoleGrant[]) =>
  grants.filter((grant) => !others.some(sameGrant(grant)));

@Injectable()
export class RoleService {
  constructor(
    private readonly access: MemberAccess,
    private readonly act: PrivilegedAct,
  ) {}

  /** Gives a member exactly these roles. The last administrator of the whole organisation stays one. */
  async set(viewer: Viewer, id: MemberId, { roles }: SetRoles): Promise<MemberView> {
    await this.act.runOnRoles(viewer, async (tx, actor) => {
      const member = await this.access.toChangePresent(tx, actor, id);
      const held = member.roles.map(({ grant }) => grant);
      const [added, removed] = [without(roles, held), without(held, roles)];
      if (added.length + removed.length === 0) return null;
      await this.allowGrants(tx, actor, added);
      if (isWholeAdmin(removed) && !(await hasOtherAdmin(tx, id))) fail(lastAdmin);
      await deleteGrants(tx, id, removed);
      await insertGrants(tx, id, { grants: added, grantedBy: actor.memberId });
      return { action: 'member.set_roles', subjectId: id, details: { added, removed } };
    });
    return this.access.view(viewer, id);
  }

  /** Makes exactly these members the coordinators of a unit; what else they are stays. */
  async setCoordinators(viewer: Viewer, id: UnitId, memberIds: readonly MemberId[]): Promise<void> {
    const grant: RoleGrant = { role: 'coordinator', unitId: id };
    await this.act.runOnRoles(viewer, async (tx, actor) => {
      const unit = (await lockUnit(tx, id, 'share')) ?? fail(notFound);
      if (!canAdministerUnit(actor, (await readUnitPath(tx, id)) ?? [])) fail(forbidden);
      if (unit.closed_at) fail(unitClosed);
      const held = await readCoordinators(tx, id);
      const added = [...new Set(memberIds)].filter((member) => !held.includes(member));
      const removed = held.filter((member) => !memberIds.includes(member));
      if (added.length + removed.length === 0) return null;
      for (const member of added) {
        await this.toAppoint(tx, actor, member);
        await insertGrants(tx, member, { grants: [grant], grantedBy: actor.memberId });
      }
      for (const member of removed) await deleteGrants(tx, member, [grant]);
      return { action: 'unit.set_coordinators', subjectId: id, details: { added, removed } };
    });
  }

  private async allowGrants(tx: EntityManager, viewer: Viewer, grants: readonly RoleGrant[]): Promise<void> {
    for (const grant of grants) {
      const unit = grant.unitId && (await lockUnit(tx, grant.unitId, 'share'));
      const path = grant.unitId === null ? [] : await readUnitPath(tx, grant.unitId);
      if (path === null) return fail(invalidInput, { roles: 'unknown' });
      if (!canGrant(viewer, grant, path)) fail(forbidden);
      if (unit && unit.closed_at) fail(unitClosed);
    }
  }

  private async toAppoint(tx: EntityManager, viewer: Viewer, id: MemberId): Promise<void> {
    const member = await readMember(tx, id);
    if (!member || !canSeeMember(viewer, member.unit_path))
      return fail(invalidInput, { memberIds: 'unknown' });
    if (member.left_at) fail(memberLeft);
  }
}
