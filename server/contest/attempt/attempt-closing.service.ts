import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import { roundId } from '../../../shared/contest/contest.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import { GradingService } from '../../question-bank/grading/grading.service.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { defineEvent } from '../../platform/outbox/event.js';
import { Outbox } from '../../platform/outbox/outbox.service.js';
import {
  findOverdue,
  lockAttempts,
  readAnswers,
  type AnswerRow,
  type AttemptRow,
} from './attempt.queries.js';
import {
  refreshResults,
  writeClosed,
  writeCredits,
  writeTopics,
  type ClosedAttempt,
  type GradedAnswer,
} from './closing.queries.js';
import { timeUsedMs } from '../round/deadline.rules.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds, type FrozenPool } from '../round/frozen-round.service.js';
import { scoreOf } from './scoring.rules.js';

/** An attempt ended, by its member or by the server, and is graded. */
export const attemptSubmitted = defineEvent('attempt.submitted', z.object({ attemptId, memberId, roundId }));

const BATCH = 100;
/** Longer than a statement may take: what arrived in time is committed or refused before the server closes. */
const CLOSING_MARGIN_MS = 2_000;

type Closing = { by: 'member' | 'server'; receivedAt: Date };
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

  constructor(
    private readonly saving: SavingDataSource,
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

  /** Ends what is overdue at `now`, a batch at a time, until nothing is. Running it twice changes nothing. */
  async closeOverdue(now: Date): Promise<void> {
    const before = new Date(now.getTime() - CLOSING_MARGIN_MS);
    for (;;) {
      const due = await findOverdue(this.saving, before, BATCH);
      let closed = 0;
      for (const [roundId, ids] of Map.groupBy(due, (attempt) => attempt.roundId)) {
        const round = await this.rounds.find(roundId);
        if (round)
          closed += await this.close(
            round,
            ids.map(({ id }) => id),
            { by: 'server', receivedAt: now },
          );
      }
      if (due.length < BATCH || closed === 0) return;
    }
  }

  private async closeTogether(requests: readonly Request[]): Promise<void[]> {
    for (const ofRound of Map.groupBy(requests, ({ round }) => round.id).values()) {
      const [first] = ofRound;
      if (!first) continue;
      const asked = Map.groupBy(ofRound, ({ attemptId }) => attemptId);
      await this.saving.transaction(async (tx) => {
        const locked = await lockAttempts(tx, [...asked.keys()]);
        const closings = locked.flatMap((attempt) => {
          const closing = (asked.get(attempt.id) ?? []).map((request) => closingFor(attempt, request));
          return closing
            .filter((one) => one !== null)
            .slice(0, 1)
            .map((one) => ({ attempt, closing: one }));
        });
        await this.grade(tx, first.round, closings);
      });
    }
    return requests.map(() => undefined);
  }

  private async close(round: FrozenRound, ids: readonly string[], closing: Closing): Promise<number> {
    return this.saving.transaction(async (tx) => {
      const running = (await lockAttempts(tx, ids)).filter((attempt) => attempt.state === 'running');
      await this.grade(
        tx,
        round,
        running.map((attempt) => ({ attempt, closing: limited(attempt, closing) })),
      );
      return running.length;
    });
  }

  private async grade(
    tx: EntityManager,
    round: FrozenRound,
    closings: readonly { attempt: AttemptRow; closing: Closing }[],
  ): Promise<void> {
    if (closings.length === 0) return;
    const pool = await this.rounds.poolOf(round);
    const answers = Map.groupBy(
      await readAnswers(
        tx,
        closings.map(({ attempt }) => attempt.id),
      ),
      (answer) => answer.attemptId,
    );
    const graded = closings.map(({ attempt, closing }) => {
      const credits = this.creditsOf(attempt, answers.get(attempt.id) ?? [], pool);
      return { credits, closed: closedOf(attempt, { round, pool, closing, credits }) };
    });
    await writeCredits(
      tx,
      graded.flatMap(({ credits }) => credits),
    );
    await writeClosed(
      tx,
      graded.map(({ closed }) => closed),
    );
    await writeTopics(
      tx,
      round.id,
      closings.map(({ attempt }) => attempt.id),
    );
    await this.outbox.add(
      tx,
      attemptSubmitted,
      closings.map(({ attempt }) => ({
        attemptId: attempt.id,
        memberId: attempt.memberId,
        roundId: round.id,
      })),
    );
    await refreshResults(
      tx,
      round,
      closings.map(({ attempt }) => attempt.memberId),
    );
  }

  private creditsOf(attempt: AttemptRow, answers: readonly AnswerRow[], pool: FrozenPool): GradedAnswer[] {
    return answers.flatMap(({ position, response }) => {
      const versionId = attempt.paper[position - 1]?.versionId;
      const question = versionId && pool.questions.get(versionId);
      if (!question) return [];
      return [{ attemptId: attempt.id, position, credit: this.grading.grade(question.content, response) }];
    });
  }
}

/** Null where there is nothing to do: it is over already, or has not ended yet. */
function closingFor(attempt: AttemptRow, { submittedAt }: Request): Closing | null {
  if (submittedAt === null) return attempt.state === 'submitted' ? closingOf(attempt) : null;
  return attempt.state === 'running' ? limited(attempt, { by: 'member', receivedAt: submittedAt }) : null;
}

/** What a member sends within the grace is submitted at the deadline; what the server ends, too. */
function limited({ deadlineAt, acceptsUntil }: AttemptRow, { by, receivedAt }: Closing): Closing {
  if (by === 'server' || receivedAt > acceptsUntil) return { by: 'server', receivedAt: deadlineAt };
  return { by, receivedAt: receivedAt < deadlineAt ? receivedAt : deadlineAt };
}

function closingOf({ closedBy, submittedAt, deadlineAt }: AttemptRow): Closing {
  return { by: closedBy ?? 'server', receivedAt: submittedAt ?? deadlineAt };
}

function closedOf(
  attempt: AttemptRow,
  {
    round,
    pool,
    closing,
    credits,
  }: { round: FrozenRound; pool: FrozenPool; closing: Closing; credits: GradedAnswer[] },
): ClosedAttempt {
  const byPosition = new Map(credits.map(({ position, credit }) => [position, credit]));
  const score = scoreOf(
    attempt.paper.map(({ versionId }, index) => ({
      topic: pool.questions.get(versionId)?.topicName ?? '',
      credit: byPosition.get(index + 1) ?? 0,
    })),
    round.pointsPerQuestion,
  );
  return {
    id: attempt.id,
    submittedAt: closing.receivedAt,
    closedBy: closing.by,
    timeUsedMs: timeUsedMs(attempt.startedAt, closing.receivedAt, attempt.deadlineAt),
    points: score.points,
    correct: score.correct,
  };
}
