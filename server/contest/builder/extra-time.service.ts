import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  answersShown,
  attemptRunning,
  attemptSubmittedByMember,
  contestNotPublished,
  extraTimeUseless,
  nothingToReopen,
  roundClosed,
} from '../../../shared/contest/contest.errors.js';
import type {
  extraTime,
  extraTimeList,
  ReopenAttempts,
  ReopenedAttempts,
} from '../../../shared/contest/contest.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { AttemptDeadlines, type Hit, type TimedRound } from '../attempt/attempt-deadlines.service.js';
import { ContestActs, type Held } from '../round/contest-act.service.js';
import { settledAt, startOf } from '../round/deadline.rules.js';
import type { RoundRow } from '../round/round.queries.js';
import type { ShownRound } from '../round/round-visibility.rules.js';
import {
  countAttempts,
  readExtraTime,
  readLastAttempt,
  readMinutes,
  writeExtraTime,
} from './extra-time.queries.js';
import { lockRunning } from '../attempt/running-attempt.queries.js';
import { UnitTree } from '../standings/unit-tree.service.js';

export type ExtraTime = z.infer<typeof extraTime>;
export type ExtraTimeList = z.infer<typeof extraTimeList>;

/**
 * Minutes that single people get on top, in a published round, and second chances for whom the server cut off; a running
 * attempt has them at once.
 */
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

  /**
   * Time somebody counts on is not taken back while the attempt runs. Minutes that can change nothing any more are refused
   * rather than written down.
   */
  async grant(
    viewer: Viewer,
    { roundId, memberId }: { roundId: string; memberId: string },
    { minutes, reason }: ExtraTime,
  ): Promise<ExtraTimeList> {
    await this.acts.runOnRound(viewer, roundId, async (tx, held) => {
      const round = this.openRound(held);
      const now = this.clock.now();
      const before = (await readMinutes(tx, roundId, memberId)) ?? fail(notFound);
      const [running] = await lockRunning(tx, roundId, memberId);
      if (running && minutes < before) fail(attemptRunning, { attemptId: running.id });
      await writeExtraTime(tx, { roundId, memberId, minutes, reason, grantedBy: viewer.memberId, at: now });
      const longestExtraMinutes = Math.max(round.longestExtraMinutes, minutes);
      await this.deadlines.keepAnswersBehind(tx, round, { longestExtraMinutes });
      const move = { by: 'extra_time', reason, at: now } as const;
      const moved = await this.deadlines.raise(tx, timed(round), { move, member: memberId });
      if (minutes > before && moved === 0 && !running) {
        const started = await countAttempts(tx, roundId, memberId);
        const mayStart = startOf(round, minutes, now) !== 'closed' && hasLeft(round, started);
        if (!mayStart) fail(extraTimeUseless);
      }
      return {
        action: 'round.extra_time',
        subjectId: roundId,
        details: { memberId, from: before, to: minutes, reason },
      };
    });
    return this.list(viewer, roundId);
  }

  /** Has what the server ended go on, for one person or for all whom an outage hit. Says so when nobody is helped. */
  async reopen(
    viewer: Viewer,
    roundId: string,
    { whom, minutes, reason }: ReopenAttempts,
  ): Promise<ReopenedAttempts> {
    let done: ReopenedAttempts | undefined;
    await this.acts.runOnRound(viewer, roundId, async (tx, held) => {
      const round = this.openRound(held);
      const now = this.clock.now();
      const isMember = whom.kind === 'member';
      const hit: Hit = isMember ? { member: whom.memberId } : { since: new Date(whom.since) };
      if (isMember) await this.refuseOthers(tx, roundId, whom.memberId);
      const move = { by: 'reopened', reason, at: now } as const;
      const { until, keySeen, ...counts } = await this.deadlines.reopenFor(tx, timed(round), {
        hit,
        minutes,
        move,
      });
      if (!until) return fail(keySeen ? answersShown : counts.left > 0 ? roundClosed : nothingToReopen);
      done = { ...counts, until: until.toISOString() };
      return { action: 'round.reopen', subjectId: roundId, details: { whom, minutes, reason, ...done } };
    });
    return done ?? fail(nothingToReopen);
  }

  /** Somebody who is at it, or has submitted, has nothing to be reopened. */
  private async refuseOthers(tx: EntityManager, roundId: string, memberId: string): Promise<void> {
    if ((await readMinutes(tx, roundId, memberId)) === null) fail(notFound);
    const last = await readLastAttempt(tx, roundId, memberId);
    if (last?.state === 'running') fail(attemptRunning, { attemptId: last.id });
    if (last?.closedBy === 'member') fail(attemptSubmittedByMember);
  }

  /** A published round in which something can still count. */
  private openRound({
    contest,
    round,
  }: Held & { round: RoundRow }): RoundRow & ShownRound & { opensAt: Date } {
    const { opensAt, closesAt } = round;
    if (contest.state !== 'published' || !opensAt || !closesAt) return fail(contestNotPublished);
    if (settledAt({ ...round, closesAt }) <= this.clock.now()) fail(roundClosed);
    return { ...round, opensAt, closesAt };
  }
}

const timed = (round: RoundRow & ShownRound): TimedRound => ({
  ...round,
  ...round.settings,
  closesAt: round.closesAt,
});

const hasLeft = ({ settings }: RoundRow, started: number): boolean =>
  settings.attemptsAllowed === null || started < settings.attemptsAllowed;
