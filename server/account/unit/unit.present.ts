import type { UnitView } from '../../../shared/account/account.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { canAdministerUnit, canSeeMember } from '../account.policy.js';
import type { UnitRow } from './unit.queries.js';

/** Everybody sees which units there are; who belongs to one is for those who see its members. */
export function presentUnit(row: UnitRow, viewer: Viewer): UnitView {
  const sees = canSeeMember(viewer, row.path);
  return {
    id: row.id,
    name: row.name,
    parentId: row.parent_id,
    depth: row.path.length - 1,
    headCount: row.head_count,
    memberCount: sees ? row.member_count : null,
    coordinators: sees ? row.coordinators : [],
    closedAt: row.closed_at?.toISOString() ?? null,
    can: { edit: canAdministerUnit(viewer, row.path) },
  };
}
