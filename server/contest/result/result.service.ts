import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { attemptRunning } from '../../../shared/contest/contest.errors.js';
import type { AttemptId, AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { notFound } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { readAnswers, readKeptAnswers, readOwnAttempt } from '../attempt/attempt.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';
import { presentResult } from './result.present.js';
import { readCountedAttempt, readPointsBefore } from './result.queries.js';
import { shown } from '../round/round-visibility.rules.js';
import { readTopicMeans } from '../standings/tally.queries.js';
import { StandingsService } from '../standings/standings.service.js';

/** What a contestant learns of an own attempt once it is over; each part opens when the organiser said. */
@Injectable()
export class ResultService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly rounds: FrozenRounds,
    private readonly standings: StandingsService,
  ) {}

  async read(viewer: Viewer, id: AttemptId): Promise<AttemptResult> {
    const attempt = (await readOwnAttempt(this.dataSource, id, viewer.memberId)) ?? fail(notFound);
    if (attempt.state === 'running') fail(attemptRunning, { attemptId: attempt.id });
    const round = (await this.rounds.find(attempt.roundId)) ?? fail(notFound);
    const now = this.clock.now();
    const frame = { ...round, submittedAt: attempt.submittedAt };
    const visible = {
      score: shown(round.resultsVisible, frame, now),
      review: shown(round.answersVisible, frame, now),
      standing: this.standings.shown(round),
    };
    const [pool, answers, kept, counted, previousPoints, means, standing] = await Promise.all([
      this.rounds.poolOf(round),
      readAnswers(this.dataSource, [attempt.id]),
      readKeptAnswers(this.dataSource, attempt.id),
      readCountedAttempt(this.dataSource, round.id, viewer.memberId),
      readPointsBefore(this.dataSource, attempt),
      visible.standing.now ? readTopicMeans(this.dataSource, round.id) : new Map<string, number>(),
      visible.standing.now && visible.score.now
        ? this.standings.rankOf(round, viewer.memberId, attempt.unitId)
        : null,
    ]);
    return presentResult(attempt, {
      round,
      pool,
      answers,
      kept,
      visible,
      counted,
      previousPoints,
      means,
      standing,
      now,
    });
  }
}
