import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  SIMILAR_FROM,
  type InquiryPage,
  type InquirySort,
  type ListedInquiry,
  type SimilarInquiries,
} from '../../../shared/qna/inquiry.schema.js';
import { Clock } from '../../platform/clock.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { AnonymousAskers } from '../inquiry/anonymous-askers.service.js';
import { presentListed, presentPublic } from '../inquiry/inquiry.present.js';
import { readInquiries, readVoted } from '../inquiry/inquiry.queries.js';
import { QnaAccess, type Seat, type Who } from '../session/qna-access.service.js';
import { rankedAfter } from '../inquiry/ranking.rules.js';
import { Rankings, type Shown } from '../inquiry/rankings.service.js';
import { SimilarTexts } from '../similar/similar-texts.service.js';

const rankPlace = z.object({ id: z.uuid(), votes: z.number(), views: z.number(), askedAtMs: z.number() });
const MOST_SIMILAR = 5;

/** What the room sees of a session's questions. */
@Injectable()
export class InquiryList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: QnaAccess,
    private readonly rankings: Rankings,
    private readonly askers: AnonymousAskers,
    private readonly texts: SimilarTexts,
  ) {}

  async page(
    who: Who,
    sessionId: string,
    query: { sort: InquirySort; show: Shown; cursor?: string | undefined; limit: number },
  ): Promise<InquiryPage> {
    const seat = await this.access.seat(who, sessionId);
    const order = await this.rankings.orderOf(sessionId, query.show, query.sort);
    const rest = rankedAfter(order, query.sort, decodeCursor(rankPlace, query.cursor));
    const keys = rest.slice(0, query.limit);
    const items = await this.listed(
      seat,
      keys.map((key) => key.id),
      query.sort === 'fair',
    );
    const last = keys.at(-1);
    return {
      items,
      next: last && rest.length > keys.length ? encodeCursor(last) : null,
      serverNow: this.clock.now().toISOString(),
    };
  }

  /** Open questions close to a text, to support instead of asking again. */
  async similar(who: Who, sessionId: string, text: string): Promise<SimilarInquiries> {
    const seat = await this.access.seat(who, sessionId);
    const found = await this.texts.closeTo(sessionId, text, { from: SIMILAR_FROM, limit: MOST_SIMILAR });
    const items = await this.listed(
      seat,
      found.map((one) => one.id),
      false,
    );
    const closeness = new Map<string, number>(found.map((one) => [one.id, one.similarity]));
    return { items: items.map((item) => ({ ...item, similarity: closeness.get(item.id) ?? 0 })), next: null };
  }

  /** In the order of the ids; what the room may not see any more is left out. */
  private async listed(seat: Seat, ids: readonly string[], fair: boolean): Promise<ListedInquiry[]> {
    const [rows, voted] = await Promise.all([
      readInquiries(this.dataSource, ids),
      readVoted(this.dataSource, seat.participant.id, ids),
    ]);
    const byId = new Map(rows.map((row) => [String(row.id), row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      const view = row && presentPublic(row);
      if (!row || !view) return [];
      const own = row.authorId === seat.participant.id || this.askers.isAuthor(row.id, seat.participant.id);
      return [presentListed(view, { key: row, voted: voted.has(row.id), own, fair })];
    });
  }
}
