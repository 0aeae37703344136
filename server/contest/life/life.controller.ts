import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  copyContest,
  correctionPage,
  correctTexts,
  type CopyContest,
  type CorrectionPage,
  type CorrectTexts,
} from '../../../shared/contest/contest-life.schema.js';
import {
  contestDraftView,
  contestId,
  type ContestDraftView,
} from '../../../shared/contest/contest.schema.js';
import { pageQuery, type PageQuery } from '../../../shared/kernel/page.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, noContent, Params, Query, Route } from '../../platform/http/route.js';
import { canOrganise } from '../round/contest.policy.js';
import { ContestLife } from './life.service.js';

const byContest = z.object({ id: contestId });
type ByContest = z.infer<typeof byContest>;

@Controller('api/contests/:id')
export class LifeController {
  constructor(private readonly life: ContestLife) {}

  @Post('copies')
  @Route({
    in: { params: byContest, body: copyContest },
    out: contestDraftView,
    policy: canOrganise,
    status: 201,
    summary: 'Make a draft of the same texts and rounds, without dates and people',
  })
  copy(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByContest,
    @Body() { title }: CopyContest,
  ): Promise<ContestDraftView> {
    return this.life.copy(viewer, id, title);
  }

  @Delete()
  @Route({ in: { params: byContest }, out: noContent, policy: canOrganise, summary: 'Throw a draft away' })
  remove(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<void> {
    return this.life.remove(viewer, id);
  }

  @Put('restoration')
  @Route({
    in: { params: byContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Take back a draft that was thrown away, within a day',
  })
  restore(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestDraftView> {
    return this.life.restore(viewer, id);
  }

  @Put('archive')
  @Route({
    in: { params: byContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Put a contest that is over away, out of the lists',
  })
  archive(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestDraftView> {
    return this.life.archive(viewer, id);
  }

  @Delete('archive')
  @Route({
    in: { params: byContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Bring a contest back into the lists',
  })
  unarchive(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestDraftView> {
    return this.life.unarchive(viewer, id);
  }

  @Put('texts')
  @Route({
    in: { params: byContest, body: correctTexts },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Correct the texts of a published contest',
  })
  correct(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByContest,
    @Body() body: CorrectTexts,
  ): Promise<ContestDraftView> {
    return this.life.correct(viewer, id, body);
  }

  @Get('corrections')
  @Route({
    in: { params: byContest, query: pageQuery },
    out: correctionPage,
    policy: canOrganise,
    summary: 'What was corrected after publication, by whom, the latest first',
  })
  corrections(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByContest,
    @Query() query: PageQuery,
  ): Promise<CorrectionPage> {
    return this.life.corrections(viewer, id, query);
  }
}
