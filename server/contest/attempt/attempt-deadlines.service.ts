import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId, deadlineMove, type AttemptId } from '../../../shared/contest/attempt.schema.js';
import type { CountingRule, Visibility } from '../../../shared/contest/contest.schema.js';
import { memberId, type MemberId } from '../../../shared/kernel/ids.js';
import { instant } from '../../../shared/kernel/time.js';
import { defineEvent } from '../../platform/outbox/event.js';
import { Outbox } from '../../platform/outbox/outbox.service.js';
import { acceptsUntil, deadlineOf, reopenedUntil } from '../round/deadline.rules.js';
import { setAnswersVisible, type RoundRow } from '../round/round.queries.js';
import { keptBehind, shown, type ShownRound } from '../round/round-visibility.rules.js';
import { dropResults, refreshResults } from './closing.queries.js';
import {
  lockEnded,
  lockRunning,
  writeDeadlines,
  writeReopened,
  type Move,
} from './running-attempt.queries.js';

/** The deadline of an attempt moved: it runs, perhaps again. */
export const attemptDeadline = defineEvent(
  'attempt.deadline',
  z.object({ attemptId, memberId, deadlineAt: instant, moved: deadlineMove }),
);

export type TimedRound = ShownRound & {
  id: string;
  durationMinutes: number;
  counting: CountingRule;
  answersVisible: Visibility;
  allCounted: boolean;
};
type Timed = { id: AttemptId; memberId: MemberId; deadlineAt: Date };
/** Of one member, or since an instant; all when neither is given. */
export type Hit = { member?: string; since?: Date };

/**
 * Moves the deadlines of attempts, and what waits for the last of them, when the organiser gives more time. What the
 * server has ended runs again where that helps, unless its contestant has seen the key by then.
 */
@Injectable()
export class AttemptDeadlines {
  constructor(private readonly outbox: Outbox) {}

  /** Works the deadlines out anew, of one member when given; how many changed. Nobody loses time by it. */
  async raise(
    tx: EntityManager,
    round: TimedRound,
    { move, member }: { move: Move; member?: string },
  ): Promise<number> {
    const running = await lockRunning(tx, round.id, member);
    const raised = running
      .map((attempt) => ({
        ...attempt,
        before: attempt.deadlineAt,
        deadlineAt: deadlineOf({ ...round, ...attempt }),
      }))
      .filter(({ before, deadlineAt }) => deadlineAt > before);
    await this.move(tx, raised, { move, graceMs: round.graceMs });
    const ended = (await lockEnded(tx, round.id, { member }))
      .map((attempt) => ({ ...attempt, deadlineAt: deadlineOf({ ...round, ...attempt }) }))
      .filter((attempt) => mayGoOn(round, attempt, move.at));
    await this.reopen(tx, round, { ended, move });
    return raised.length + ended.length;
  }

  /** Has what the server ended go on for so many minutes; until when, and how many it could not help. */
  async reopenFor(
    tx: EntityManager,
    round: TimedRound,
    { hit, minutes, move }: { hit: Hit; minutes: number; move: Move },
  ): Promise<{ reopened: number; left: number; until: Date | null; keySeen: boolean }> {
    await lockRunning(tx, round.id, hit.member);
    const all = await lockEnded(tx, round.id, hit);
    const ended = all
      .map((attempt) => ({
        ...attempt,
        deadlineAt: reopenedUntil({ ...round, ...attempt }, minutes, move.at),
      }))
      .filter((attempt) => mayGoOn(round, attempt, move.at));
    await this.reopen(tx, round, { ended, move });
    const until = ended.map(({ deadlineAt }) => deadlineAt.getTime());
    return {
      reopened: ended.length,
      left: all.length - ended.length,
      until: until.length > 0 ? new Date(Math.max(...until)) : null,
      keySeen: all.some(({ submittedAt }) => hasSeenKey(round, submittedAt, move.at)),
    };
  }

  /** Everything that is running ends now, without a grace; the next sweep closes it. */
  async end(tx: EntityManager, roundId: string, move: Move): Promise<void> {
    const running = await lockRunning(tx, roundId);
    const cut = running
      .filter(({ deadlineAt }) => deadlineAt > move.at)
      .map((attempt) => ({ ...attempt, deadlineAt: move.at }));
    await this.move(tx, cut, { move, graceMs: 0 });
  }

  /** Nobody sees the key while somebody may still answer because the round goes on for longer than was planned. */
  async keepAnswersBehind(
    tx: EntityManager,
    round: RoundRow & ShownRound,
    longer: Partial<ShownRound>,
  ): Promise<void> {
    const { answersVisible } = round.settings;
    const kept = keptBehind(answersVisible, { before: round, after: { ...round, ...longer } });
    if (kept !== answersVisible) await setAnswersVisible(tx, round.id, kept);
  }

  private async reopen(
    tx: EntityManager,
    round: TimedRound,
    { ended, move }: { ended: readonly (Timed & { entryId: string })[]; move: Move },
  ): Promise<void> {
    if (ended.length === 0) return;
    const ids = ended.map(({ id }) => id);
    await writeReopened(tx, ids, move.at);
    await this.move(tx, ended, { move, graceMs: round.graceMs });
    await refreshResults(
      tx,
      round,
      ended.map(({ entryId }) => entryId),
    );
    await dropResults(tx, ids);
  }

  private async move(
    tx: EntityManager,
    moved: readonly Timed[],
    { move, graceMs }: { move: Move; graceMs: number },
  ): Promise<void> {
    if (moved.length === 0) return;
    await writeDeadlines(
      tx,
      moved.map(({ id, deadlineAt }) => ({
        id,
        deadlineAt,
        acceptsUntil: acceptsUntil(deadlineAt, graceMs),
      })),
      move,
    );
    const told = { by: move.by, reason: move.reason, at: move.at.toISOString() };
    await this.outbox.add(
      tx,
      attemptDeadline,
      moved.map(({ id, memberId: whose, deadlineAt }) => ({
        attemptId: id,
        memberId: whose,
        deadlineAt: deadlineAt.toISOString(),
        moved: told,
      })),
    );
  }
}

function mayGoOn(
  round: TimedRound,
  { deadlineAt, submittedAt }: { deadlineAt: Date; submittedAt: Date },
  now: Date,
): boolean {
  return deadlineAt > now && !hasSeenKey(round, submittedAt, now);
}

function hasSeenKey(round: TimedRound, submittedAt: Date, now: Date): boolean {
  return shown(round.answersVisible, { ...round, submittedAt }, now).now;
}
