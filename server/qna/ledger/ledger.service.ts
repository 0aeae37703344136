import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { PageQuery } from '../../../shared/kernel/page.js';
import type { InquiryState } from '../../../shared/qna/inquiry.schema.js';
import type { LedgerEntry, LedgerPage } from '../../../shared/qna/ledger.schema.js';
import type { QnaSessionId } from '../../../shared/qna/session.schema.js';
import { Clock } from '../../platform/clock.js';
import type { Sql } from '../../platform/database/sql.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import { answerOf } from '../inquiry/inquiry.present.js';
import { readInquiries, type InquiryRow } from '../inquiry/inquiry.queries.js';
import { readLedgerFacts, readLedgerPlaces, type LedgerPlace } from './ledger.queries.js';
import { keptBackBy, statisticsOf } from './ledger.rules.js';
import { QnaAccess, type Who } from '../session/qna-access.service.js';

const place = z.tuple([z.int(), z.uuid()]);

/** What came of every question of a session, for whoever may be in it. */
@Injectable()
export class Ledger {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
    private readonly clock: Clock,
  ) {}

  async page(who: Who, sessionId: QnaSessionId, { cursor, limit }: PageQuery): Promise<LedgerPage> {
    await this.access.seat(who, sessionId);
    const from = decodeCursor(place, cursor);
    const after = from && { place: from[0], id: from[1] };
    const [facts, places] = await Promise.all([
      readLedgerFacts(this.dataSource, sessionId),
      readLedgerPlaces(this.dataSource, sessionId, { after, limit: limit + 1 }),
    ]);
    const last = places[limit] && places[limit - 1];
    return {
      items: await ledgerEntriesAt(this.dataSource, places.slice(0, limit)),
      next: last ? encodeCursor([last.place, last.id]) : null,
      statistics: statisticsOf(facts),
      serverNow: this.clock.now().toISOString(),
    };
  }
}

/** What stands at these places, in their order. */
export async function ledgerEntriesAt(sql: Sql, places: readonly LedgerPlace[]): Promise<LedgerEntry[]> {
  const rows = await readInquiries(
    sql,
    places.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, rootState }) => {
    const row = byId.get(id);
    return row ? [presentLedgerEntry(row, rootState)] : [];
  });
}

/** A question as anybody may look it up: what the room never saw keeps its words and its author to itself. */
function presentLedgerEntry(row: InquiryRow, rootState: InquiryState): LedgerEntry {
  const kept = keptBackBy(row.state, rootState);
  const readable = kept === null;
  return {
    id: row.id,
    number: row.receipt,
    text: readable ? row.text : null,
    kept,
    author: readable && !row.anonymous ? { name: row.authorName ?? '', unit: row.authorUnit ?? '' } : null,
    askedAt: row.askedAt.toISOString(),
    state: row.state,
    votes: row.votes,
    labels: readable ? row.labels : [],
    // What is left after merging, however many were merged on the way.
    mergedInto: row.state === 'merged' ? row.rootId : null,
    decline: row.declineReason,
    answer: answerOf(row),
  };
}
