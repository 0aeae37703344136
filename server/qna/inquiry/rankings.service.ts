import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { InquirySort } from '../../../shared/qna/inquiry.schema.js';
import { TICK_MS } from '../../../shared/qna/qna.rooms.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { Clock } from '../../platform/clock.js';
import { readRankKeys } from './inquiry.queries.js';
import { ranked, type RankKey } from './ranking.rules.js';

export type Shown = 'open' | 'answered';
type Kept = { order: Promise<RankKey[]>; readAtMs: number };

const MAX_KEPT = 500;

/** Orders of the rooms' lists, worked out at most once a tick however many phones ask at once. */
@Injectable()
export class Rankings {
  private readonly kept = new BoundedMap<string, Kept>(MAX_KEPT);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  orderOf(sessionId: string, show: Shown, sort: InquirySort): Promise<RankKey[]> {
    const key = `${sessionId} ${show} ${sort}`;
    const nowMs = this.clock.nowMs();
    const known = this.kept.get(key);
    if (known && nowMs >= known.readAtMs && nowMs - known.readAtMs < TICK_MS) return known.order;
    const order = readRankKeys(this.dataSource, sessionId, show).then((keys) => ranked(keys, sort));
    this.kept.set(key, { order, readAtMs: nowMs });
    order.catch(() => this.kept.delete(key));
    return order;
  }

  /** Somebody's own act must be in the next list they read. */
  forget(sessionId: string): void {
    for (const show of ['open', 'answered'])
      for (const sort of ['top', 'new', 'fair']) this.kept.delete(`${sessionId} ${show} ${sort}`);
  }

  forgetAll(): void {
    this.kept.clear();
  }
}
