import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchText } from '../../../shared/kernel/text.js';
import type { InquiryId } from '../../../shared/qna/session.schema.js';
import { BoundedMap } from '../../platform/bounded-map.js';
import { readTexts, type TextRow } from './similar.queries.js';
import { TrigramIndex } from './trigram.rules.js';

/** `stale` names what changed since the index last looked. */
type Kept = { index: Promise<TrigramIndex<InquiryId>>; stale: Set<string> };

const MAX_SESSIONS = 20;
const SHOWN = new Set(['approved', 'answering', 'answered']);

/**
 * Finds questions that are close to what somebody types. The texts of a session are kept in memory by their trigrams:
 * asking the database for each few letters that a hall types took most of a second with 20,000 questions.
 */
@Injectable()
export class SimilarTexts {
  private readonly kept = new BoundedMap<string, Kept>(MAX_SESSIONS);

  constructor(private readonly dataSource: DataSource) {}

  /** Questions that are other than they were; looked at by the next search. */
  touched(sessionId: string, inquiryIds: Iterable<string>): void {
    const kept = this.kept.get(sessionId);
    if (kept) for (const id of inquiryIds) kept.stale.add(id);
  }

  forgetAll(): void {
    this.kept.clear();
  }

  /** Questions the room sees, by trigram similarity (0 to 1) without accents and case, closest first. */
  async closeTo(
    sessionId: string,
    text: string,
    options: { from: number; limit: number },
  ): Promise<{ id: InquiryId; similarity: number }[]> {
    const index = await this.indexOf(sessionId);
    return index.closeTo(searchText(text), options);
  }

  private async indexOf(sessionId: string): Promise<TrigramIndex<InquiryId>> {
    const known = this.kept.get(sessionId);
    if (!known) return this.build(sessionId);
    const index = await known.index;
    if (index.isWorn) return this.build(sessionId);
    if (known.stale.size > 0) await this.refresh(sessionId, known, index);
    return index;
  }

  private build(sessionId: string): Promise<TrigramIndex<InquiryId>> {
    const index = readTexts(this.dataSource, sessionId, null).then((rows) => {
      const fresh = new TrigramIndex<InquiryId>();
      take(fresh, rows);
      return fresh;
    });
    this.kept.set(sessionId, { index, stale: new Set() });
    index.catch(() => this.kept.delete(sessionId));
    return index;
  }

  private async refresh(sessionId: string, known: Kept, index: TrigramIndex<InquiryId>): Promise<void> {
    const ids = [...known.stale];
    for (const id of ids) known.stale.delete(id);
    try {
      take(index, await readTexts(this.dataSource, sessionId, ids));
    } catch (error) {
      for (const id of ids) known.stale.add(id);
      throw error;
    }
  }
}

function take(index: TrigramIndex<InquiryId>, rows: readonly TextRow[]): void {
  for (const { id, folded, state } of rows) {
    if (SHOWN.has(state)) index.put(id, folded);
    else index.remove(id);
  }
}
