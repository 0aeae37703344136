import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  cancelContest,
  contestDraftView,
  contestId,
  contestPage,
  contestQuery,
  contestView,
  createContest,
  writeContest,
  type CancelContest,
  type ContestDraftView,
  type ContestView,
  type CreateContest,
  type WriteContest,
} from '../../../shared/contest/contest.schema.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, Params, Query, Route } from '../../platform/http/route.js';
import { canOrganise } from '../round/contest.policy.js';
import { ContestService } from './contest.service.js';
import { PublicationService } from './publication.service.js';
import { RoundService } from './round.service.js';

const byContest = z.object({ id: contestId });
type ByContest = z.infer<typeof byContest>;

@Controller('api/contests')
export class ContestController {
  constructor(
    private readonly contests: ContestService,
    private readonly rounds: RoundService,
    private readonly publication: PublicationService,
  ) {}

  @Post()
  @Route({
    in: { body: createContest },
    out: contestDraftView,
    policy: canOrganise,
    status: 201,
    summary: 'Create a contest with one round',
  })
  create(@CurrentViewer() viewer: Viewer, @Body() { title }: CreateContest): Promise<ContestDraftView> {
    return this.contests.create(viewer, title);
  }

  @Get()
  @Route({
    in: { query: contestQuery },
    out: contestPage,
    policy: signedIn,
    summary: 'Contests that are published, or those one may edit',
  })
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: z.infer<typeof contestQuery>,
  ): Promise<z.infer<typeof contestPage>> {
    return this.contests.list(viewer, query);
  }

  @Get(':id')
  @Route({
    in: { params: byContest },
    out: contestView,
    policy: signedIn,
    summary: 'A contest with its rounds and what the viewer did in them',
  })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestView> {
    return this.contests.view(viewer, id);
  }

  @Get(':id/draft')
  @Route({
    in: { params: byContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Everything about a contest that its organisers set, and what keeps it from being published',
  })
  draft(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestDraftView> {
    return this.contests.draft(viewer, id);
  }

  @Put(':id')
  @Route({
    in: { params: byContest, body: writeContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Write the texts of a draft',
  })
  write(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByContest,
    @Body() body: WriteContest,
  ): Promise<ContestDraftView> {
    return this.contests.write(viewer, id, body);
  }

  @Post(':id/rounds')
  @Route({
    in: { params: byContest },
    out: contestDraftView,
    policy: canOrganise,
    status: 201,
    summary: 'Add a round to a draft',
  })
  addRound(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestDraftView> {
    return this.rounds.add(viewer, id);
  }

  @Put(':id/publication')
  @Route({
    in: { params: byContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Publish: freezes rounds, questions and head-counts',
  })
  publish(@CurrentViewer() viewer: Viewer, @Params() { id }: ByContest): Promise<ContestDraftView> {
    return this.publication.publish(viewer, id);
  }

  @Put(':id/cancellation')
  @Route({
    in: { params: byContest, body: cancelContest },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'End a published contest early',
  })
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByContest,
    @Body() { reason }: CancelContest,
  ): Promise<ContestDraftView> {
    return this.publication.cancel(viewer, id, reason);
  }
}
