import { Injectable } from '@nestjs/common';
import type { QuestionVersionId } from '../../../shared/question-bank/question.schema.js';
import { Clock } from '../../platform/clock.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { atMost, forGood, Kept } from '../../platform/kept/kept.js';
import { planOf } from '../draw/draw-plan.rules.js';
import type { DrawPlan } from '../draw/draw.rules.js';
import { drawKey } from '../draw/hmac-stream.rules.js';
import { readFrozenRound, readPool, type FrozenRound, type PoolQuestion } from './frozen-round.queries.js';

const ROUND_KEPT_MS = 1_000;
const MAX_ROUNDS = 200;

/** What never changes after publication. */
export type FrozenPool = {
  questions: ReadonlyMap<QuestionVersionId, PoolQuestion>;
  key: Buffer;
  plan: DrawPlan;
};

/**
 * Reads published rounds: windows are at most a second old, the pool and the draw key are kept. However many ask, a
 * round is read once a second, so it may be read where the saves are.
 */
@Injectable()
export class FrozenRounds {
  private readonly rounds: Kept<FrozenRound | null>;
  private readonly pools: Kept<FrozenPool>;

  constructor(
    private readonly saving: SavingDataSource,
    clock: Clock,
  ) {
    this.rounds = new Kept({ max: MAX_ROUNDS, isFresh: atMost(ROUND_KEPT_MS) }, clock);
    this.pools = new Kept({ max: MAX_ROUNDS, isFresh: forGood }, clock);
  }

  async find(id: string): Promise<FrozenRound | null> {
    return this.rounds.get(id, () => readFrozenRound(this.saving, id));
  }

  /** After the window moved or the contest was cancelled. */
  forget(id: string): void {
    this.rounds.forget(id);
  }

  async poolOf(round: FrozenRound): Promise<FrozenPool> {
    return this.pools.get(round.id, () => this.readPool(round));
  }

  private async readPool(round: FrozenRound): Promise<FrozenPool> {
    const rows = await readPool(this.saving, round.id);
    return {
      questions: new Map(rows.map((row) => [row.versionId, row])),
      key: drawKey(round.drawSeed),
      plan: planOf(
        round,
        rows.map(({ content, ...row }) => ({ ...row, prompt: content.prompt })),
      ),
    };
  }
}
