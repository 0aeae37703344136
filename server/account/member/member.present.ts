import type { MemberRow, MemberView } from '../../../shared/account/account.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { canAdministerMember, canMakeSlip } from '../account.policy.js';
import type { MemberDetails, MemberListRow, StayRow } from './member.queries.js';

export function presentMemberRow(row: Omit<MemberListRow, 'rank'>): MemberRow {
  return {
    id: row.id,
    fullName: row.full_name,
    code: row.code,
    email: row.email,
    unit: { id: row.unit_id, name: row.unit_name },
    roles: row.roles,
    leftAt: row.left_at?.toISOString() ?? null,
  };
}

export function presentMember(member: MemberDetails, stays: readonly StayRow[], viewer: Viewer): MemberView {
  const held = { unitPath: member.unit_path, roles: member.roles };
  const mayEdit = canAdministerMember(viewer, held);
  return {
    ...presentMemberRow({ ...member, roles: member.roles.map(({ grant }) => grant) }),
    history: stays.map((stay) => ({
      unit: { id: stay.unit_id, name: stay.unit_name },
      from: stay.from_at.toISOString(),
      until: stay.until_at?.toISOString() ?? null,
      reason: stay.reason,
    })),
    can: {
      edit: mayEdit,
      setRoles: mayEdit,
      makeSlip: member.left_at === null && canMakeSlip(viewer, held),
    },
  };
}
