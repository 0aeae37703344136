import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { keyMissing, publishedAlready, sessionUsed } from '../../../shared/qna/qna.errors.js';
import {
  copyQnaSession,
  guestCrowd,
  publishQnaSession,
  qnaManageView,
  qnaSessionId,
  qnaSessionView,
  type CopyQnaSession,
  type GuestCrowd,
  type PublishQnaSession,
  type QnaManageView,
  type QnaSessionView,
} from '../../../shared/qna/session.schema.js';
import { Body, CurrentViewer, noContent, Params, Route } from '../../platform/http/route.js';
import { canCreateSession } from '../session/qna.policy.js';
import { Hosting } from './hosting.service.js';
import { SessionLife } from './session-life.service.js';

const bySession = z.object({ id: qnaSessionId });
type BySession = z.infer<typeof bySession>;

@Controller('api/qna-sessions/:id')
export class SessionLifeController {
  constructor(
    private readonly life: SessionLife,
    private readonly hosting: Hosting,
  ) {}

  @Put('publication')
  @Route({
    in: { params: bySession, body: publishQnaSession },
    out: qnaSessionView,
    policy: signedIn,
    fails: [publishedAlready],
    summary: 'Open a draft to everybody it is for, without anything of its rehearsal',
  })
  publish(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Body() body: PublishQnaSession,
  ): Promise<QnaSessionView> {
    return this.life.publish(viewer, id, body);
  }

  @Post('copies')
  @Route({
    in: { params: bySession, body: copyQnaSession },
    out: qnaManageView,
    policy: canCreateSession,
    status: 201,
    fails: [keyMissing],
    summary: 'Make a draft with the settings and the team of a session',
  })
  copy(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Body() body: CopyQnaSession,
  ): Promise<QnaManageView> {
    return this.life.copy(viewer, id, body);
  }

  @Get('guests')
  @Route({
    in: { params: bySession },
    out: guestCrowd,
    policy: signedIn,
    summary: 'How many guests there are, and how many share one address',
  })
  guests(@CurrentViewer() viewer: Viewer, @Params() { id }: BySession): Promise<GuestCrowd> {
    return this.hosting.guestCrowd(viewer, id);
  }

  @Delete()
  @Route({
    in: { params: bySession },
    out: noContent,
    policy: signedIn,
    fails: [sessionUsed],
    summary: 'Delete a draft, or a session in which nobody ever asked',
  })
  remove(@CurrentViewer() viewer: Viewer, @Params() { id }: BySession): Promise<void> {
    return this.life.remove(viewer, id);
  }
}
