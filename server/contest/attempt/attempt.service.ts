import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  attemptElsewhere,
  attemptOver,
  noSuchPosition,
  notEligible,
  responseOfOtherType,
} from '../../../shared/contest/contest.errors.js';
import { memberSocket } from '../../../shared/contest/contest.events.js';
import type {
  AttemptId,
  AttemptView,
  RunningAttempt,
  SaveAnswer,
  SavedAnswer,
} from '../../../shared/contest/attempt.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import type { Sql } from '../../platform/database/sql.js';
import { fail } from '../../platform/failure-error.js';
import { memberRoom, RealtimeHub } from '../../platform/realtime/hub.service.js';
import { AnswerWriter } from './answer-writer.service.js';
import type { WrittenAnswer } from './answer.queries.js';
import { AttemptClosing } from './attempt-closing.service.js';
import { AttemptPapers, type AttemptPaper } from './attempt-papers.service.js';
import {
  raiseEpoch,
  readAnswers,
  readKeptAnswers,
  readOwnAttempt,
  readRunning,
  resolveOffer,
  writeFlag,
  type AttemptRow,
} from './attempt.queries.js';
import { presentAttempt, presentRunning } from './attempt.present.js';
import { AttemptStarter, startRefusal } from './attempt-starter.service.js';
import { readExtraMinutes } from './attempt-start.queries.js';
import { isEligible } from '../round/eligibility.rules.js';
import type { FrozenRound } from '../round/frozen-round.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { fits } from './response.rules.js';

export type AnswerPlace = { attemptId: AttemptId; position: number };

/**
 * A contestant's own attempts. Somebody else's attempt is answered as one that does not exist. Whatever changes one
 * runs on connections that no reader can take.
 */
