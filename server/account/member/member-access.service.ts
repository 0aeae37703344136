import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { memberLeft, unitClosed } from '../../../shared/account/account.errors.js';
import type { MemberView } from '../../../shared/account/account.schema.js';
import { forbidden, invalidInput, notFound } from '../../../shared/kernel/failure.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { canAdministerMember, canAdministerUnit, canMakeSlip, canSeeMember } from '../account.policy.js';
import { presentMember } from './member.present.js';
import { lockMember, readMember, readStays, type MemberDetails } from './member.queries.js';
import { readUnitPath } from '../unit/unit-path.queries.js';
import { lockUnit } from '../unit/unit.queries.js';

/** Which members and units somebody reaches, and with what right. */
@Injectable()
export class MemberAccess {
  constructor(private readonly dataSource: DataSource) {}

  /** A member as the viewer sees them; one out of sight is answered like one who does not exist. */
  async view(viewer: Viewer, id: string): Promise<MemberView> {
    const member = await readMember(this.dataSource, id);
    if (!member || !canSeeMember(viewer, member.unit_path)) return fail(notFound);
    return presentMember(member, await readStays(this.dataSource, id), viewer);
  }

  /** The member, held for this transaction, whom the viewer may change. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<MemberDetails> {
    await lockMember(tx, id);
    const member = await readMember(tx, id);
    if (!member || !canSeeMember(viewer, member.unit_path)) return fail(notFound);
    const may = canAdministerMember(viewer, { unitPath: member.unit_path, roles: member.roles });
    return may ? member : fail(forbidden);
  }

  /** As `toChange`, of a member who is still here. */
  async toChangePresent(tx: EntityManager, viewer: Viewer, id: string): Promise<MemberDetails> {
    const member = await this.toChange(tx, viewer, id);
    return member.left_at ? fail(memberLeft) : member;
  }

  /** The member, held for this transaction, whom the viewer may let in by a slip. */
  async toLetIn(tx: EntityManager, viewer: Viewer, id: string): Promise<MemberDetails> {
    await lockMember(tx, id);
    const member = await readMember(tx, id);
    if (!member || !canSeeMember(viewer, member.unit_path)) return fail(notFound);
    if (!canMakeSlip(viewer, { unitPath: member.unit_path, roles: member.roles })) return fail(forbidden);
    return member.left_at ? fail(memberLeft) : member;
  }

  /** Lets a member into a unit within the viewer's reach, which stays open for this transaction. */
  async toJoin(tx: EntityManager, viewer: Viewer, unitId: UnitId): Promise<void> {
    const unit = await lockUnit(tx, unitId, 'share');
    const path = unit && (await readUnitPath(tx, unitId));
    if (!path) return fail(invalidInput, { unitId: 'unknown' });
    if (!canAdministerUnit(viewer, path)) fail(forbidden);
    if (unit.closed_at) fail(unitClosed);
  }
}
