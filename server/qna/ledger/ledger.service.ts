import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { PageQuery } from '../../../shared/kernel/page.js';
import type { LedgerEntry, LedgerPage } from '../../../shared/qna/ledger.schema.js';
import type { QnaSessionId } from '../../../shared/qna/session.schema.js';
import { Clock } from '../../platform/clock.js';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js';
import type { FileBody } from '../../platform/http/route.js';
import { readInquiries } from '../inquiry/inquiry.queries.js';
import type { LedgerBook } from './ledger-book.present.js';
import { ledgerCsv } from './ledger-csv.present.js';
import { ledgerPdf } from './ledger-pdf.present.js';
import { LEDGER_WORDS, type LedgerLanguage } from './ledger-words.js';
import { presentLedgerEntry } from './ledger.present.js';
import { readLedgerFacts, readLedgerPlaces, type LedgerPlace } from './ledger.queries.js';
import { statisticsOf } from './ledger.rules.js';
import { QnaAccess, type Who } from '../session/qna-access.service.js';

const place = z.tuple([z.int(), z.uuid()]);

/** What came of every question of a session, for whoever may be in it. */
@Injectable()
export class Ledger {
  /** One file is set at a time; the others wait. */
  private printing: Promise<unknown> = Promise.resolve();

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
      items: await this.entriesAt(places.slice(0, limit)),
      next: last ? encodeCursor([last.place, last.id]) : null,
      statistics: statisticsOf(facts),
      serverNow: this.clock.now().toISOString(),
    };
  }

  async csv(who: Who, sessionId: QnaSessionId, language: LedgerLanguage): Promise<FileBody> {
    const words = LEDGER_WORDS[language];
    const book = await this.book(who, sessionId);
    return { name: `${words.fileName}-${book.code}.csv`, content: Buffer.from(ledgerCsv(book, words)) };
  }

  async pdf(who: Who, sessionId: QnaSessionId, language: LedgerLanguage): Promise<FileBody> {
    const words = LEDGER_WORDS[language];
    const book = await this.book(who, sessionId);
    const printed = this.printing.then(() => ledgerPdf(book, words));
    this.printing = printed.catch(() => undefined);
    return { name: `${words.fileName}-${book.code}.pdf`, content: await printed };
  }

  private async book(who: Who, sessionId: QnaSessionId): Promise<LedgerBook> {
    const { session } = await this.access.seat(who, sessionId);
    const [facts, places] = await Promise.all([
      readLedgerFacts(this.dataSource, sessionId),
      readLedgerPlaces(this.dataSource, sessionId, { after: null, limit: null }),
    ]);
    return {
      title: session.settings.title,
      code: session.code,
      startsAt: session.startsAt,
      madeAt: this.clock.now(),
      entries: await this.entriesAt(places),
      statistics: statisticsOf(facts),
    };
  }

  private async entriesAt(places: readonly LedgerPlace[]): Promise<LedgerEntry[]> {
    const rows = await readInquiries(
      this.dataSource,
      places.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return places.flatMap(({ id, rootState }) => {
      const row = byId.get(id);
      return row ? [presentLedgerEntry(row, rootState)] : [];
    });
  }
}
