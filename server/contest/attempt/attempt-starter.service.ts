import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  attemptsUsedUp,
  attemptRunning,
  blueprintUnfillable,
  roundClosed,
  roundEnding,
  roundNotOpen,
} from '../../../shared/contest/contest.errors.js';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import { internalError, type FailureKind } from '../../../shared/kernel/failure.js';
import type { MemberId, UnitId } from '../../../shared/kernel/ids.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { FailureError } from '../../platform/failure-error.js';
import { newId } from '../../platform/ids.js';
import type { AttemptRow } from './attempt.queries.js';
import {
  addAttempts,
  addEntries,
  lockEntryCounter,
  readEntries,
  type StartingEntry,
} from './attempt-start.queries.js';
import { acceptsUntil, deadlineOf, startOf } from '../round/deadline.rules.js';
import { drawPaper } from '../draw/draw.rules.js';
import { readFrozenRound, type FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds, type FrozenPool } from '../round/frozen-round.service.js';

export type StartRequest = { round: FrozenRound; memberId: MemberId; unitId: UnitId; receivedAt: Date };
type Started = AttemptRow | FailureError;

/**
 * Starts attempts. Entry numbers of a round are given one after the other, so starts that come together share one
 * transaction instead of queueing for the round's row one by one.
 */
@Injectable()
export class AttemptStarter {
  private readonly writer = new BatchWriter<StartRequest, Started>({
    flush: (requests) => this.startAll(requests),
    maxRows: 250,
    maxInFlight: 1,
  });

  constructor(
    private readonly saving: SavingDataSource,
    private readonly rounds: FrozenRounds,
  ) {}

  /** The attempt as it stands after the start, which is committed. */
  async start(request: StartRequest): Promise<AttemptRow> {
    const started = await this.writer.write(request);
    if (started instanceof FailureError) throw started;
    return started;
  }

  private async startAll(requests: StartRequest[]): Promise<Started[]> {
    const results = new Map<StartRequest, Started>();
    for (const group of Map.groupBy(requests, ({ round }) => round.id).values()) {
      const [first] = group;
      if (!first) continue;
      const pool = await this.rounds.poolOf(first.round);
      const started = await this.saving.transaction((tx) =>
        this.startInRound(tx, group, { round: first.round, pool }),
      );
      for (const [request, result] of started) results.set(request, result);
    }
    return requests.map((request) => results.get(request) ?? new FailureError(internalError));
  }

  private async startInRound(
    tx: EntityManager,
    requests: StartRequest[],
    { round, pool }: { round: FrozenRound; pool: FrozenPool },
  ): Promise<Map<StartRequest, Started>> {
    await lockEntryCounter(tx, round.id);
    // Whoever moves the window, gives extra time or cancels waits for this lock: what counts is what is true now.
    const current = (await readFrozenRound(tx, round.id)) ?? round;
    const members = [...new Set(requests.map(({ memberId }) => memberId))];
    await addEntries(
      tx,
      round.id,
      members.map((memberId) => ({ id: newId(attemptId), memberId })),
    );
    const entries = new Map(
      (await readEntries(tx, round.id, members)).map((entry) => [entry.memberId, entry]),
    );
    const results = new Map<StartRequest, Started>();
    const attempts: AttemptRow[] = [];
    for (const request of requests) {
      const entry = entries.get(request.memberId);
      const made = entry
        ? makeAttempt({ ...request, round: current }, entry, pool)
        : new FailureError(internalError);
      if (made instanceof FailureError) {
        results.set(request, made);
        continue;
      }
      if (entry) entries.set(request.memberId, { ...entry, attempts: made.ordinal, runningId: made.id });
      attempts.push(made);
      results.set(request, made);
    }
    await addAttempts(tx, round.id, attempts);
    return results;
  }
}

function makeAttempt(
  { round, memberId, unitId, receivedAt }: StartRequest,
  entry: StartingEntry,
  pool: FrozenPool,
): AttemptRow | FailureError {
  const refusal = startRefusal(round, entry.extraMinutes, receivedAt);
  if (refusal) return new FailureError(refusal);
  if (entry.runningId) return new FailureError(attemptRunning, { attemptId: entry.runningId });
  if (round.attemptsAllowed !== null && entry.attempts >= round.attemptsAllowed) {
    return new FailureError(attemptsUsedUp, { allowed: round.attemptsAllowed });
  }
  const ordinal = entry.attempts + 1;
  const drawn = drawPaper(pool.key, { entryNumber: entry.number, attemptOrdinal: ordinal }, pool.plan);
  if (!drawn.ok) return new FailureError(blueprintUnfillable);
  const deadlineAt = deadlineOf({
    startedAt: receivedAt,
    durationMinutes: round.durationMinutes,
    extraMinutes: entry.extraMinutes,
    closesAt: round.closesAt,
  });
  return {
    id: newId(attemptId),
    entryId: entry.id,
    roundId: round.id,
    memberId,
    unitId,
    ordinal,
    state: 'running',
    paper: drawn.paper,
    flagged: [],
    epoch: 1,
    startedAt: receivedAt,
    deadlineAt,
    moved: null,
    acceptsUntil: acceptsUntil(deadlineAt, round.graceMs),
    submittedAt: null,
    closedBy: null,
    timeUsedMs: null,
    points: null,
    correct: null,
    credits: null,
  };
}

/** Why somebody with so many extra minutes may not begin now; null when they may. */
export function startRefusal(round: FrozenRound, extraMinutes: number, now: Date): FailureKind | null {
  if (round.contestState !== 'published') return roundClosed;
  switch (startOf(round, extraMinutes, now)) {
    case 'open':
      return null;
    case 'early':
      return roundNotOpen;
    case 'ends':
      return roundEnding;
    case 'closed':
      return roundClosed;
  }
}
