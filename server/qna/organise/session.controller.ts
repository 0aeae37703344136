import { Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { memberId } from '../../../shared/kernel/ids.js';
import { anyone, signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import {
  createQnaSession,
  participantId,
  qnaManageView,
  qnaSessionId,
  qnaSessionPage,
  qnaSessionQuery,
  qnaSessionView,
  setQnaSwitches,
  setTeamMember,
  teamCandidateQuery,
  teamCandidates,
  writeQnaSettings,
  type CreateQnaSession,
  type QnaManageView,
  type QnaSessionView,
  type SetQnaSwitches,
  type TeamCandidates,
  type WriteQnaSettings,
} from '../../../shared/qna/session.schema.js';
import {
  Body,
  CurrentViewer,
  FromAsker,
  noContent,
  Params,
  Query,
  Route,
  type Asker,
} from '../../platform/http/route.js';
import { Hosting } from './hosting.service.js';
import { canCreateSession } from '../session/qna.policy.js';
import { QnaSessions } from './session.service.js';

const bySession = z.object({ id: qnaSessionId });
type BySession = z.infer<typeof bySession>;
const byTeamMember = bySession.extend({ memberId });
const byParticipant = bySession.extend({ participantId });

@Controller('api/qna-sessions')
export class QnaSessionController {
  constructor(
    private readonly sessions: QnaSessions,
    private readonly hosting: Hosting,
  ) {}

  @Get()
  @Route({
    in: { query: qnaSessionQuery },
    out: qnaSessionPage,
    policy: signedIn,
    summary: 'Q&A sessions, latest start first',
  })
  list(
    @CurrentViewer() viewer: Viewer,
    @Query() query: z.infer<typeof qnaSessionQuery>,
  ): Promise<z.infer<typeof qnaSessionPage>> {
    return this.sessions.list(viewer, query);
  }

  @Post()
  @Route({
    in: { body: createQnaSession },
    out: qnaManageView,
    policy: canCreateSession,
    status: 201,
    summary: 'Make a Q&A session; its level of anonymity holds for good',
  })
  create(@CurrentViewer() viewer: Viewer, @Body() body: CreateQnaSession): Promise<QnaManageView> {
    return this.sessions.create(viewer, body);
  }

  @Get(':id')
  @Route({
    in: { params: bySession },
    out: qnaSessionView,
    policy: anyone,
    summary: 'A session as who takes part sees it: members, and guests it let in',
  })
  read(@FromAsker() asker: Asker, @Params() { id }: BySession): Promise<QnaSessionView> {
    return this.sessions.view(asker, id);
  }

  @Get(':id/management')
  @Route({
    in: { params: bySession },
    out: qnaManageView,
    policy: signedIn,
    summary: 'Settings, team and removed people',
  })
  management(@CurrentViewer() viewer: Viewer, @Params() { id }: BySession): Promise<QnaManageView> {
    return this.sessions.manageView(viewer, id);
  }

  @Put(':id/settings')
  @Route({
    in: { params: bySession, body: writeQnaSettings },
    out: qnaManageView,
    policy: signedIn,
    summary: 'Write the settings; refused when somebody else did meanwhile',
  })
  writeSettings(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Body() body: WriteQnaSettings,
  ): Promise<QnaManageView> {
    return this.hosting.writeSettings(viewer, id, body);
  }

  @Get(':id/team-candidates')
  @Route({
    in: { params: bySession, query: teamCandidateQuery },
    out: teamCandidates,
    policy: signedIn,
    summary: 'Members by name or code who could join the team',
  })
  candidates(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Query() { q }: z.infer<typeof teamCandidateQuery>,
  ): Promise<TeamCandidates> {
    return this.hosting.candidates(viewer, id, q);
  }

  @Put(':id/team/:memberId')
  @Route({
    in: { params: byTeamMember, body: setTeamMember },
    out: qnaManageView,
    policy: signedIn,
    summary: 'Give a member a role at the desk',
  })
  setTeamMember(
    @CurrentViewer() viewer: Viewer,
    @Params() params: z.infer<typeof byTeamMember>,
    @Body() { role }: z.infer<typeof setTeamMember>,
  ): Promise<QnaManageView> {
    return this.hosting.setTeamMember(viewer, params.id, [params.memberId, role]);
  }

  @Delete(':id/team/:memberId')
  @Route({
    in: { params: byTeamMember },
    out: qnaManageView,
    policy: signedIn,
    summary: 'Take a role at the desk away',
  })
  removeTeamMember(
    @CurrentViewer() viewer: Viewer,
    @Params() params: z.infer<typeof byTeamMember>,
  ): Promise<QnaManageView> {
    return this.hosting.removeTeamMember(viewer, params.id, params.memberId);
  }

  @Put(':id/removals/:participantId')
  @Route({
    in: { params: byParticipant },
    out: noContent,
    policy: signedIn,
    summary: 'Keep somebody out of the session',
  })
  remove(@CurrentViewer() viewer: Viewer, @Params() params: z.infer<typeof byParticipant>): Promise<void> {
    return this.hosting.remove(viewer, params.id, params.participantId);
  }

  @Delete(':id/removals/:participantId')
  @Route({
    in: { params: byParticipant },
    out: noContent,
    policy: signedIn,
    summary: 'Let somebody back in',
  })
  letBackIn(@CurrentViewer() viewer: Viewer, @Params() params: z.infer<typeof byParticipant>): Promise<void> {
    return this.hosting.letBackIn(viewer, params.id, params.participantId);
  }

  @Put(':id/switches')
  @Route({
    in: { params: bySession, body: setQnaSwitches },
    out: qnaSessionView,
    policy: signedIn,
    summary: 'End the session, or give the answer on air more time',
  })
  switch(
    @CurrentViewer() viewer: Viewer,
    @Params() { id }: BySession,
    @Body() body: SetQnaSwitches,
  ): Promise<QnaSessionView> {
    return this.hosting.switch(viewer, id, body);
  }
}
