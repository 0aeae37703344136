import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import { Exports } from '../../platform/export/exports.service.js';
import type { FileBody } from '../../platform/http/route.js';
import type { Language } from '../../platform/text/texts.js';
import { Workers, type WorkerTask } from '../../platform/workers/workers.service.js';
import { ledgerTexts } from './ledger-book.present.js';
import { readLedgerFacts, readLedgerPlaces, readLedgerRevisions } from './ledger.queries.js';
import { statisticsOf } from './ledger.rules.js';
import { ledgerEntriesAt } from './ledger.service.js';
import type { LedgerPrint } from './ledger.worker.js';
import { QnaAccess, type Who } from '../session/qna-access.service.js';
import type { SessionRow } from '../session/session.queries.js';

export type LedgerForm = 'csv' | 'pdf' | 'xlsx';
export type LedgerOrder = { form: LedgerForm; language: Language; signal: AbortSignal };

/** Others get their turn between so many entries: reading and presenting them takes a while. */
const ENTRIES_AT_ONCE = 50;

const bytes = z
  .instanceof(Uint8Array)
  .transform((made) => Buffer.from(made.buffer, made.byteOffset, made.byteLength));
const taskOf = (name: LedgerForm): WorkerTask<LedgerPrint, Buffer> => ({
  module: new URL('./ledger.worker.js', import.meta.url),
  name,
  out: bytes,
});

/** A session's ledger to take along, as it is now. */
@Injectable()
export class LedgerFiles {
  /** Those who ask at the same time are answered by one statement. */
  private readonly revisions = new BatchWriter<string, string>({
    flush: (sessionIds) => readLedgerRevisions(this.dataSource, sessionIds),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: QnaAccess,
    private readonly exports: Exports,
    private readonly workers: Workers,
    private readonly clock: Clock,
  ) {}

  async file(who: Who, sessionId: string, { form, language, signal }: LedgerOrder): Promise<FileBody> {
    const { session, participant } = await this.access.seat(who, sessionId);
    const revision = await this.revisions.write(session.id);
    const content = await this.exports.file({
      key: `ledger ${session.id} ${session.revision} ${revision} ${language} ${form}`,
      person: participant.id,
      make: async (gone) => this.workers.run(taskOf(form), await this.print(session, language), gone),
      signal,
    });
    return { name: `${ledgerTexts[language]('fileName')}-${session.code}.${form}`, content };
  }

  /** At one moment of the database, so that the numbers at its head are those of its entries. */
  private print(session: SessionRow, language: Language): Promise<LedgerPrint> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const places = await readLedgerPlaces(tx, session.id, { after: null, limit: null });
      const parts: string[] = [];
      for (let from = 0; from < places.length; from += ENTRIES_AT_ONCE) {
        const entries = await ledgerEntriesAt(tx, places.slice(from, from + ENTRIES_AT_ONCE));
        parts.push(JSON.stringify(entries));
      }
      return {
        title: session.settings.title,
        code: session.code,
        startsAt: session.startsAt,
        madeAt: this.clock.now(),
        statistics: statisticsOf(await readLedgerFacts(tx, session.id)),
        language,
        parts,
      };
    });
  }
}
