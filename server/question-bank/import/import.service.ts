import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  importFormat,
  type ApplyImport,
  type ImportItemPage,
  type ImportItemQuery,
  type ImportPreview,
  type ImportResult,
  type PreviewImport,
} from '../../../shared/question-bank/question-import.schema.js';
import { FILE_NOTES } from '../../../shared/question-bank/import-findings.js';
import { importId } from '../../../shared/question-bank/question.schema.js';
import { staleWrite } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { fail } from '../../platform/failure-error.js';
import { Imports, type Arrival, type ImportKind } from '../../platform/import/imports.service.js';
import type { ImportItem, OwnFile } from '../../platform/import/imports.queries.js';
import { parsedFile } from '../../platform/import/parsed-file.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { newQuestionOf, presentItem } from './import.present.js';
import {
  countImported,
  countUpdated,
  isImportInUse,
  markKnown,
  readDrafts,
  readImportTopics,
  removeImported,
} from './import.queries.js';
import { markChanged, updateQuestions } from './import-updates.queries.js';
import { addQuestions } from '../question/question-write.queries.js';
import { ensureTopics } from '../topic/topic.queries.js';
import { findByFingerprints } from '../question/question.queries.js';
import { QuestionService } from '../question/question.service.js';

const FIRST_PAGE = 50;
/** Each level in words of its own asks for an answer of its own. */
const WARNING_CODES = { byText: ['import.level_unknown'], ofFile: [...FILE_NOTES] };

const questionFiles: ImportKind<PreviewImport> = {
  name: 'question',
  task: { module: new URL('./import.worker.js', import.meta.url), name: 'parse', out: parsedFile },
  markKnown: async (tx, id) => {
    await markKnown(tx, id);
    await markChanged(tx, id);
  },
  prepare: async (tx, id) => {
    // Before the first question: who writes one by hand makes its topic first, too, so nobody waits in a circle.
    await ensureTopics(tx, await readImportTopics(tx, id), id);
  },
  add: addItems,
  update: updateQuestions,
  isInUse: isImportInUse,
  remove: removeImported,
};

const ownOf = (viewer: Viewer, id: string): OwnFile => ({
  kind: questionFiles.name,
  id,
  memberId: viewer.memberId,
});

/** Question files: looked at first, added only when the organiser says so. */
@Injectable()
export class ImportService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: Imports,
    private readonly questions: QuestionService,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'question-import.forget',
      cron: '17 3 * * *',
      run: () => this.imports.forgetOld(),
    });
  }

  async preview(viewer: Viewer, request: PreviewImport, signal: AbortSignal): Promise<ImportPreview> {
    const { memberId } = viewer;
    const id = await this.imports.preview(questionFiles, request, { memberId, signal });
    return this.read(viewer, id);
  }

  async read(viewer: Viewer, id: string): Promise<ImportPreview> {
    const { file, counts, errors, warnings, undoUntil } = await this.imports.summary(
      ownOf(viewer, id),
      WARNING_CODES,
    );
    const [page, added, updated] = await Promise.all([
      this.items(viewer, id, { limit: FIRST_PAGE }),
      file.appliedAt && countImported(this.dataSource, id),
      file.appliedAt && countUpdated(this.dataSource, id),
    ]);
    const { ready, warned, changed, duplicate, rejected } = counts;
    return {
      ...page,
      id: importId.parse(file.id),
      fileName: file.fileName,
      format: importFormat.parse(file.format),
      counts: { accepted: ready + warned, duplicate, rejected },
      warned,
      changed,
      warnings,
      lackingTopic: errors['import.topic_missing'] ?? 0,
      added,
      updated,
      appliedAt: file.appliedAt?.toISOString() ?? null,
      undoUntil: undoUntil?.toISOString() ?? null,
    };
  }

  async items(viewer: Viewer, id: string, { standing, ...page }: ImportItemQuery): Promise<ImportItemPage> {
    const { items, next } = await this.imports.items(ownOf(viewer, id), {
      ...page,
      standing: standing ?? null,
    });
    return { items: items.map(presentItem), next };
  }

  /** Adds the accepted items, or those chosen of them. What came into the bank meanwhile is skipped, and told. */
  apply(viewer: Viewer, id: string, selection: ApplyImport): Promise<ImportResult> {
    return this.imports.apply(questionFiles, ownOf(viewer, id), selection);
  }

  undo(viewer: Viewer, id: string): Promise<void> {
    return this.imports.undo(questionFiles, ownOf(viewer, id));
  }

  /** Approves what came in as drafts; tells how many that were. */
  async approve(viewer: Viewer, id: string): Promise<number> {
    await this.imports.summary(ownOf(viewer, id));
    return this.questions.review(viewer, await readDrafts(this.dataSource, id), 'reviewed');
  }
}

/** Those that were not added turned out to be repeats. */
async function addItems(
  tx: EntityManager,
  items: readonly ImportItem[],
  { id, memberId }: OwnFile,
): Promise<Arrival> {
  const wanted = items.map((item) => ({ place: item.place, question: newQuestionOf(item) }));
  const questions = wanted.map(({ question }) => question);
  const added = new Set(await addQuestions(tx, questions, { memberId, importId: id }));
  const missed = wanted.filter(({ question }) => !added.has(question.id));
  if (missed.length === 0) return { added: added.size, repeats: [] };
  const known = await findByFingerprints(
    tx,
    missed.map(({ question }) => question.fingerprint),
  );
  // Nothing but its like keeps a question out; one that went again since was there a moment ago.
  const repeats = missed.map(({ place, question }) => ({
    place,
    duplicateOf: known.get(question.fingerprint) ?? fail(staleWrite),
  }));
  return { added: added.size, repeats };
}
