import { Controller, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  attemptId,
  attemptView,
  leadTaken,
  offerId,
  resolveOffer,
  runningAttempts,
  saveAnswer,
  savedAnswer,
  setFlag,
  submitAttempt,
  type AttemptView,
  type SaveAnswer,
  type SavedAnswer,
} from '../../../shared/contest/attempt.schema.js';
import { roundId } from '../../../shared/contest/contest.schema.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../../platform/clock.js';
import { Body, CurrentViewer, noContent, Params, Route } from '../../platform/http/route.js';
import { AttemptService } from './attempt.service.js';

const byRound = z.object({ id: roundId });
const byAttempt = z.object({ id: attemptId });
const byPosition = byAttempt.extend({ position: z.coerce.number().int().min(1).max(1000) });
const byOffer = byAttempt.extend({ offerId });
type ByPosition = z.infer<typeof byPosition>;

@Controller('api')
export class AttemptController {
  constructor(
    private readonly attempts: AttemptService,
    private readonly clock: Clock,
  ) {}

  @Post('rounds/:id/attempts')
  @Route({
    in: { params: byRound },
    out: attemptView,
    policy: signedIn,
    status: 201,
    summary: 'Start an attempt',
  })
  start(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof byRound>): Promise<AttemptView> {
    return this.attempts.start(viewer, id);
  }

  @Get('attempts/running')
  @Route({ out: runningAttempts, policy: signedIn, summary: 'Own attempts that are still running' })
  async running(@CurrentViewer() viewer: Viewer): Promise<z.infer<typeof runningAttempts>> {
    return {
      items: await this.attempts.running(viewer),
      next: null,
      serverNow: this.clock.now().toISOString(),
    };
  }

  @Get('attempts/:id')
  @Route({
    in: { params: byAttempt },
    out: attemptView,
    policy: signedIn,
    summary: 'An own attempt, to go on with',
  })
  read(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof byAttempt>): Promise<AttemptView> {
    return this.attempts.read(viewer, id);
  }

  @Put('attempts/:id/answers/:position')
  @Route({
    in: { params: byPosition, body: saveAnswer },
    out: savedAnswer,
    policy: signedIn,
    summary: 'Save an answer',
  })
  save(
    @CurrentViewer() viewer: Viewer,
    @Params() place: ByPosition,
    @Body() body: SaveAnswer,
  ): Promise<SavedAnswer> {
    return this.attempts.save(viewer, { attemptId: place.id, position: place.position }, body);
  }

  @Put('attempts/:id/flags/:position')
  @Route({
    in: { params: byPosition, body: setFlag },
    out: noContent,
    policy: signedIn,
    summary: 'Flag a question',
  })
  flag(
    @CurrentViewer() viewer: Viewer,
    @Params() place: ByPosition,
    @Body() { flagged }: z.infer<typeof setFlag>,
  ): Promise<void> {
    return this.attempts.flag(viewer, { attemptId: place.id, position: place.position }, flagged);
  }

  @Put('attempts/:id/lead')
  @Route({
    in: { params: byAttempt },
    out: leadTaken,
    policy: signedIn,
    summary: 'Go on with an attempt on this device',
  })
  takeLead(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byAttempt>,
  ): Promise<z.infer<typeof leadTaken>> {
    return this.attempts.takeLead(viewer, id);
  }

  @Put('attempts/:id/offers/:offerId')
  @Route({
    in: { params: byOffer, body: resolveOffer },
    out: attemptView,
    policy: signedIn,
    summary: 'Use or leave an answer that an older device had not sent in time',
  })
  settleOffer(
    @CurrentViewer() viewer: Viewer,
    @Params() { id, offerId: offer }: z.infer<typeof byOffer>,
    @Body() body: z.infer<typeof resolveOffer>,
  ): Promise<AttemptView> {
    return this.attempts.settleOffer(viewer, { attemptId: id, offerId: offer }, body);
  }

  @Put('attempts/:id/submission')
  @Route({
    in: { params: byAttempt, body: submitAttempt },
    out: attemptView,
    policy: signedIn,
    summary: 'Submit',
  })
  submit(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: z.infer<typeof byAttempt>,
    @Body() { epoch }: z.infer<typeof submitAttempt>,
  ): Promise<AttemptView> {
    return this.attempts.submit(viewer, id, epoch);
  }
}
