import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { MAX_IMPORT_BYTES, MAX_IMPORT_ITEMS } from '../../../shared/question-bank/question-import.schema.js';
import {
  exportTooLarge,
  type ExportQuestions,
} from '../../../shared/question-bank/question-export.schema.js';
import type { QuestionSelection } from '../../../shared/question-bank/question-change.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Exports } from '../../platform/export/exports.service.js';
import { fail } from '../../platform/failure-error.js';
import type { FileBody } from '../../platform/http/route.js';
import { Workers, type WorkerTask } from '../../platform/workers/workers.service.js';
import { bankTexts } from './bank-texts.js';
import { readExported, readOutline } from './export.queries.js';
import type { ExportOrder } from './export.worker.js';

/** Others get their turn between so many questions. */
const QUESTIONS_AT_ONCE = 50;

const bytes = z
  .instanceof(Uint8Array)
  .transform((made) => Buffer.from(made.buffer, made.byteOffset, made.byteLength));
const taskOf = (name: ExportQuestions['form']): WorkerTask<ExportOrder, Buffer> => ({
  module: new URL('./export.worker.js', import.meta.url),
  name,
  out: bytes,
});

/** Questions to take along, in a file that an import takes in again. */
@Injectable()
export class QuestionExports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly exports: Exports,
    private readonly workers: Workers,
  ) {}

  async file(
    { memberId }: Viewer,
    { selection, form, lang }: ExportQuestions,
    signal: AbortSignal,
  ): Promise<FileBody> {
    const { count, revision } = await readOutline(this.dataSource, selection);
    if (count > MAX_IMPORT_ITEMS) fail(exportTooLarge, { max: MAX_IMPORT_ITEMS });
    const chosen = createHash('sha256').update(JSON.stringify(selection)).digest('hex');
    const content = await this.exports.file({
      key: `questions ${chosen} ${revision} ${lang} ${form}`,
      person: memberId,
      make: async (gone) => {
        const parts = await this.partsOf(selection);
        return this.workers.run(taskOf(form), { parts, language: lang }, gone);
      },
      signal,
    });
    if (content.length > MAX_IMPORT_BYTES) fail(exportTooLarge, { max: MAX_IMPORT_ITEMS });
    return { name: `${bankTexts[lang]('fileName')}.${form}`, content };
  }

  /** At one moment of the database. */
  private partsOf(selection: QuestionSelection): Promise<string[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const parts: string[] = [];
      for (let from = 0; ; from += QUESTIONS_AT_ONCE) {
        const questions = await readExported(tx, selection, { from, limit: QUESTIONS_AT_ONCE });
        if (questions.length > 0) parts.push(JSON.stringify(questions));
        if (questions.length < QUESTIONS_AT_ONCE) return parts;
      }
    });
  }
}
