import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import { instant } from '../../../shared/kernel/time.js';
import { defineEvent } from '../../platform/outbox/event.js';
import { Outbox } from '../../platform/outbox/outbox.service.js';
import { acceptsUntil, deadlineOf } from '../round/deadline.rules.js';
import { setAnswersVisible, type RoundRow } from '../round/round.queries.js';
import { keptBehind, type ShownRound } from '../round/round-visibility.rules.js';
import { lockRunning, writeDeadlines, type RunningAttempt } from './running-attempt.queries.js';

/** The deadline of a running attempt moved. */
export const attemptDeadline = defineEvent(
  'attempt.deadline',
  z.object({ attemptId, memberId, deadlineAt: instant }),
);

export type TimedRound = { id: string; closesAt: Date; durationMinutes: number; graceMs: number };
type Moved = { attempt: RunningAttempt; deadlineAt: Date };

/** Moves the deadlines of running attempts, and what waits for the last of them, when the organiser gives more time. */
@Injectable()
export class AttemptDeadlines {
  constructor(private readonly outbox: Outbox) {}

  /** Works the deadlines out anew, of one member when given. Nobody loses time by it. */
  async raise(tx: EntityManager, round: TimedRound, memberId?: string): Promise<void> {
    const running = await lockRunning(tx, round.id, memberId);
    const raised = running
      .map((attempt): Moved => ({ attempt, deadlineAt: deadlineOf({ ...round, ...attempt }) }))
      .filter(({ attempt, deadlineAt }) => deadlineAt > attempt.deadlineAt);
    await this.move(tx, raised, round.graceMs);
  }

  /** Everything that is running ends at `now`, without a grace; the next sweep closes it. */
  async end(tx: EntityManager, roundId: string, now: Date): Promise<void> {
    const running = await lockRunning(tx, roundId);
    const cut = running
      .filter(({ deadlineAt }) => deadlineAt > now)
      .map((attempt): Moved => ({ attempt, deadlineAt: now }));
    await this.move(tx, cut, 0);
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

  private async move(tx: EntityManager, moved: readonly Moved[], graceMs: number): Promise<void> {
    await writeDeadlines(
      tx,
      moved.map(({ attempt: { id }, deadlineAt }) => ({
        id,
        deadlineAt,
        acceptsUntil: acceptsUntil(deadlineAt, graceMs),
      })),
    );
    await this.outbox.add(
      tx,
      attemptDeadline,
      moved.map(({ attempt, deadlineAt }) => ({
        attemptId: attempt.id,
        memberId: attempt.memberId,
        deadlineAt: deadlineAt.toISOString(),
      })),
    );
  }
}
