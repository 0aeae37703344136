import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { attemptId, attemptResult, type AttemptResult } from '../../../shared/contest/attempt.schema.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { CurrentViewer, Params, Route } from '../../platform/http/route.js';
import { ResultService } from './result.service.js';

const byAttempt = z.object({ id: attemptId });

@Controller('api/attempts')
export class ResultController {
  constructor(private readonly results: ResultService) {}

  @Get(':id/result')
  @Route({
    in: { params: byAttempt },
    out: attemptResult,
    policy: signedIn,
    summary: 'The result of an own attempt',
  })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof byAttempt>): Promise<AttemptResult> {
    return this.results.read(viewer, id);
  }
}
