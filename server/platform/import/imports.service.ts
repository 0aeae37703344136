import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { notFound } from '../../../shared/kernel/failure.js';
import {
  importAlreadyApplied,
  importInUse,
  importNotApplied,
  importUndoTooLate,
  importUnknownLines,
  type ImportSelection,
  type ImportStanding,
} from '../../../shared/kernel/import.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Acts } from '../act/acts.service.js';
import { Clock } from '../clock.js';
import { fail } from '../failure-error.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { FairQueue } from '../workers/fair-queue.js';
import { Workers, type WorkerTask } from '../workers/workers.service.js';
import {
  countErrors,
  countItems,
  countWarnings,
  forgetOld,
  insertFile,
  insertItems,
  lockFile,
  lockKind,
  markApplied,
  markRepeats,
  readFile,
  readItems,
  readSelected,
  readUnknownLines,
  type ImportFile,
  type ImportItem,
  type OwnFile,
  type Repeat,
  type WarningCodes,
} from './imports.queries.js';
import type { ParsedFile } from './parsed-file.js';

const UNDO_MS = 10 * 60_000;
/** Others get their turn between so many items. */
const ITEMS_AT_ONCE = 100;
const MAX_WAITING = 50;
const MAX_WAITING_OF_ONE = 4;

/** What became of items that were to come in. Counted from what was written; all others are repeats. */
export type Arrival = { added: number; repeats: readonly Repeat[] };

/** Something that comes in by files. What it is, only its feature knows. */
export type ImportKind<Request> = {
  name: string;
  task: WorkerTask<Request, ParsedFile>;
  /** Marks as duplicates the items whose print is there already. */
  markKnown: (tx: EntityManager, fileId: string) => Promise<void>;
  /** Makes what the items of the file will stand under, all of it before the first of them. */
  prepare: (tx: EntityManager, fileId: string) => Promise<void>;
  /** Adds items, but those whose like has come in meanwhile. */
  add: (tx: EntityManager, items: readonly ImportItem[], origin: OwnFile) => Promise<Arrival>;
  /** Has what is there say what items of the standing `changed` say; tells how many. Those that moved on since stay. */
  update: (tx: EntityManager, items: readonly ImportItem[], origin: OwnFile) => Promise<number>;
  /** Whether something builds on what came in already; holds it until the end of the transaction. */
  isInUse: (tx: EntityManager, fileId: string) => Promise<boolean>;
  /** Takes out what came in; tells how much that was. */
  remove: (tx: EntityManager, fileId: string) => Promise<number>;
};

export type ImportSummary = {
  file: ImportFile;
  counts: Record<ImportStanding, number>;
  errors: Record<string, number>;
  warnings: Awaited<ReturnType<typeof countWarnings>>;
  undoUntil: Date | null;
};
/** Of all items of a file `added` came in, `updated` changed what is there, and `skipped` are the rest; `repeated` of those were wanted. */
export type Applied = { added: number; updated: number; skipped: number; repeated: number };
export type ItemPage = { cursor?: string | undefined; limit: number; standing: ImportStanding | null };

/** Files of many items: looked at first and page by page, applied in one piece, taken back for ten minutes. */
@Injectable()
export class Imports {
  private readonly queue: FairQueue;

