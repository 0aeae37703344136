import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { contestNotPublished } from '../../../shared/contest/contest.errors.js';
import type { MissingPeople, UnitProgress } from '../../../shared/contest/standings.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { SharedReadings } from '../../platform/kept/shared-readings.js';
import { ContestActs } from '../round/contest-act.service.js';
import { canEditContest, followedUnits } from '../round/contest.policy.js';
import type { ContestRow } from '../round/contest.queries.js';
import { unitsOf } from './publication.queries.js';
import type { RoundRow } from '../round/round.queries.js';
import { UnitTree } from '../standings/unit-tree.service.js';
import type { Units } from '../standings/unit-tree.rules.js';
import { readMissing, readUnitCounts } from './unit-progress.queries.js';
import { progressBelow, type UnitCounts } from './unit-progress.rules.js';

/** Everybody who follows a round shares its counts; pages ask every 15 seconds. */
const COUNTS = { max: 50, maxAgeMs: 5_000 };

const cursorParts = z.tuple([z.string(), z.uuid()]);

type Published = { contest: ContestRow; round: RoundRow };

/** Who has entered a round and who is still to be reminded, of the people somebody looks after. */
@Injectable()
export class UnitProgressService {
  private readonly counts: SharedReadings<ReadonlyMap<UnitId, UnitCounts>>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ContestActs,
    private readonly tree: UnitTree,
    clock: Clock,
  ) {
    this.counts = new SharedReadings({ clock, ...COUNTS });
  }

  /** The units right below one of those followed, or the topmost of them. */
  async read(viewer: Viewer, roundId: string, below: UnitId | null): Promise<UnitProgress> {
    const { contest, round } = await this.published(viewer, roundId);
    const counts = await this.counts.take(roundId, 0, () =>
      readUnitCounts(this.dataSource, roundId, unitsOf(round.settings.eligibility)),
    );
    const units = await this.tree.read(counts.keys());
    const scope = scopeOf(viewer, units, { contest, round });
    if (below !== null && !scope.has(below)) fail(notFound);
    return { items: progressBelow(units, counts, { scope, below }), next: null };
  }

  /** The unit's own people who have not entered, a page at a time. */
  async missing(
    viewer: Viewer,
    { roundId, unitId }: { roundId: string; unitId: UnitId },
    { cursor, limit }: PageQuery,
  ): Promise<MissingPeople> {
    const held = await this.published(viewer, roundId);
    const units = await this.tree.read([unitId]);
    if (!scopeOf(viewer, units, held).has(unitId)) fail(notFound);
    const place = decodeCursor(cursorParts, cursor);
    const after = place && { name: place[0], id: place[1] };
    const rows = await readMissing(this.dataSource, roundId, { unit: unitId, after, limit: limit + 1 });
    const last = rows[limit - 1];
    return {
      items: rows.slice(0, limit).map((row) => ({ memberId: row.member_id, fullName: row.full_name })),
      next: rows.length > limit && last ? encodeCursor([last.full_name, last.member_id]) : null,
    };
  }

  private async published(viewer: Viewer, roundId: string): Promise<Published> {
    const held = await this.acts.visibleRound(viewer, roundId);
    if (!held.round.frozenAt) fail(contestNotPublished);
    return held;
  }
}

/** The units whose people may enter and whom the viewer looks after. */
function scopeOf(viewer: Viewer, units: Units<UnitId>, { contest, round }: Published): Set<UnitId> {
  const { eligibility } = round.settings;
  const eligible = units.within(eligibility.kind === 'all' ? null : eligibility.unitIds);
  const mine = units.within(canEditContest(viewer, contest) ? null : followedUnits(viewer));
  return new Set([...mine].filter((id) => eligible.has(id)));
}
