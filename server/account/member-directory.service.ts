import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MemberId, UnitId } from '../../shared/kernel/ids.js';
import { readMembersOfUnits, readProfiles, type MemberProfile } from './member-directory.queries.js';
import { readUnits } from './unit.queries.js';

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

  /** Names and units by member; unknown ids are left out. */
  async profiles(ids: readonly string[]): Promise<ReadonlyMap<string, MemberProfile>> {
    const profiles = await readProfiles(this.dataSource, ids);
    return new Map(profiles.map((profile) => [profile.memberId, profile]));
  }
}
