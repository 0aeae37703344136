import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { atMost, Kept } from '../../platform/kept/kept.js';
import { readVoteTargets, type VoteTarget } from './vote.queries.js';

const KEPT_MS = 1_000;
const MAX_KEPT = 50_000;

/** What a vote has to know of its question, as it was at most a second ago: as old as what is known of its session. */
@Injectable()
export class VoteTargets {
  private readonly kept: Kept<VoteTarget | null>;
  /** A hall that votes at once asks for many questions at once: one statement reads them together. */
  private readonly reads = new BatchWriter<string, VoteTarget | null>({
    flush: (ids) => readVoteTargets(this.dataSource, ids),
  });

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
  ) {
    this.kept = new Kept({ max: MAX_KEPT, isFresh: atMost(KEPT_MS) }, clock);
  }

  /** Null when there is no such question. */
  find(id: string): VoteTarget | null | Promise<VoteTarget | null> {
    return this.kept.get(id, () => this.reads.write(id));
  }

  forget(ids: Iterable<string>): void {
    for (const id of ids) this.kept.forget(id);
  }

  forgetAll(): void {
    this.kept.clear();
  }
}
