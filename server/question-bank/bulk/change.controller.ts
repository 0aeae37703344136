import { Controller, Delete, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import {
  changePreview,
  changeQuestions,
  changeResult,
  previewChange,
  questionChangeId,
  undoResult,
  type ChangePreview,
  type ChangeQuestions,
  type ChangeResult,
  type PreviewChange,
  type UndoResult,
} from '../../../shared/question-bank/question-change.schema.js';
import { questionChangeTooLate, questionRepeats } from '../../../shared/question-bank/question.errors.js';
import { Body, CurrentViewer, Params, Route } from '../../platform/http/route.js';
import { canUseBank } from '../bank.policy.js';
import { QuestionChanges } from './change.service.js';

const byId = z.object({ id: questionChangeId });

@Controller('api/question-changes')
export class QuestionChangeController {
  constructor(private readonly changes: QuestionChanges) {}

  @Post('preview')
  @Route({
    in: { body: previewChange },
    out: changePreview,
    policy: canUseBank,
    summary: 'What many questions are, and what a change would make of them',
  })
  preview(@Body() body: PreviewChange): Promise<ChangePreview> {
    return this.changes.preview(body);
  }

  @Post()
  @Route({
    in: { body: changeQuestions },
    out: changeResult,
    policy: canUseBank,
    status: 201,
    fails: [questionRepeats],
    summary: 'Change many questions at once',
  })
  apply(@CurrentViewer() viewer: Viewer, @Body() body: ChangeQuestions): Promise<ChangeResult> {
    return this.changes.apply(viewer, body);
  }

  @Delete(':id')
  @Route({
    in: { params: byId },
    out: undoResult,
    policy: canUseBank,
    fails: [questionChangeTooLate],
    summary: 'Take a change of many questions back',
  })
  undo(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof byId>): Promise<UndoResult> {
    return this.changes.undo(viewer, id);
  }
}
