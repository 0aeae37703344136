import { Injectable } from '@nestjs/common';
import type { AttemptId } from '../../shared/contest/attempt.schema.js';
import type { Level } from '../../shared/question-bank/question.schema.js';
import { AnswerWriter } from '../contest/attempt/answer-writer.service.js';
import { AttemptClosing } from '../contest/attempt/attempt-closing.service.js';
import { AttemptPapers } from '../contest/attempt/attempt-papers.service.js';
import { AttemptStarter } from '../contest/attempt/attempt-starter.service.js';
import { FrozenRounds, type FrozenPool } from '../contest/round/frozen-round.service.js';
import type { DemoEntrant } from './organisation.queries.js';
import { randomFrom, responseOf } from './responses.rules.js';

const MINUTE = 60_000;
/** How much harder a level makes it to know the answer. */
const HARDER: Record<Level, number> = { recall: 0, understand: 0.08, apply: 0.18, analyse: 0.3 };

type Window = { opensAt: Date; until: Date };

/** Lets members take past attempts by the very code that real attempts run through. */
@Injectable()
export class DemoAttempts {
  constructor(
    private readonly rounds: FrozenRounds,
    private readonly starter: AttemptStarter,
    private readonly papers: AttemptPapers,
    private readonly writer: AnswerWriter,
    private readonly closing: AttemptClosing,
  ) {}

  /** Each entrant starts at some moment of the window and ends some minutes later, all before `until`. */
  async take(roundId: string, entrants: readonly DemoEntrant[], window: Window): Promise<void> {
    this.rounds.forget(roundId);
    await Promise.all(
      entrants.map((entrant, index) => this.takeOne(roundId, entrant, { window, seed: index + 1 })),
    );
  }

  private async takeOne(
    roundId: string,
    { memberId, unitId }: DemoEntrant,
    { window, seed }: { window: Window; seed: number },
  ): Promise<void> {
    const round = await this.rounds.find(roundId);
    if (!round) return;
    const random = randomFrom(seed * 7919);
    const lastStart = window.until.getTime() - round.durationMinutes * MINUTE;
    const startedMs = window.opensAt.getTime() + random() * (lastStart - window.opensAt.getTime());
    const receivedAt = new Date(Math.floor(startedMs));
    const { id } = await this.starter.start({ round, memberId, unitId, receivedAt });
    const usedMs = (0.35 + 0.55 * random()) * round.durationMinutes * MINUTE;
    const pool = await this.rounds.poolOf(round);
    await this.answerAll(id, { memberId, pool, random, startedMs, usedMs, skill: 0.5 + 0.48 * random() });
    await this.closing.submit(round, id, new Date(Math.floor(startedMs + usedMs)));
  }

  private async answerAll(
    attemptId: AttemptId,
    run: {
      memberId: DemoEntrant['memberId'];
      pool: FrozenPool;
      random: () => number;
      startedMs: number;
      usedMs: number;
      skill: number;
    },
  ): Promise<void> {
    const { memberId, pool, random, startedMs, usedMs, skill } = run;
    const byPrompt = new Map(
      [...pool.questions.values()].map((question) => [question.content.prompt, question]),
    );
    const prompts = (await this.papers.find(attemptId, memberId))?.prompts ?? [];
    const writes = prompts.flatMap((prompt, index) => {
      const question = byPrompt.get(prompt);
      if (!question || random() < 0.02) return [];
      const knows = random() < skill - HARDER[question.level];
      const receivedAt = new Date(Math.floor(startedMs + (usedMs * (index + 1)) / (prompts.length + 1)));
      const response = responseOf(question.content, knows, random);
      return [
        {
          attemptId,
          memberId,
          position: index + 1,
          response,
          epoch: 1,
          sequence: index + 1,
          receivedAt: receivedAt.toISOString(),
        },
      ];
    });
    await Promise.all(writes.map((write) => this.writer.write(write)));
  }
}
