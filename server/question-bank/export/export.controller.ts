import { Controller, Post } from '@nestjs/common';
import { busy } from '../../../shared/kernel/failure.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import {
  exportQuestions,
  exportTooLarge,
  type ExportQuestions,
} from '../../../shared/question-bank/question-export.schema.js';
import {
  Body,
  CurrentViewer,
  file,
  FromAsker,
  Route,
  type Asker,
  type FileBody,
} from '../../platform/http/route.js';
import { canUseBank } from '../bank.policy.js';
import { QuestionExports } from './export.service.js';

@Controller('api/question-exports')
export class QuestionExportController {
  constructor(private readonly exports: QuestionExports) {}

  /** A selection may name more questions than an address has room for, so it is sent. */
  @Post()
  @Route({
    in: { body: exportQuestions },
    out: file('text/plain; charset=utf-8'),
    policy: canUseBank,
    fails: [exportTooLarge, busy],
    summary: 'Questions as GIFT or CSV, to be imported again',
  })
  export(
    @CurrentViewer() viewer: Viewer,
    @Body() body: ExportQuestions,
    @FromAsker() asker: Asker,
  ): Promise<FileBody> {
    return this.exports.file(viewer, body, asker.hungUp());
  }
}
