import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../../platform/database/sql.js';
import type { MemberId, UnitId } from '../../../shared/kernel/ids.js';
import { readMembersOfUnits, readNames, searchNames, type FoundMember } from './member-directory.queries.js';
import { isWholeAdmin } from '../role.queries.js';
import { readUnits } from '../unit/unit.queries.js';

export type Name = { name: string; unit: string };

/** What other features may know about units and who belongs to them, without asking who wants to know. */
@Injectable()
export class MemberDirectory {
  constructor(private readonly dataSource: DataSource) {}

  /** Root → unit, by unit; closed units too, for results keep pointing at them. */
  async unitPaths(): Promise<ReadonlyMap<UnitId, readonly UnitId[]>> {
    const units = await readUnits(this.dataSource);
    return new Map(units.map(({ id, path }) => [id, path]));
  }

  /** The open units' own counts of their people, each without the units below it. */
  async headCounts(): Promise<ReadonlyMap<UnitId, number>> {
    const units = await readUnits(this.dataSource);
    return new Map(units.filter((unit) => !unit.closed_at).map(({ id, head_count }) => [id, head_count]));
  }

  /** Members who belong now to the units or to any below them. */
  membersOfUnits(unitIds: readonly UnitId[]): Promise<{ memberId: MemberId; unitId: UnitId }[]> {
    return readMembersOfUnits(this.dataSource, unitIds);
  }

  /** Names and units by member, also of those who left; unknown ids are left out. */
  async names(ids: readonly string[], sql: Sql = this.dataSource): Promise<ReadonlyMap<string, Name>> {
    const rows = await readNames(sql, ids);
    return new Map(rows.map(({ id, name, unit }) => [id, { name, unit }]));
  }

  /** Whether somebody administers the whole organisation. */
  isAdministrator(id: string): Promise<boolean> {
    return isWholeAdmin(this.dataSource, id);
  }

  /** Members who are here now, by parts of their name or their code, without accents and case; the best found first. */
  search(q: string, limit: number): Promise<FoundMember[]> {
    return searchNames(this.dataSource, q, limit);
  }
}
