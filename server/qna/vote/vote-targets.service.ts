import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BoundedMap } from '../../platform/bounded-map.js';
import { Clock } from '../../platform/clock.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { readVoteTargets, type VoteTarget } from './vote.queries.js';

const KEPT_MS = 1_000;
const MAX_KEPT = 50_000;

type Kept = { target: VoteTarget | null; readAtMs: number };

/** What a vote has to know of its question, as it was at most a second ago: as old as what is known of its session. */
@Injectable()
export class VoteTargets {
  private readonly kept = new BoundedMap<string, Kept>(MAX_KEPT);
  /** A hall that votes at once asks for many questions at once: one statement reads them together. */
  private readonly reads = new BatchWriter<string, VoteTarget | null>({
    flush: (ids) => readVoteTargets(this.dataSource, ids),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Null when there is no such question. */
  find(id: string): VoteTarget | null | Promise<VoteTarget | null> {
    const nowMs = this.clock.nowMs();
    const known = this.kept.get(id);
    if (known && nowMs >= known.readAtMs && nowMs - known.readAtMs < KEPT_MS) return known.target;
    return this.read(id, nowMs);
  }

  forget(ids: Iterable<string>): void {
    for (const id of ids) this.kept.delete(id);
  }

  forgetAll(): void {
    this.kept.clear();
  }

  private async read(id: string, nowMs: number): Promise<VoteTarget | null> {
    const target = await this.reads.write(id);
    this.kept.set(id, { target, readAtMs: nowMs });
    return target;
  }
}
