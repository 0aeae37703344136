import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import { roundId } from '../../../shared/contest/contest.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import type { QuestionVersionId } from '../../../shared/question-bank/question.schema.js';
import { GradingService } from '../../question-bank/grading/grading.service.js';
import { Clock } from '../../platform/clock.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { defineEvent } from '../../platform/outbox/event.js';
import { Outbox } from '../../platform/outbox/outbox.service.js';
import {
  findOverdueRounds,
  lockAttempts,
  lockOverdue,
  readGivenResponses,
  refreshResults,
  writeClosed,
  type ClosedAttempt,
  type GivenResponse,
  type GradedResponse,
  type LockedAttempt,
} from './closing.queries.js';
import { timeUsedMs } from '../round/deadline.rules.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds, type FrozenPool } from '../round/frozen-round.service.js';
import { possibleResponses } from './response.rules.js';

/** An attempt ended, by its member or by the server, and is graded. */
export const attemptSubmitted = defineEvent('attempt.submitted', z.object({ attemptId, memberId, roundId }));

/** As many as a transaction closes in a fraction of a second: submissions of the round wait for it. */
const BATCH = 1_000;
/** So many batches of a round, one after the other, before the next round has its turn. */
const BATCHES_IN_TURN = 4;
/** Longer than a statement may take: what arrived in time is committed or refused before the server closes. */
const CLOSING_MARGIN_MS = 2_000;

type ClosingLimits = { overdueAt: Date; untilMs: number };
type Closing = { by: 'member' | 'server'; submittedAt: Date };
/** Every response that can be chosen, with what it earns, and the questions whose answers have to be looked at first. */
type PoolKey = { chosen: GradedResponse[]; written: QuestionVersionId[] };
type Ended = { attempt: LockedAttempt; closing: Closing };
/** `submittedAt` null: not ended, but graded again. */
type Request = { round: FrozenRound; attemptId: string; submittedAt: Date | null };

/** Ends attempts: grades from the committed rows, decides which attempt counts, and tells the outbox. */
@Injectable()
export class AttemptClosing {
  /** The sums of a round let one transaction through at a time, so those that come together share one. */
  private readonly requests = new BatchWriter<Request, void>({
    flush: (requests) => this.closeTogether(requests),
    maxRows: 250,
    maxInFlight: 1,
  });

  private readonly keys = new WeakMap<FrozenPool, PoolKey>();

  constructor(
    private readonly saving: SavingDataSource,
    private readonly clock: Clock,
    private readonly rounds: FrozenRounds,
    private readonly grading: GradingService,
    private readonly outbox: Outbox,
  ) {}

  /** Submits one running attempt; one that is over stays as it is. */
  submit(round: FrozenRound, attemptId: string, receivedAt: Date): Promise<void> {
    return this.requests.write({ round, attemptId, submittedAt: receivedAt });
  }

  /** Grades an attempt again that the server had closed before a timely answer was committed. */
  gradeAgain(round: FrozenRound, attemptId: string): Promise<void> {
    return this.requests.write({ round, attemptId, submittedAt: null });
  }

  /**
   * Ends what is overdue at `now`: a few batches of each round in turn, so that none waits for a larger one, until nothing
   * is left or a batch would begin after `untilMs` of the clock; whether something is left. Several processes share the
   * work; twice changes nothing.
   */
  async closeOverdue(now: Date, untilMs = Number.POSITIVE_INFINITY): Promise<boolean> {
    const overdueAt = new Date(now.getTime() - CLOSING_MARGIN_MS);
    let rounds = await findOverdueRounds(this.saving, overdueAt);
    while (rounds.length > 0) {
      const unfinished: string[] = [];
      for (const id of rounds) {
        if (this.clock.nowMs() >= untilMs) return true;
        const round = await this.rounds.find(id);
        if (round && (await this.closeSome(round, { overdueAt, untilMs }))) unfinished.push(id);
      }
      rounds = unfinished;
    }
    return false;
  }

  /** In two lines, each of what the other has not taken and neither waiting for the other; whether there may be more. */
  private async closeSome(round: FrozenRound, limits: ClosingLimits): Promise<boolean> {
    const lines = await Promise.all([this.closeLine(round, limits), this.closeLine(round, limits)]);
    return lines.includes(true);
  }

  private async closeLine(round: FrozenRound, { overdueAt, untilMs }: ClosingLimits): Promise<boolean> {
    for (let turn = 0; turn < BATCHES_IN_TURN; turn += 1) {
      if (turn > 0 && this.clock.nowMs() >= untilMs) return true;
      if ((await this.closeBatch(round, overdueAt)) < BATCH) return false;
    }
    return true;
  }

