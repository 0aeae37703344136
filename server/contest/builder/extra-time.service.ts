import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { attemptRunning, contestNotPublished, roundClosed } from '../../../shared/contest/contest.errors.js';
import type { extraTime, extraTimeList } from '../../../shared/contest/contest.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { AttemptDeadlines } from '../attempt/attempt-deadlines.service.js';
import { ContestActs } from '../round/contest-act.service.js';
import { settledAt } from '../round/deadline.rules.js';
import { readExtraTime, readMinutes, writeExtraTime } from './extra-time.queries.js';
import { lockRunning } from '../attempt/running-attempt.queries.js';
import { UnitTree } from '../standings/unit-tree.service.js';

export type ExtraTime = z.infer<typeof extraTime>;
export type ExtraTimeList = z.infer<typeof extraTimeList>;

/** Minutes that single people get on top, in a published round; a running attempt has them at once. */
@Injectable()
export class ExtraTimeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly acts: ContestActs,
    private readonly deadlines: AttemptDeadlines,
    private readonly tree: UnitTree,
  ) {}

  async list(viewer: Viewer, roundId: string): Promise<ExtraTimeList> {
    await this.acts.editableRound(viewer, roundId);
    const rows = await readExtraTime(this.dataSource, roundId);
    const tree = await this.tree.read(rows.map(({ unitId }) => unitId));
    return { items: rows.map(({ unitId, ...row }) => ({ ...row, unit: tree.labelOf(unitId) })), next: null };
  }

  /** Time somebody counts on is not taken back while the attempt runs. */
  async grant(
    viewer: Viewer,
    { roundId, memberId }: { roundId: string; memberId: string },
    { minutes, reason }: ExtraTime,
  ): Promise<ExtraTimeList> {
    await this.acts.runOnRound(viewer, roundId, async (tx, { contest, round }) => {
      const { closesAt } = round;
      const now = this.clock.now();
      if (contest.state !== 'published' || !closesAt) return fail(contestNotPublished);
      if (settledAt({ ...round, closesAt }) <= now) fail(roundClosed);
      const before = (await readMinutes(tx, roundId, memberId)) ?? fail(notFound);
      const [running] = await lockRunning(tx, roundId, memberId);
      if (running && minutes < before) fail(attemptRunning, { attemptId: running.id });
      await writeExtraTime(tx, { roundId, memberId, minutes, reason, grantedBy: viewer.memberId, at: now });
      const longestExtraMinutes = Math.max(round.longestExtraMinutes, minutes);
      await this.deadlines.keepAnswersBehind(tx, { ...round, closesAt }, { longestExtraMinutes });
      await this.deadlines.raise(tx, { ...round, ...round.settings, closesAt }, memberId);
      return {
        action: 'round.extra_time',
        subjectId: roundId,
        details: { memberId, from: before, to: minutes, reason },
      };
    });
    return this.list(viewer, roundId);
  }
}
