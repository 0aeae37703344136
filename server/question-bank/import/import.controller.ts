import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { busy } from '../../../shared/kernel/failure.js';
import {
  importAlreadyApplied,
  importEmpty,
  importNotText,
  importTooLarge,
  importUndoTooLate,
  importUnknownLines,
  importWrongColumns,
} from '../../../shared/question-bank/question-import.errors.js';
import {
  applyImport,
  importId,
  importPreview,
  importResult,
  previewImport,
  type ApplyImport,
  type ImportPreview,
  type ImportResult,
  type PreviewImport,
} from '../../../shared/question-bank/question-import.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, noContent, Params, Route } from '../../platform/http/route.js';
import { ImportService } from './import.service.js';
import { canUseBank } from '../question/question.policy.js';

const byId = z.object({ id: importId });
type ById = z.infer<typeof byId>;

@Controller('api/question-imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @Route({
    in: { body: previewImport, raw: ['text'] },
    out: importPreview,
    policy: canUseBank,
    status: 201,
    fails: [importTooLarge, importNotText, importEmpty, importWrongColumns, busy],
    summary: 'Look at a file of questions',
  })
  preview(@CurrentViewer() viewer: Viewer, @Body() body: PreviewImport): Promise<ImportPreview> {
    return this.imports.preview(viewer, body);
  }

  @Get(':id')
  @Route({ in: { params: byId }, out: importPreview, policy: canUseBank, summary: 'An own import' })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: ById): Promise<ImportPreview> {
    return this.imports.read(viewer, id);
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

  @Delete(':id/application')
  @Route({
    in: { params: byId },
    out: noContent,
    policy: canUseBank,
    fails: [importUndoTooLate],
    summary: 'Take an applied import back',
  })
  undo(@CurrentViewer() viewer: Viewer, @Params() { id }: ById): Promise<void> {
    return this.imports.undo(viewer, id);
  }
}
