import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { attemptId } from '../../../shared/contest/attempt.schema.js';
import { roundId } from '../../../shared/contest/contest.schema.js';
import {
  attemptFilter,
  inspectedPaper,
  inspectionPage,
  inspectionQuery,
  type AttemptFilter,
  type InspectedPaper,
  type InspectionPage,
  type InspectionQuery,
} from '../../../shared/contest/inspection.schema.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { CurrentViewer, Params, Query, Route } from '../../platform/http/route.js';
import { canOrganise } from '../round/contest.policy.js';
import { InspectionService } from './inspection.service.js';

const byRound = z.object({ id: roundId });
const byAttempt = z.object({ id: attemptId });

@Controller('api')
export class InspectionController {
  constructor(private readonly inspection: InspectionService) {}

  @Get('rounds/:id/attempts')
  @Route({
    in: { params: byRound, query: inspectionQuery },
    out: inspectionPage,
    policy: canOrganise,
    summary: 'The attempts of a round, the latest start first, for who organises it',
  })
  list(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byRound>,
    @Query() query: InspectionQuery,
  ): Promise<InspectionPage> {
    return this.inspection.list(viewer, id, query);
  }

  @Get('attempts/:id/paper')
  @Route({
    in: { params: byAttempt, query: attemptFilter },
    out: inspectedPaper,
    policy: canOrganise,
    summary: "Somebody's attempt with its paper, answers and points; opening it is logged",
  })
  read(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byAttempt>,
    @Query() filter: AttemptFilter,
  ): Promise<InspectedPaper> {
    return this.inspection.read(viewer, id, filter);
  }
}
