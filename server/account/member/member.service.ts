import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  CreateMember,
  EditMember,
  MemberPage,
  MemberQuery,
  MemberView,
  SetPassword,
} from '../../../shared/account/account.schema.js';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { newId } from '../../platform/ids.js';
import { MEMBERS_SEEN_BY, reachOf } from '../account.policy.js';
import { MemberAccess } from './member-access.service.js';
import { givePassword, insertMember, updateMember } from './member-write.queries.js';
import { presentMemberRow } from './member.present.js';
import { countMembers, memberPlace, readMembers } from './member.queries.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { Passwords } from '../session/passwords.service.js';
import { SessionService } from '../session/session.service.js';

@Injectable()
export class MemberService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: MemberAccess,
    private readonly act: PrivilegedAct,
    private readonly sessions: SessionService,
    private readonly passwords: Passwords,
  ) {}

  async list(viewer: Viewer, { cursor, limit, ...filters }: MemberQuery): Promise<MemberPage> {
    const filter = { ...filters, reach: reachOf(viewer, MEMBERS_SEEN_BY) };
    const after = decodeCursor(memberPlace, cursor);
    const [rows, total] = await Promise.all([
      readMembers(this.dataSource, filter, { after, limit: limit + 1 }),
      countMembers(this.dataSource, filter),
    ]);
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const next = last ? encodeCursor({ rank: last.rank, name: last.full_name, id: last.id }) : null;
    return { items: items.map(presentMemberRow), next, total };
  }

  async create(viewer: Viewer, { password, ...member }: CreateMember): Promise<MemberView> {
    const id = newId(memberId);
    const passwordHash = password === null ? null : await this.passwords.hash(password);
    await this.act.run(viewer, async (tx, actor) => {
      await this.access.toJoin(tx, actor, member.unitId);
      const givenBy = passwordHash === null ? null : actor.memberId;
      await insertMember(tx, id, { ...member, passwordHash, givenBy });
      return { action: 'member.create', subjectId: id, details: member };
    });
    return this.access.view(viewer, id);
  }

  async edit(viewer: Viewer, id: MemberId, member: EditMember): Promise<MemberView> {
    await this.act.run(viewer, async (tx, actor) => {
      const before = await this.access.toChange(tx, actor, id);
      await updateMember(tx, { id, authUserId: before.auth_user_id }, member);
      const from = { fullName: before.full_name, code: before.code, email: before.email };
      return { action: 'member.edit', subjectId: id, details: { from, to: member } };
    });
    return this.access.view(viewer, id);
  }

  /** A new password by an administrator, until the member sets their own; whoever knew the old one is signed out everywhere. */
  async setPassword(viewer: Viewer, id: MemberId, { password }: SetPassword): Promise<void> {
    const hash = await this.passwords.hash(password);
    await this.act.run(viewer, async (tx, actor) => {
      const member = await this.access.toChangePresent(tx, actor, id);
      await givePassword(tx, { id, authUserId: member.auth_user_id }, { hash, givenBy: actor.memberId });
      await this.sessions.endAll(tx, id);
      return { action: 'member.set_password', subjectId: id };
    });
  }
}
