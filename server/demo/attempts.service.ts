import { Injectable } from '@nestjs/common';
import type { QuestionResponse, Level } from '../../shared/question-bank/question.schema.js';
import { AnswerWriter } from '../contest/attempt/answer-writer.service.js';
import { AttemptClosing } from '../contest/attempt/attempt-closing.service.js';
import { AttemptStarter, type StartRequest } from '../contest/attempt/attempt-starter.service.js';
import { FrozenRounds, type FrozenPool } from '../contest/round/frozen-round.service.js';
import { GradingService } from '../question-bank/grading/grading.service.js';
import type { DemoEntrant } from './organisation.queries.js';
import { pointsFor, randomFrom, responseOf } from './responses.rules.js';
import type { WorldEntry } from './world.rules.js';

const MINUTE = 60_000;
/** How much harder a level makes it to know the answer. */
const HARDER: Record<Level, number> = { recall: 0, understand: 0.08, apply: 0.18, analyse: 0.3 };

type Window = { opensAt: Date; until: Date };
type Round = StartRequest['round'];
type Started = Awaited<ReturnType<AttemptStarter['start']>>;

/** How an invented contestant goes about it. */
type Run = DemoEntrant & { random: () => number; startedMs: number; usedMs: number; skill: number };
type Answer = { position: number; response: QuestionResponse; credit: number; receivedAt: Date };
type Played = { run: Run; attempt: Started; answers: readonly Answer[] };

/** Lets members take past attempts by the very code that real attempts run through. */
@Injectable()
export class DemoAttempts {
  constructor(
    private readonly rounds: FrozenRounds,
    private readonly starter: AttemptStarter,
    private readonly writer: AnswerWriter,
    private readonly closing: AttemptClosing,
    private readonly grading: GradingService,
  ) {}

  /**
   * Each entrant starts at some moment of the window and ends some minutes later, all before `until`; entry numbers are
   * given in the order of the starts. Answers what has to come of it.
   */
  async take(roundId: string, entrants: readonly DemoEntrant[], window: Window): Promise<WorldEntry[]> {
    const round = await this.rounds.find(roundId);
    if (!round) throw new Error(`The demo has no published round ${roundId}`);
    const pool = await this.rounds.poolOf(round);
    const runs = entrants
      .map((entrant, index) => runOf(entrant, { round, window, seed: index + 1 }))
      .toSorted((one, two) => one.startedMs - two.startedMs);
    const attempts = await Promise.all(runs.map((run) => this.start(round, run)));
    const played = attempts.map(({ run, attempt }) => ({
      run,
      attempt,
      answers: this.answersOf(run, attempt, pool),
    }));
    await Promise.all(played.map((one) => this.write(one)));
    for (const { run, attempt } of played.toSorted((one, two) => endOf(one.run) - endOf(two.run)))
      await this.closing.submit(round, attempt.id, new Date(endOf(run)));
    return played.map((one) => meantOf(one, round));
  }

  private async start(round: Round, run: Run): Promise<{ run: Run; attempt: Started }> {
    const { memberId, unitId } = run;
    const receivedAt = new Date(run.startedMs);
    return { run, attempt: await this.starter.start({ round, memberId, unitId, receivedAt }) };
  }

  private answersOf(run: Run, { paper }: Started, { questions }: FrozenPool): Answer[] {
    const { random, skill, startedMs, usedMs } = run;
    return paper.flatMap(({ versionId }, index) => {
      const question = questions.get(versionId);
      if (!question || random() < 0.02) return [];
      const knows = random() < skill - HARDER[question.level];
      const response = responseOf(question.content, knows, random);
      const credit = this.grading.grade(question.content, response);
      const receivedAt = new Date(startedMs + Math.floor((usedMs * (index + 1)) / (paper.length + 1)));
      return [{ position: index + 1, response, credit, receivedAt }];
    });
  }

  private async write({ run, attempt, answers }: Played): Promise<void> {
    const written = await Promise.all(
      answers.map(({ position, response, receivedAt }) =>
        this.writer.write({
          attemptId: attempt.id,
          memberId: run.memberId,
          position,
          response,
          epoch: 1,
          sequence: position,
          receivedAt: receivedAt.toISOString(),
        }),
      ),
    );
    const refused = written.find(({ outcome }) => outcome !== 'saved');
    if (refused) throw new Error(`An answer of the demo was not saved but ${refused.outcome}`);
  }
}

function runOf(
  entrant: DemoEntrant,
  { round, window, seed }: { round: Round; window: Window; seed: number },
): Run {
  const random = randomFrom(seed * 7919);
  const durationMs = round.durationMinutes * MINUTE;
  const opensMs = window.opensAt.getTime();
  const startedMs = opensMs + Math.floor(random() * (window.until.getTime() - durationMs - opensMs));
  const usedMs = Math.floor((0.35 + 0.55 * random()) * durationMs);
  return { ...entrant, random, startedMs, usedMs, skill: 0.5 + 0.48 * random() };
}

function endOf({ startedMs, usedMs }: Run): number {
  return startedMs + usedMs;
}

function meantOf({ run, answers }: Played, { pointsPerQuestion }: Round): WorldEntry {
  const credits = answers.map(({ credit }) => credit);
  const points = pointsFor(credits, pointsPerQuestion);
  return {
    memberId: run.memberId,
    answers: answers.length,
    points,
    ranked: points,
    correct: credits.filter((credit) => credit === 1).length,
    timeUsedMs: run.usedMs,
    submittedBy: 'member',
  };
}
