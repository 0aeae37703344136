import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { unitCircle, unitClosed, unitHasMembers } from '../../../shared/account/account.errors.js';
import type { UnitTree, UnitView, WriteUnit } from '../../../shared/account/account.schema.js';
import { forbidden, invalidInput, notFound } from '../../../shared/kernel/failure.js';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { newId } from '../../platform/ids.js';
import { canAdministerUnit, canSeeMember } from '../account.policy.js';
import { PrivilegedAct } from '../privileged-act.service.js';
import { readUnitPath } from './unit-path.queries.js';
import {
  insertUnit,
  isInUse,
  lockTree,
  lockUnit,
  readUnits,
  setClosed,
  updateUnit,
  type UnitRow,
} from './unit.queries.js';

@Injectable()
export class UnitService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly act: PrivilegedAct,
  ) {}

  async tree(viewer: Viewer): Promise<UnitTree> {
    const rows = await readUnits(this.dataSource);
    return { items: rows.map((row) => presentUnit(row, viewer)), next: null };
  }

  async create(viewer: Viewer, unit: WriteUnit): Promise<UnitView> {
    const id = newId(unitId);
    await this.act.run(viewer, async (tx, actor) => {
      await lockTree(tx);
      await this.allowUnder(tx, actor, unit.parentId);
      await insertUnit(tx, id, unit);
      return { action: 'unit.create', subjectId: id, details: unit };
    });
    return this.one(viewer, id);
  }

  async edit(viewer: Viewer, id: UnitId, unit: WriteUnit): Promise<UnitView> {
    await this.act.run(viewer, async (tx, actor) => {
      await lockTree(tx);
      const before = await this.toEdit(tx, actor, id);
      if (before.closed_at) fail(unitClosed);
      if (unit.parentId !== before.parent_id) {
        const parentPath = await this.allowUnder(tx, actor, unit.parentId);
        if (parentPath.includes(id)) fail(unitCircle);
      }
      await updateUnit(tx, id, unit);
      const from = { name: before.name, parentId: before.parent_id, headCount: before.head_count };
      return { action: 'unit.edit', subjectId: id, details: { from, to: unit } };
    });
    return this.one(viewer, id);
  }

  async close(viewer: Viewer, id: UnitId): Promise<UnitView> {
    await this.act.run(viewer, async (tx, actor) => {
      await lockTree(tx);
      const { closed_at } = await this.toEdit(tx, actor, id);
      if (closed_at) return null;
      if (await isInUse(tx, id)) fail(unitHasMembers);
      await setClosed(tx, id, true);
      return { action: 'unit.close', subjectId: id };
    });
    return this.one(viewer, id);
  }

  async reopen(viewer: Viewer, id: UnitId): Promise<UnitView> {
    await this.act.run(viewer, async (tx, actor) => {
      await lockTree(tx);
      const { closed_at, parent_id } = await this.toEdit(tx, actor, id);
      if (!closed_at) return null;
      const parent = parent_id && (await lockUnit(tx, parent_id, 'share'));
      if (parent && parent.closed_at) fail(unitClosed);
      await setClosed(tx, id, false);
      return { action: 'unit.reopen', subjectId: id };
    });
    return this.one(viewer, id);
  }

  /** The unit as the viewer sees it. */
  async one(viewer: Viewer, id: UnitId): Promise<UnitView> {
    const { items } = await this.tree(viewer);
    return items.find((unit) => unit.id === id) ?? fail(notFound);
  }

  private async toEdit(tx: EntityManager, viewer: Viewer, id: UnitId) {
    const unit = (await lockUnit(tx, id, 'update')) ?? fail(notFound);
    if (!canAdministerUnit(viewer, (await readUnitPath(tx, id)) ?? [])) fail(forbidden);
    return unit;
  }

  /** Lets a unit stand below an open parent within the viewer's reach; returns the parent's path, empty for none. */
  private async allowUnder(
    tx: EntityManager,
    viewer: Viewer,
    parentId: UnitId | null,
  ): Promise<readonly UnitId[]> {
    const path = parentId === null ? [] : await readUnitPath(tx, parentId);
    if (path === null) return fail(invalidInput, { parentId: 'unknown' });
    if (!canAdministerUnit(viewer, path)) fail(forbidden);
    const parent = parentId && (await lockUnit(tx, parentId, 'share'));
    if (parent && parent.closed_at) fail(unitClosed);
    return path;
  }
}

/** Everybody sees which units there are; who belongs to one is for those who see its members. */
function presentUnit(row: UnitRow, viewer: Viewer): UnitView {
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
