import { Injectable } from '@nestjs/common';
import type { AttemptId } from '../../../shared/contest/attempt.schema.js';
import type { QuestionPrompt } from '../../../shared/question-bank/question.schema.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { readOwnAttempt } from './attempt.queries.js';
import { FrozenRounds } from '../round/frozen-round.service.js';

const MAX_PAPERS = 20_000;

/** What of an attempt never changes: whose it is and which questions stand where. */
export type AttemptPaper = { memberId: string; roundId: string; prompts: readonly QuestionPrompt[] };

/** Keeps the papers of attempts in use, so that a save needs no read before its write. */
@Injectable()
export class AttemptPapers {
  private readonly papers = new BoundedMap<string, AttemptPaper>(MAX_PAPERS);

  constructor(
    private readonly saving: SavingDataSource,
    private readonly rounds: FrozenRounds,
  ) {}

  /** Null when there is no such attempt of this member; no promise when it is known. */
  find(id: AttemptId, memberId: string): AttemptPaper | null | Promise<AttemptPaper | null> {
    const known = this.papers.get(id);
    if (known) return known.memberId === memberId ? known : null;
    return this.read(id, memberId);
  }

  private async read(id: AttemptId, memberId: string): Promise<AttemptPaper | null> {
    const attempt = await readOwnAttempt(this.saving, id, memberId);
    const round = attempt && (await this.rounds.find(attempt.roundId));
    if (!round) return null;
    const { questions } = await this.rounds.poolOf(round);
    const prompts = attempt.paper.flatMap(({ versionId }) => {
      const question = questions.get(versionId);
      return question ? [question.content.prompt] : [];
    });
    this.papers.set(id, { memberId, roundId: round.id, prompts });
    return this.papers.get(id) ?? null;
  }
}
