import { Injectable } from '@nestjs/common';
import type { QuestionVersionId } from '../../../shared/question-bank/question.schema.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { Clock } from '../../platform/clock.js';
import { SavingDataSource } from '../../platform/database/data-source.js';
import { planOf } from '../draw/draw-plan.rules.js';
import type { DrawPlan } from '../draw/draw.rules.js';
import { drawKey } from '../draw/hmac-stream.rules.js';
import { readFrozenRound, readPool, type FrozenRound, type PoolQuestion } from './frozen-round.queries.js';

const ROUND_CACHE_MS = 1_000;
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
  private readonly rounds = new BoundedMap<string, { readAtMs: number; round: Promise<FrozenRound | null> }>(
    MAX_ROUNDS,
  );
  private readonly pools = new BoundedMap<string, Promise<FrozenPool>>(MAX_ROUNDS);

  constructor(
    private readonly saving: SavingDataSource,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<FrozenRound | null> {
    const nowMs = this.clock.nowMs();
    const cached = this.rounds.get(id);
    if (cached && nowMs >= cached.readAtMs && nowMs - cached.readAtMs < ROUND_CACHE_MS) return cached.round;
    const round = readFrozenRound(this.saving, id);
    round.catch(() => this.rounds.delete(id));
    this.rounds.set(id, { readAtMs: nowMs, round });
    return round;
  }

  /** After the window moved or the contest was cancelled. */
  forget(id: string): void {
    this.rounds.delete(id);
  }

  async poolOf(round: FrozenRound): Promise<FrozenPool> {
    const cached = this.pools.get(round.id);
    if (cached) return cached;
    const pool = this.readPool(round);
    pool.catch(() => this.pools.delete(round.id));
    this.pools.set(round.id, pool);
    return pool;
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
