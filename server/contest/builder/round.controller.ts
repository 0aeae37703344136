import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  contestDraftView,
  extendWindow,
  extraTime,
  extraTimeList,
  paperPreview,
  reopenAttempts,
  reopenedAttempts,
  roundId,
  supplyView,
  writeRound,
  type ContestDraftView,
  type ExtendWindow,
  type PaperPreview,
  type ReopenAttempts,
  type ReopenedAttempts,
  type SupplyView,
  type WriteRound,
} from '../../../shared/contest/contest.schema.js';
import { memberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Body, CurrentViewer, Params, Route } from '../../platform/http/route.js';
import { canOrganise } from '../round/contest.policy.js';
import { ExtraTimeService, type ExtraTime, type ExtraTimeList } from './extra-time.service.js';
import { RoundService } from './round.service.js';
import { RoundWindowService } from './round-window.service.js';

const byRound = z.object({ id: roundId });
type ByRound = z.infer<typeof byRound>;
const byMember = byRound.extend({ memberId });

@Controller('api/rounds/:id')
export class RoundController {
  constructor(
    private readonly rounds: RoundService,
    private readonly windows: RoundWindowService,
    private readonly extraTimes: ExtraTimeService,
  ) {}

  @Put()
  @Route({
    in: { params: byRound, body: writeRound },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Write a round of a draft',
  })
  write(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Body() body: WriteRound,
  ): Promise<ContestDraftView> {
    return this.rounds.write(viewer, id, body);
  }

  @Delete()
  @Route({
    in: { params: byRound },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Take a round out of a draft',
  })
  remove(@CurrentViewer() viewer: Viewer, @Params() { id }: ByRound): Promise<ContestDraftView> {
    return this.rounds.remove(viewer, id);
  }

  @Get('supply')
  @Route({
    in: { params: byRound },
    out: supplyView,
    policy: canOrganise,
    summary: 'Questions a round can draw, per topic and level',
  })
  supply(@CurrentViewer() viewer: Viewer, @Params() { id }: ByRound): Promise<SupplyView> {
    return this.rounds.supply(viewer, id);
  }

  @Post('preview')
  @Route({
    in: { params: byRound },
    out: paperPreview,
    policy: canOrganise,
    summary: 'Draw a paper to look at',
  })
  preview(@CurrentViewer() viewer: Viewer, @Params() { id }: ByRound): Promise<PaperPreview> {
    return this.rounds.preview(viewer, id);
  }

  @Put('window')
  @Route({
    in: { params: byRound, body: extendWindow },
    out: contestDraftView,
    policy: canOrganise,
    summary: 'Give a published round more time',
  })
  extend(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Body() body: ExtendWindow,
  ): Promise<ContestDraftView> {
    return this.windows.extend(viewer, id, body);
  }

  @Get('extra-time')
  @Route({ in: { params: byRound }, out: extraTimeList, policy: canOrganise, summary: 'Who has extra time' })
  listExtraTime(@CurrentViewer() viewer: Viewer, @Params() { id }: ByRound): Promise<ExtraTimeList> {
    return this.extraTimes.list(viewer, id);
  }

  @Put('extra-time/:memberId')
  @Route({
    in: { params: byMember, body: extraTime },
    out: extraTimeList,
    policy: canOrganise,
    summary: 'Give somebody extra time',
  })
  grantExtraTime(
    @CurrentViewer() viewer: Viewer,
    @Params() { id, memberId: member }: z.infer<typeof byMember>,
    @Body() body: ExtraTime,
  ): Promise<ExtraTimeList> {
    return this.extraTimes.grant(viewer, { roundId: id, memberId: member }, body);
  }

  @Post('reopenings')
  @Route({
    in: { params: byRound, body: reopenAttempts },
    out: reopenedAttempts,
    policy: canOrganise,
    summary: 'Have attempts go on that the server has ended',
  })
  reopen(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: ByRound,
    @Body() body: ReopenAttempts,
  ): Promise<ReopenedAttempts> {
    return this.extraTimes.reopen(viewer, id, body);
  }
}
