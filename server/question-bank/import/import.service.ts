import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  importAlreadyApplied,
  importUndoTooLate,
  importUnknownLines,
} from '../../../shared/question-bank/question-import.errors.js';
import {
  importId,
  type ApplyImport,
  type ImportItemView,
  type ImportPreview,
  type ImportResult,
  type ParsedItem,
  type PreviewImport,
} from '../../../shared/question-bank/question-import.schema.js';
import { questionId } from '../../../shared/question-bank/question.schema.js';
import { notFound, staleWrite } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Audit } from '../../platform/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { fail } from '../../platform/failure-error.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { parseCsv } from './csv-import.rules.js';
import { parseGift } from './gift.rules.js';
import { ImportRefused } from './import-refused.rules.js';
import {
  addImport,
  forgetOldImports,
  isImportInUse,
  lockImport,
  markApplied,
  readImport,
  removeImported,
  rewriteItems,
  type ImportRecord,
} from './import.queries.js';
import { addQuestions, type NewQuestion } from '../question/question-write.queries.js';
import { findByFingerprints } from '../question/question.queries.js';
import { fingerprint } from '../grading/question-text.rules.js';

const UNDO_MS = 10 * 60_000;

/** Question files: looked at first, added only when the organiser says so. */
@Injectable()
export class ImportService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'question-import.forget',
      cron: '17 3 * * *',
      run: () => forgetOldImports(this.dataSource),
    });
  }

  async preview(viewer: Viewer, request: PreviewImport): Promise<ImportPreview> {
    const items = await this.judge(parse(request));
    const id = newId(importId);
    const { fileName, format } = request;
    await addImport(this.dataSource, { id, fileName, format, items, memberId: viewer.memberId });
    return this.read(viewer, id);
  }

  async read(viewer: Viewer, id: string): Promise<ImportPreview> {
    return present((await readImport(this.dataSource, id, viewer.memberId)) ?? fail(notFound));
  }

  /** Adds the accepted items, or those chosen of them. What came into the bank meanwhile is skipped, and told. */
  async apply(viewer: Viewer, id: string, { lines }: ApplyImport): Promise<ImportResult> {
    return this.dataSource.transaction(async (tx) => {
      const record = (await lockImport(tx, id, viewer.memberId)) ?? fail(notFound);
      if (record.applied_at) fail(importAlreadyApplied);
      const wanted = chosenOf(record.items, lines).flatMap(wantedOf);
      const questions = wanted.map(({ question }) => question);
      const origin = { memberId: viewer.memberId, importId: record.id };
      const added = new Set(await addQuestions(tx, questions, origin));
      const missed = wanted.filter(({ question }) => !added.has(question.id));
      if (missed.length > 0) await rewriteItems(tx, id, await withRepeats(tx, record.items, missed));
      await markApplied(tx, id, true);
      const details = { fileName: record.file_name, added: added.size };
      await this.audit.record(tx, {
        actorId: viewer.memberId,
        action: 'question.import',
        subjectId: id,
        details,
      });
      return { added: added.size, skipped: record.items.length - added.size, repeated: missed.length };
    });
  }

  /** Takes an applied import back as a whole, for ten minutes and while nothing builds on it. */
  async undo(viewer: Viewer, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const record = (await lockImport(tx, id, viewer.memberId)) ?? fail(notFound);
      const until = undoUntil(record);
      if (!until || until < this.clock.now() || (await isImportInUse(tx, id))) fail(importUndoTooLate);
      const removed = await removeImported(tx, id);
      await markApplied(tx, id, false);
      await this.audit.record(tx, {
        actorId: viewer.memberId,
        action: 'question.import_undo',
        subjectId: id,
        details: { removed },
      });
    });
  }

  /** An item is a duplicate when its like is in the bank or stands earlier in the same file. */
  private async judge(items: readonly ParsedItem[]): Promise<ImportItemView[]> {
    const prints = items.map(({ question }) => question && fingerprint(question.content));
    const known = await findByFingerprints(
      this.dataSource,
      prints.filter((print) => print !== null),
    );
    const firstLine = new Map<string, number>();
    return items.map((item, index) => {
      const print = prints[index];
      if (!print || item.errors.length > 0) return { ...item, outcome: 'rejected', duplicateOf: null };
      const earlier = firstLine.get(print);
      const duplicateOf = known.get(print) ?? (earlier === undefined ? null : `#${earlier}`);
      if (duplicateOf !== null) return { ...item, outcome: 'duplicate', duplicateOf };
      firstLine.set(print, item.line);
      return { ...item, outcome: 'accepted', duplicateOf: null };
    });
  }
}

function parse({ format, text, fallbackTopic }: PreviewImport): ParsedItem[] {
  try {
    return format === 'gift' ? parseGift(text, { fallbackTopic }) : parseCsv(text, { fallbackTopic });
  } catch (error) {
    if (error instanceof ImportRefused) return fail(error.kind, error.params);
    throw error;
  }
}

function chosenOf(items: readonly ImportItemView[], lines: ApplyImport['lines']): ImportItemView[] {
  const accepted = items.filter(({ outcome }) => outcome === 'accepted');
  if (lines === 'all') return accepted;
  const byLine = new Map(accepted.map((item) => [item.line, item]));
  const unknown = lines.filter((line) => !byLine.has(line));
  if (unknown.length > 0) fail(importUnknownLines, { lines: unknown.slice(0, 20).join(', ') });
  return [...new Set(lines)].flatMap((line) => byLine.get(line) ?? []);
}

type Wanted = { item: ImportItemView; question: NewQuestion };

/** What came in with a warning waits as a draft until somebody looked at it. */
function wantedOf(item: ImportItemView): Wanted[] {
  if (!item.question) return [];
  const question: NewQuestion = {
    id: newId(questionId),
    ...item.question,
    fingerprint: fingerprint(item.question.content),
    reviewState: item.warnings.length > 0 ? 'draft' : 'reviewed',
  };
  return [{ item, question }];
}

/** The items, those that were not added shown as what they turned out to be. */
async function withRepeats(
  tx: EntityManager,
  items: readonly ImportItemView[],
  missed: readonly Wanted[],
): Promise<ImportItemView[]> {
  const known = await findByFingerprints(
    tx,
    missed.map(({ question }) => question.fingerprint),
  );
  // Nothing but its like keeps a question out; one that went again since was there a moment ago.
  const codeOf = ({ question }: Wanted) => known.get(question.fingerprint) ?? fail(staleWrite);
  const repeats = new Map(missed.map((one) => [one.item, codeOf(one)]));
  return items.map((item) => {
    const duplicateOf = repeats.get(item);
    return duplicateOf === undefined ? item : { ...item, outcome: 'duplicate', duplicateOf };
  });
}

function undoUntil({ applied_at: appliedAt }: ImportRecord): Date | null {
  return appliedAt && new Date(appliedAt.getTime() + UNDO_MS);
}

function present(record: ImportRecord): ImportPreview {
  const count = (outcome: ImportItemView['outcome']): number =>
    record.items.filter((item) => item.outcome === outcome).length;
  return {
    id: record.id,
    fileName: record.file_name,
    format: record.format,
    counts: { accepted: count('accepted'), duplicate: count('duplicate'), rejected: count('rejected') },
    items: record.items,
    added: record.applied_at && record.added,
    appliedAt: record.applied_at?.toISOString() ?? null,
    undoUntil: undoUntil(record)?.toISOString() ?? null,
  };
}
