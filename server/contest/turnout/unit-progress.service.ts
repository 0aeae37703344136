import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { contestNotPublished } from '../../../shared/contest/contest.errors.js';
import type { MissingPeople, UnitProgress } from '../../../shared/contest/standings.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { UnitId } from '../../../shared/kernel/ids.js';
import type { PageQuery } from '../../../shared/kernel/page.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { ContestActs } from '../round/contest-act.service.js';
import type { ContestRow } from '../round/contest.queries.js';
import type { RoundRow } from '../round/round.queries.js';
import { UnitTree } from '../standings/unit-tree.service.js';
import { TurnoutCounts } from './turnout-counts.service.js';
import { scopeOf } from './turnout-scope.rules.js';
import { readMissing } from './unit-progress.queries.js';
import { progressBelow } from './unit-progress.rules.js';

const cursorParts = z.tuple([z.string(), z.string(), z.uuid()]);

type Published = { contest: ContestRow; round: RoundRow };

/** Who has entered a round and who is still to be reminded, of the people somebody looks after. */
@Injectable()
export class UnitProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: ContestActs,
    private readonly tree: UnitTree,
    private readonly counts: TurnoutCounts,
  ) {}

  /** The units right below one of those followed, or the topmost of them. */
  async read(viewer: Viewer, roundId: string, below: UnitId | null): Promise<UnitProgress> {
    const { contest, round } = await this.published(viewer, roundId);
    const units = await this.tree.read(below === null ? [] : [below]);
    const scope = scopeOf(viewer, units, { ...contest, ...round.settings });
    if (below !== null && !scope.has(below)) fail(notFound);
    const counts = await this.counts.of(roundId, scope);
    return { items: progressBelow(units, counts, { scope, below }), next: null };
  }

  /** The unit's own people who have not entered, a page at a time. */
  async missing(
    viewer: Viewer,
    { roundId, unitId }: { roundId: string; unitId: UnitId },
    { cursor, limit }: PageQuery,
  ): Promise<MissingPeople> {
    const { contest, round } = await this.published(viewer, roundId);
    const units = await this.tree.read([unitId]);
    if (!scopeOf(viewer, units, { ...contest, ...round.settings }).has(unitId)) fail(notFound);
    const place = decodeCursor(cursorParts, cursor);
    const after = place && { given: place[0], name: place[1], id: place[2] };
    const rows = await readMissing(this.dataSource, roundId, { unit: unitId, after, limit: limit + 1 });
    const last = rows[limit - 1];
    return {
      items: rows.slice(0, limit).map((row) => ({ memberId: row.member_id, fullName: row.full_name })),
      next:
        rows.length > limit && last ? encodeCursor([last.given_name, last.full_name, last.member_id]) : null,
    };
  }

  private async published(viewer: Viewer, roundId: string): Promise<Published> {
    const held = await this.acts.visibleRound(viewer, roundId);
    if (!held.round.frozenAt) fail(contestNotPublished);
    return held;
  }
}
