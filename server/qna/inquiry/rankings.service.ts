import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InquirySort } from '../../../shared/qna/inquiry.schema.js';
import { TICK_MS } from '../../../shared/qna/qna.rooms.js';
import { Clock } from '../../platform/clock.js';
import { atMost, Kept } from '../../platform/kept/kept.js';
import { readRankKeys } from './inquiry.queries.js';
import { ranked, type RankKey } from './ranking.rules.js';

export type Shown = 'open' | 'answered';

const MAX_KEPT = 500;

/** Orders of the rooms' lists, worked out at most once a tick however many phones ask at once. */
@Injectable()
export class Rankings {
  private readonly kept: Kept<RankKey[]>;

  constructor(
    private readonly dataSource: DataSource,
    clock: Clock,
  ) {
    this.kept = new Kept({ max: MAX_KEPT, isFresh: atMost(TICK_MS) }, clock);
  }

  async orderOf(sessionId: string, show: Shown, sort: InquirySort): Promise<RankKey[]> {
    return this.kept.get(`${sessionId} ${show} ${sort}`, async () =>
      ranked(await readRankKeys(this.dataSource, sessionId, show), sort),
    );
  }

  /** Somebody's own act must be in the next list they read. */
  forget(sessionId: string): void {
    for (const show of ['open', 'answered'])
      for (const sort of ['top', 'new', 'fair']) this.kept.forget(`${sessionId} ${show} ${sort}`);
  }

  forgetAll(): void {
    this.kept.clear();
  }
}