@Injectable()
export class AttemptService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly saving: SavingDataSource,
    private readonly clock: Clock,
    private readonly rounds: FrozenRounds,
    private readonly starter: AttemptStarter,
    private readonly papers: AttemptPapers,
    private readonly writer: AnswerWriter,
    private readonly closing: AttemptClosing,
    private readonly hub: RealtimeHub,
  ) {}

  async start(viewer: Viewer, roundId: string): Promise<AttemptView> {
    const receivedAt = this.clock.now();
    const round = (await this.rounds.find(roundId)) ?? fail(notFound);
    await this.mayStart(viewer, round, receivedAt);
    const unitId = viewer.unitPath.at(-1);
    if (!unitId || !isEligible(round.eligibility, viewer.unitPath)) return fail(notEligible);
    const attempt = await this.starter.start({ round, memberId: viewer.memberId, unitId, receivedAt });
    const pool = await this.rounds.poolOf(round);
    return presentAttempt(attempt, { round, pool, answers: [], kept: [], now: this.clock.now() });
  }

  read(viewer: Viewer, id: AttemptId): Promise<AttemptView> {
    return this.view(this.dataSource, viewer, id);
  }

  async running(viewer: Viewer): Promise<RunningAttempt[]> {
    return (await readRunning(this.dataSource, viewer.memberId)).map(presentRunning);
  }

  async save(viewer: Viewer, { attemptId, position }: AnswerPlace, answer: SaveAnswer): Promise<SavedAnswer> {
    const receivedAt = this.clock.now().toISOString();
    const found = this.papers.find(attemptId, viewer.memberId);
    const paper = (found instanceof Promise ? await found : found) ?? fail(notFound);
    const prompt = paper.prompts[position - 1] ?? fail(noSuchPosition);
    if (!fits(prompt, answer.response)) fail(responseOfOtherType);
    const { epoch, sequence, response } = answer;
    const written = await this.writer.write({
      attemptId,
      memberId: viewer.memberId,
      position,
      response,
      epoch,
      sequence,
      receivedAt,
    });
    const { outcome, leading_epoch: leading } = written;
    if (outcome === 'missing' || leading === null) return fail(notFound);
    if (outcome === 'ahead') return fail(attemptElsewhere, { epoch: leading });
    if (written.reopens || written.offered) await this.follow(viewer, attemptId, { written, paper });
    return {
      outcome,
      savedAt: receivedAt,
      epoch: leading,
      serverNow: this.clock.now().toISOString(),
    };
  }

  async flag(viewer: Viewer, { attemptId, position }: AnswerPlace, flagged: boolean): Promise<void> {
    const paper = (await this.papers.find(attemptId, viewer.memberId)) ?? fail(notFound);
    if (!paper.prompts[position - 1]) fail(noSuchPosition);
    const changed = await writeFlag(this.saving, {
      attemptId,
      memberId: viewer.memberId,
      position,
      flagged,
    });
    if (!changed) fail(attemptOver);
  }

  /** This device leads from now on; the others hear of it and turn read-only. */
  async takeLead(viewer: Viewer, id: AttemptId): Promise<{ epoch: number; serverNow: string }> {
    const epoch = await raiseEpoch(this.saving, id, viewer.memberId);
    if (epoch === null) {
      await this.own(viewer, id);
      return fail(attemptOver);
    }
    this.tellDevices(viewer, 'attempt.lead', { attemptId: id, epoch });
    return { epoch, serverNow: this.clock.now().toISOString() };
  }

  /** Settles what an older device sent too late to be applied; using it writes it anew under the leading epoch. */
  async settleOffer(
    viewer: Viewer,
    { attemptId, offerId }: { attemptId: AttemptId; offerId: string },
    { use, epoch, sequence }: { use: boolean; epoch: number; sequence: number },
  ): Promise<AttemptView> {
    const attempt = await this.own(viewer, attemptId);
    if (attempt.state !== 'running') fail(attemptOver);
    if (attempt.epoch !== epoch) fail(attemptElsewhere, { epoch: attempt.epoch });
    const offer =
      (await readKeptAnswers(this.saving, attempt.id)).find(({ id }) => id === offerId) ?? fail(notFound);
    if (offer.resolvedAt === null && use) {
      const saved = await this.save(
        viewer,
        { attemptId, position: offer.position },
        { epoch, sequence, response: offer.response },
      );
      if (saved.outcome !== 'saved')
        fail(saved.outcome === 'held' ? attemptElsewhere : attemptOver, { epoch: saved.epoch });
    }
    await resolveOffer(this.saving, { id: offerId, attemptId, used: use });
    return this.view(this.saving, viewer, attemptId);
  }

  /** Submitting again answers with the attempt as it is. */
  async submit(viewer: Viewer, id: AttemptId, epoch: number): Promise<AttemptView> {
    const receivedAt = this.clock.now();
    const attempt = await this.own(viewer, id);
    if (attempt.state === 'running') {
      if (attempt.epoch !== epoch) fail(attemptElsewhere, { epoch: attempt.epoch });
      await this.closing.submit(await this.roundOf(attempt), attempt.id, receivedAt);
    }
    return this.view(this.saving, viewer, id);
  }

  /** Looked at again in the transaction of the start; here it keeps those who come too early or late from being entered. */
  private async mayStart({ memberId }: Viewer, round: FrozenRound, now: Date): Promise<void> {
    const forAll = startRefusal(round, 0, now);
    if (!forAll) return;
    if (round.longestExtraMinutes === 0) fail(forAll);
    const refusal = startRefusal(round, await readExtraMinutes(this.saving, round.id, memberId), now);
    if (refusal) fail(refusal);
  }

  private async view(sql: Sql, viewer: Viewer, id: AttemptId): Promise<AttemptView> {
    const attempt = (await readOwnAttempt(sql, id, viewer.memberId)) ?? fail(notFound);
    const [round, answers, kept] = await Promise.all([
      this.roundOf(attempt),
      readAnswers(sql, [attempt.id]),
      readKeptAnswers(sql, attempt.id),
    ]);
    const pool = await this.rounds.poolOf(round);
    return presentAttempt(attempt, { round, pool, answers, kept, now: this.clock.now() });
  }

  /** What a write that was not ordinary entails. */
  private async follow(
    viewer: Viewer,
    attemptId: AttemptId,
    { written, paper }: { written: WrittenAnswer; paper: AttemptPaper },
  ): Promise<void> {
    if (written.reopens) {
      const round = await this.rounds.find(paper.roundId);
      if (round) await this.closing.gradeAgain(round, attemptId);
    }
    if (written.offered) this.tellDevices(viewer, 'attempt.offer', { attemptId });
  }

  private tellDevices(
    viewer: Viewer,
    event: 'attempt.lead' | 'attempt.offer',
    data: { attemptId: AttemptId; epoch: number } | { attemptId: AttemptId },
  ): void {
    this.hub.broadcast(memberSocket, { room: memberRoom(viewer.memberId), event }, data);
  }

  private async own(viewer: Viewer, id: string): Promise<AttemptRow> {
    return (await readOwnAttempt(this.saving, id, viewer.memberId)) ?? fail(notFound);
  }

  private async roundOf(attempt: AttemptRow): Promise<FrozenRound> {
    return (await this.rounds.find(attempt.roundId)) ?? fail(notFound);
  }
}