  constructor(
    private readonly dataSource: DataSource,
    private readonly workers: Workers,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {
    const { width } = workers;
    this.queue = new FairQueue({ width, maxWaiting: MAX_WAITING, maxWaitingOfOne: MAX_WAITING_OF_ONE });
  }

  /** Reads a file in a thread and keeps what is in it. Nothing is added yet. Returns the file's id. */
  async preview<Request extends { fileName: string; format: string }>(
    kind: Pick<ImportKind<Request>, 'name' | 'task' | 'markKnown'>,
    request: Request,
    { memberId, signal }: { memberId: Viewer['memberId']; signal: AbortSignal },
  ): Promise<string> {
    const read = async (): Promise<string> => {
      const parsed = await this.workers.run(kind.task, request, signal);
      if ('refused' in parsed) return fail(parsed.refused.kind, parsed.refused.params);
      const own = { kind: kind.name, id: v7(), memberId };
      await this.dataSource.transaction(async (tx) => {
        await insertFile(tx, own, request);
        for (const part of parsed.parts) await insertItems(tx, own.id, part);
        await kind.markKnown(tx, own.id);
      });
      return own.id;
    };
    return this.queue.run(memberId, read, signal);
  }

  async summary(own: OwnFile, codes: WarningCodes = { byText: [], ofFile: [] }): Promise<ImportSummary> {
    const file = (await readFile(this.dataSource, own)) ?? fail(notFound);
    const counts = await countItems(this.dataSource, own.id);
    const errors = await countErrors(this.dataSource, own.id);
    const warnings = await countWarnings(this.dataSource, own.id, codes);
    return { file, counts, errors, warnings, undoUntil: undoUntil(file) };
  }

  async items(
    own: OwnFile,
    { cursor, limit, standing }: ItemPage,
  ): Promise<{ items: ImportItem[]; next: string | null }> {
    if (!(await readFile(this.dataSource, own))) fail(notFound);
    const after = decodeCursor(z.int32(), cursor) ?? 0;
    const rows = await readItems(this.dataSource, own.id, { after, limit: limit + 1, standing });
    const last = rows[limit] && rows[limit - 1];
    return { items: rows.slice(0, limit), next: last ? encodeCursor(last.place) : null };
  }

  /** Adds what is selected in one transaction, a part at a time. */
  async apply<Request>(
    kind: ImportKind<Request>,
    own: OwnFile,
    selection: ImportSelection,
  ): Promise<Applied> {
    return this.queue.run(own.memberId, async () => {
      let applied: Applied = { added: 0, updated: 0, skipped: 0, repeated: 0 };
      await this.acts.run(own, async (tx) => {
        const file = (await lockFile(tx, own)) ?? fail(notFound);
        if (file.appliedAt) fail(importAlreadyApplied);
        const unknown = await readUnknownLines(tx, own.id, selection);
        if (unknown.length > 0) fail(importUnknownLines, { lines: unknown.join(', ') });
        await lockKind(tx, kind.name);
        await kind.prepare(tx, own.id);
        applied = await addSelected(tx, kind, { own, selection });
        await markApplied(tx, own.id, true);
        const { added, updated } = applied;
        const details = { fileName: file.fileName, added, updated };
        return { action: `${kind.name}.import`, subjectId: own.id, details };
      });
      return applied;
    });
  }

  /** Takes an applied file back as a whole, for ten minutes and while nothing builds on it. */
  async undo<Request>(kind: ImportKind<Request>, own: OwnFile): Promise<void> {
    await this.acts.run(own, async (tx) => {
      const file = (await lockFile(tx, own)) ?? fail(notFound);
      const until = undoUntil(file);
      if (!until) return fail(importNotApplied);
      if (until < this.clock.now()) fail(importUndoTooLate);
      if (await kind.isInUse(tx, own.id)) fail(importInUse);
      const removed = await kind.remove(tx, own.id);
      await markApplied(tx, own.id, false);
      return { action: `${kind.name}.import_undo`, subjectId: own.id, details: { removed } };
    });
  }

  forgetOld(): Promise<void> {
    return forgetOld(this.dataSource);
  }
}

async function addSelected<Request>(
  tx: EntityManager,
  kind: ImportKind<Request>,
  { own, selection }: { own: OwnFile; selection: ImportSelection },
): Promise<Applied> {
  let added = 0;
  let updated = 0;
  let repeated = 0;
  for (let after = 0; ;) {
    const items = await readSelected(tx, own.id, { selection, after, limit: ITEMS_AT_ONCE });
    const last = items.at(-1);
    if (!last) break;
    const changed = items.filter(({ standing }) => standing === 'changed');
    const fresh = items.filter(({ standing }) => standing !== 'changed');
    if (changed.length > 0) {
      const done = await kind.update(tx, changed, own);
      updated += done;
      repeated += changed.length - done;
    }
    const arrival = fresh.length > 0 ? await kind.add(tx, fresh, own) : { added: 0, repeats: [] };
    if (arrival.repeats.length > 0) await markRepeats(tx, own.id, arrival.repeats);
    added += arrival.added;
    repeated += arrival.repeats.length;
    after = last.place;
  }
  const all = Object.values(await countItems(tx, own.id)).reduce((sum, count) => sum + count, 0);
  return { added, updated, skipped: all - added - updated, repeated };
}

function undoUntil({ appliedAt }: ImportFile): Date | null {
  return appliedAt && new Date(appliedAt.getTime() + UNDO_MS);
}
