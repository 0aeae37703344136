import type { UnitView } from '../../shared/account/account.schema.js';
import type { Viewer } from '../../shared/kernel/viewer.js';
import { canAdministerUnit, canBrowseMembers } from './account.policy.js';
import type { UnitRow } from './unit.queries.js';

/** Everybody sees which units there are; who belongs to them is for those who may browse members. */
export function presentUnit(row: UnitRow, viewer: Viewer): UnitView {
  const browses = canBrowseMembers.allows(viewer);
  return {
    id: row.id,
    name: row.name,
    parentId: row.parent_id,
    depth: row.path.length - 1,
    headCount: row.head_count,
    memberCount: browses ? row.member_count : null,
    coordinators: browses ? row.coordinators : [],
    closedAt: row.closed_at?.toISOString() ?? null,
    can: { edit: canAdministerUnit(viewer, row.path) },
  };
}
