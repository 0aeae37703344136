import { Controller, Delete, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { pageQuery, type PageQuery } from '../../shared/kernel/page.js';
import { wholeAdmin, type Viewer } from '../../shared/kernel/viewer.js';
import {
  failedJobId,
  failedJobPage,
  type FailedJobId,
  type FailedJobPage,
} from '../../shared/operation/failed-job.schema.js';
import { CurrentViewer, noContent, Params, Query, Route } from '../platform/http/route.js';
import { FailedJobService } from './failed-job.service.js';

const params = z.object({ id: failedJobId });
type Which = { id: FailedJobId };
const policy = wholeAdmin;

@Controller('api/failed-jobs')
export class FailedJobController {
  constructor(private readonly failed: FailedJobService) {}

  @Get()
  @Route({
    in: { query: pageQuery },
    out: failedJobPage,
    policy,
    summary: 'Work that used up its tries, the latest first',
  })
  list(@Query() query: PageQuery): Promise<FailedJobPage> {
    return this.failed.list(query);
  }

  @Post(':id/run')
  @Route({ in: { params }, out: noContent, policy, summary: 'Do it again, with all its tries' })
  runAgain(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<void> {
    return this.failed.runAgain(viewer, id);
  }

  @Delete(':id')
  @Route({ in: { params }, out: noContent, policy, summary: 'Leave it undone' })
  skip(@CurrentViewer() viewer: Viewer, @Params() { id }: Which): Promise<void> {
    return this.failed.skip(viewer, id);
  }
}
