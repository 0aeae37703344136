import { Injectable } from '@nestjs/common';
import { lastAdmin, notYourself, unitClosed } from '../../../shared/account/account.errors.js';
import type { DepartMember, MemberView, TransferMember } from '../../../shared/account/account.schema.js';
import type { MemberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { isWholeAdmin } from '../account.policy.js';
import { MemberAccess } from './member-access.service.js';
import { beginStay, endStay, moveStay, setLeft } from './member-write.queries.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { hasOtherAdmin } from '../role.queries.js';
import { SessionService } from '../session/session.service.js';
import { lockUnit } from '../unit/unit.queries.js';

/** Where members belong over time: nothing of it is ever overwritten. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly access: MemberAccess,
    private readonly act: PrivilegedAct,
    private readonly sessions: SessionService,
  ) {}

  async transfer(viewer: Viewer, id: MemberId, { unitId, reason }: TransferMember): Promise<MemberView> {
    await this.act.run(viewer, async (tx, actor) => {
      const member = await this.access.toChangePresent(tx, actor, id);
      if (member.unit_id === unitId) return null;
      await this.access.toJoin(tx, actor, unitId);
      await moveStay(tx, id, { unitId, reason });
      const details = { from: member.unit_id, to: unitId, reason };
      return { action: 'member.transfer', subjectId: id, details };
    });
    return this.access.view(viewer, id);
  }

  /** The member leaves: signed out at once, while results, history and roles stay as they were. */
  async depart(viewer: Viewer, id: MemberId, { reason }: DepartMember): Promise<MemberView> {
    await this.act.runOnRoles(viewer, async (tx, actor) => {
      const member = await this.access.toChange(tx, actor, id);
      if (member.left_at) return null;
      if (member.id === actor.memberId) fail(notYourself);
      const grants = member.roles.map(({ grant }) => grant);
      if (isWholeAdmin(grants) && !(await hasOtherAdmin(tx, id))) fail(lastAdmin);
      await endStay(tx, id, reason);
      await setLeft(tx, id, true);
      await this.sessions.endAll(tx, id);
      return { action: 'member.depart', subjectId: id, details: { unitId: member.unit_id, reason } };
    });
    return this.access.view(viewer, id);
  }

  /** Back in the unit they left from, with the roles they had. */
  async takeBack(viewer: Viewer, id: MemberId): Promise<MemberView> {
    await this.act.run(viewer, async (tx, actor) => {
      const member = await this.access.toChange(tx, actor, id);
      if (!member.left_at) return null;
      const unit = await lockUnit(tx, member.unit_id, 'share');
      if (unit?.closed_at) fail(unitClosed);
      await setLeft(tx, id, false);
      await beginStay(tx, id, member.unit_id);
      return { action: 'member.take_back', subjectId: id, details: { unitId: member.unit_id } };
    });
    return this.access.view(viewer, id);
  }
}
