import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { contestNotPublished } from '../../../shared/contest/contest.errors.js';
import type { unitProgress } from '../../../shared/contest/standings.schema.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { ContestActs } from '../round/contest-act.service.js';
import { canEditContest, followedUnits } from '../round/contest.policy.js';
import { unitsOf } from './publication.queries.js';
import { readProgress } from '../standings/standings.queries.js';
import { readEligibleMembers } from './unit-progress.queries.js';

export type UnitProgress = z.infer<typeof unitProgress>;

/** Who has entered a round and who is still to be reminded, of the people somebody looks after. */
@Injectable()
export class UnitProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ContestActs,
  ) {}

  async read(viewer: Viewer, roundId: string): Promise<UnitProgress> {
    const { contest, round } = await this.acts.visibleRound(viewer, roundId);
    if (!round.frozenAt) fail(contestNotPublished);
    const within: readonly UnitId[] | null = canEditContest(viewer, contest) ? null : followedUnits(viewer);
    const members = await readEligibleMembers(this.dataSource, within, unitsOf(round.settings.eligibility));
    const rows = await readProgress(this.dataSource, roundId, members);
    return {
      items: rows.map((row) => ({
        memberId: row.member_id,
        fullName: row.full_name,
        unit: row.unit_name,
        state: row.state,
      })),
      next: null,
    };
  }
}