  private async closeBatch(round: FrozenRound, overdueAt: Date): Promise<number> {
    return this.saving.transaction(async (tx) => {
      const overdue = await lockOverdue(tx, round.id, { now: overdueAt, limit: BATCH });
      await this.grade(
        tx,
        round,
        overdue.map((attempt) => ({ attempt, closing: byServer(attempt) })),
      );
      return overdue.length;
    });
  }

  private async closeTogether(requests: readonly Request[]): Promise<void[]> {
    for (const ofRound of Map.groupBy(requests, ({ round }) => round.id).values()) {
      const [first] = ofRound;
      if (!first) continue;
      const asked = Map.groupBy(ofRound, ({ attemptId }) => attemptId);
      await this.saving.transaction(async (tx) => {
        const locked = await lockAttempts(tx, [...asked.keys()]);
        const ended = locked.flatMap((attempt) => {
          const closings = (asked.get(attempt.id) ?? []).map((request) => closingFor(attempt, request));
          const closing = closings.find((one) => one !== null);
          return closing ? [{ attempt, closing }] : [];
        });
        await this.grade(tx, first.round, ended);
      });
    }
    return requests.map(() => undefined);
  }

  private async grade(tx: EntityManager, round: FrozenRound, ended: readonly Ended[]): Promise<void> {
    if (ended.length === 0) return;
    const pool = await this.rounds.poolOf(round);
    const key = this.keyOf(pool);
    const attempts = ended.map(({ attempt }) => attempt.id);
    const versions = key.written;
    const given = versions.length > 0 ? await readGivenResponses(tx, { attempts, versions }) : [];
    const graded = [...key.chosen, ...given.map((answer) => this.mark(pool, answer))];
    await writeClosed(tx, { round, graded, attempts: ended.map(closedOf) });
    await this.outbox.add(
      tx,
      attemptSubmitted,
      ended.map(({ attempt }) => ({
        attemptId: attempt.id,
        memberId: attempt.memberId,
        roundId: round.id,
      })),
    );
    await refreshResults(
      tx,
      round,
      ended.map(({ attempt }) => attempt.entryId),
    );
  }

  /** Worked out once for a pool, which never changes. */
  private keyOf(pool: FrozenPool): PoolKey {
    const known = this.keys.get(pool);
    if (known) return known;
    const key: PoolKey = { chosen: [], written: [] };
    for (const { versionId, content } of pool.questions.values()) {
      const responses = possibleResponses(content.prompt);
      if (!responses) key.written.push(versionId);
      for (const response of responses ?? []) key.chosen.push(this.mark(pool, { versionId, response }));
    }
    this.keys.set(pool, key);
    return key;
  }

  private mark(pool: FrozenPool, { versionId, response }: GivenResponse): GradedResponse {
    const question = pool.questions.get(versionId);
    return { versionId, response, credit: question ? this.grading.grade(question.content, response) : 0 };
  }
}

/** Null where there is nothing to do: it is over already, or has not ended yet. */
function closingFor(attempt: LockedAttempt, { submittedAt }: Request): Closing | null {
  if (submittedAt === null) return attempt.state === 'submitted' ? closingOf(attempt) : null;
  return attempt.state === 'running' ? byMember(attempt, submittedAt) : null;
}

/** What the server ends is submitted at the deadline. */
function byServer({ deadlineAt }: LockedAttempt): Closing {
  return { by: 'server', submittedAt: deadlineAt };
}

/** What a member sends within the grace is submitted at the deadline, what comes later is ended by the server. */
function byMember(attempt: LockedAttempt, receivedAt: Date): Closing {
  const { deadlineAt, acceptsUntil } = attempt;
  if (receivedAt > acceptsUntil) return byServer(attempt);
  return { by: 'member', submittedAt: receivedAt < deadlineAt ? receivedAt : deadlineAt };
}

function closingOf({ closedBy, submittedAt, deadlineAt }: LockedAttempt): Closing {
  return { by: closedBy ?? 'server', submittedAt: submittedAt ?? deadlineAt };
}

function closedOf({ attempt, closing }: Ended): ClosedAttempt {
  return {
    id: attempt.id,
    submittedAt: closing.submittedAt,
    closedBy: closing.by,
    timeUsedMs: timeUsedMs(attempt, closing.submittedAt),
  };
}
