import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { notFound } from '../../../shared/kernel/failure.js';
import { Clock } from '../../platform/clock.js';
import { BatchWriter } from '../../platform/database/batch-writer.js';
import type { Sql } from '../../platform/database/sql.js';
import { Exports } from '../../platform/export/exports.service.js';
import { fail } from '../../platform/failure-error.js';
import type { FileBody } from '../../platform/http/route.js';
import type { Language } from '../../platform/text/texts.js';
import { Workers, type WorkerTask } from '../../platform/workers/workers.service.js';
import { presentDesk } from '../inquiry/inquiry.present.js';
import { readInquiries } from '../inquiry/inquiry.queries.js';
import type { DeskEntry } from './desk-table.present.js';
import { ledgerTexts } from './ledger-book.present.js';
import {
  readLedgerFacts,
  readLedgerPlaces,
  readLedgerRevisions,
  type LedgerPlace,
} from './ledger.queries.js';
import { statisticsOf } from './ledger.rules.js';
import { ledgerEntriesAt } from './ledger.service.js';
import type { LedgerPrint, Parts } from './ledger.worker.js';
import { QnaAccess, type Who } from '../session/qna-access.service.js';
import type { SessionRow } from '../session/session.queries.js';

export type LedgerForm = 'csv' | 'pdf' | 'xlsx';
/** A file that is wanted, in which language, until whoever asked has gone. */
export type FileOrder<Form extends LedgerForm = LedgerForm> = {
  form: Form;
  language: Language;
  signal: AbortSignal;
};
type DeskForm = 'csv' | 'xlsx';

/** Others get their turn between so many entries: reading and presenting them takes a while. */
const ENTRIES_AT_ONCE = 50;

const bytes = z
  .instanceof(Uint8Array)
  .transform((made) => Buffer.from(made.buffer, made.byteOffset, made.byteLength));
const taskOf = <In>(name: string): WorkerTask<In, Buffer> => ({
  module: new URL('./ledger.worker.js', import.meta.url),
  name,
  out: bytes,
});
const DESK_TASKS = { csv: 'deskAsCsv', xlsx: 'deskAsXlsx' } as const;

/** A session's ledger to take along, as it is now: the public one, and the one that its moderators keep. */
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

  async file(who: Who, sessionId: string, { form, language, signal }: FileOrder): Promise<FileBody> {
    const { session, participant } = await this.access.seat(who, sessionId);
    const revision = await this.revisions.write(session.id);
    const content = await this.exports.file({
      key: `ledger ${session.id} ${session.revision} ${revision} ${language} ${form}`,
      person: participant.id,
      make: async (gone) =>
        this.workers.run(taskOf<LedgerPrint>(form), await this.print(session, language), gone),
      signal,
    });
    return { name: `${ledgerTexts[language]('fileName')}-${session.code}.${form}`, content };
  }

  /** Every question in every state, with the notes: for who is at the desk. */
  async deskFile(
    { viewer }: Who,
    sessionId: string,
    { form, language, signal }: FileOrder<DeskForm>,
  ): Promise<FileBody> {
    const { session, participant } = await this.access.desk(viewer ?? fail(notFound), sessionId);
    const revision = await this.revisions.write(session.id);
    const content = await this.exports.file({
      key: `desk ${session.id} ${session.revision} ${revision} ${language} ${form}`,
      person: participant.id,
      make: async (gone) =>
        this.workers.run(
          taskOf<Parts>(DESK_TASKS[form]),
          { language, parts: await this.deskParts(session.id) },
          gone,
        ),
      signal,
    });
    return { name: `${ledgerTexts[language]('desk.fileName')}-${session.code}.${form}`, content };
  }

  /** At one moment of the database, so that the numbers at its head are those of its entries. */
  private print(session: SessionRow, language: Language): Promise<LedgerPrint> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => ({
      title: session.settings.title,
      code: session.code,
      startsAt: session.startsAt,
      madeAt: this.clock.now(),
      parts: await partsOf(tx, session.id, ledgerEntriesAt),
      statistics: statisticsOf(await readLedgerFacts(tx, session.id)),
      language,
    }));
  }

  private deskParts(sessionId: string): Promise<string[]> {
    return this.dataSource.transaction('REPEATABLE READ', (tx) => partsOf(tx, sessionId, deskEntriesAt));
  }
}

type EntriesAt = (sql: Sql, places: readonly LedgerPlace[]) => Promise<unknown[]>;

/** All entries of a session in the order of the ledger, as JSON. */
async function partsOf(sql: Sql, sessionId: string, entriesAt: EntriesAt): Promise<string[]> {
  const places = await readLedgerPlaces(sql, sessionId, { after: null, limit: null });
  const parts: string[] = [];
  for (let from = 0; from < places.length; from += ENTRIES_AT_ONCE)
    parts.push(JSON.stringify(await entriesAt(sql, places.slice(from, from + ENTRIES_AT_ONCE))));
  return parts;
}

async function deskEntriesAt(sql: Sql, places: readonly LedgerPlace[]): Promise<DeskEntry[]> {
  const ids = places.map(({ id }) => id);
  const byId = new Map((await readInquiries(sql, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...presentDesk(row), number: row.receipt }] : [];
  });
}
