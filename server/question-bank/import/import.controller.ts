import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { busy } from '../../../shared/kernel/failure.js';
import {
  importAlreadyApplied,
  importInUse,
  importNotApplied,
  importUndoTooLate,
  importUnknownLines,
} from '../../../shared/kernel/import.js';
import {
  importDamaged,
  importEmpty,
  importLocked,
  importNotText,
  importTooLarge,
  importWrongColumns,
} from '../../../shared/question-bank/question-import.errors.js';
import {
  applyImport,
  importItemPage,
  importItemQuery,
  importPreview,
  importResult,
  previewImport,
  type ApplyImport,
  type ImportItemPage,
  type ImportItemQuery,
  type ImportPreview,
  type ImportResult,
  type PreviewImport,
} from '../../../shared/question-bank/question-import.schema.js';
import { changedCount, importId } from '../../../shared/question-bank/question.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import {
  Body,
  CurrentViewer,
  FromAsker,
  noContent,
  Params,
  Query,
  Route,
  type Asker,
} from '../../platform/http/route.js';
import { ImportService } from './import.service.js';
import { canUseBank } from '../bank.policy.js';

const byId = z.object({ id: importId });
type ById = z.infer<typeof byId>;

@Controller('api/question-imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @Route({
    in: { body: previewImport, raw: ['text', 'file'] },
    out: importPreview,
    policy: canUseBank,
    status: 201,
    fails: [
      ...[importTooLarge, importNotText, importEmpty, importWrongColumns],
      ...[importDamaged, importLocked, busy],
    ],
    summary: 'Look at a file of questions',
  })
  preview(
    @CurrentViewer() viewer: Viewer,
    @Body() body: PreviewImport,
    @FromAsker() asker: Asker,
  ): Promise<ImportPreview> {
    return this.imports.preview(viewer, body, asker.hungUp());
  }

  @Get(':id')
  @Route({ in: { params: byId }, out: importPreview, policy: canUseBank, summary: 'An own import' })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: ById): Promise<ImportPreview> {
    return this.imports.read(viewer, id);
  }

  @Get(':id/items')
  @Route({
    in: { params: byId, query: importItemQuery },
    out: importItemPage,
    policy: canUseBank,
    summary: 'What is in it, page by page',
  })
  items(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ById,
    @Query() query: ImportItemQuery,
  ): Promise<ImportItemPage> {
    return this.imports.items(viewer, id, query);
  }

  @Put(':id/application')
  @Route({
    in: { params: byId, body: applyImport },
    out: importResult,
    policy: canUseBank,
    fails: [importAlreadyApplied, importUnknownLines, busy],
    summary: 'Add its accepted items',
  })
  apply(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ById,
    @Body() body: ApplyImport,
  ): Promise<ImportResult> {
    return this.imports.apply(viewer, id, body);
  }

  @Put(':id/approval')
  @Route({
    in: { params: byId },
    out: changedCount,
    policy: canUseBank,
    summary: 'Approve what came in as drafts',
  })
  async approve(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ById,
  ): Promise<z.infer<typeof changedCount>> {
    return { changed: await this.imports.approve(viewer, id) };
  }

  @Delete(':id/application')
  @Route({
    in: { params: byId },
    out: noContent,
    policy: canUseBank,
    fails: [importUndoTooLate, importNotApplied, importInUse],
    summary: 'Take an applied import back',
  })
  undo(@CurrentViewer() viewer: Viewer, @Params() { id }: ById): Promise<void> {
    return this.imports.undo(viewer, id);
  }
}
