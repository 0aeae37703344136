import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SimilarPairs as View } from '../../../shared/qna/desk.schema.js';
import { SIMILAR_FROM } from '../../../shared/qna/inquiry.schema.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { countPairs, readOpenTexts, type FoldedRow } from './desk.queries.js';
import { closePairs, type Pair } from '../similar/trigram.rules.js';

/** Enough that some are left when many were put aside. */
const MAX_FOUND = 200;
const MAX_SHOWN = 50;
const MAX_KEPT = 50;

type Found = { stamp: string; pairs: Promise<Pair<InquiryId>[]> };

/**
 * Questions that say nearly the same. Comparing them all takes a while, so it is done once for each state of the board,
 * whoever asks, and with pauses in which everybody else is served.
 */
@Injectable()
export class SimilarPairs {
  private readonly kept = new BoundedMap<string, Found>(MAX_KEPT);

  constructor(private readonly dataSource: DataSource) {}

  async of(sessionId: string): Promise<View> {
    const texts = await readOpenTexts(this.dataSource, sessionId);
    const pairs = await this.pairsAmong(sessionId, texts);
    return { items: await countPairs(this.dataSource, pairs, MAX_SHOWN), next: null };
  }

  private pairsAmong(sessionId: string, texts: readonly FoldedRow[]): Promise<Pair<InquiryId>[]> {
    const stamp = stampOf(texts);
    const known = this.kept.get(sessionId);
    if (known?.stamp === stamp) return known.pairs;
    const pairs = findPairs(texts);
    this.kept.set(sessionId, { stamp, pairs });
    return pairs;
  }
}

async function findPairs(texts: readonly FoldedRow[]): Promise<Pair<InquiryId>[]> {
  const steps = closePairs(texts, { from: SIMILAR_FROM, limit: MAX_FOUND });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

function stampOf(texts: readonly FoldedRow[]): string {
  const hash = createHash('sha256');
  for (const { id, rev } of texts) hash.update(`${id} ${rev} `);
  return hash.digest('base64');
}
