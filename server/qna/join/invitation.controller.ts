import { Controller, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '../../../shared/kernel/viewer.js';
import {
  enterAsGuest,
  qnaInvitation,
  qnaSessionId,
  sessionCode,
  type EnterAsGuest,
  type QnaInvitation,
} from '../../../shared/qna/session.schema.js';
import { Body, FromAsker, Params, Route, type Asker } from '../../platform/http/route.js';
import { Invitations } from './invitation.service.js';

const byCode = z.object({ code: sessionCode });
type ByCode = z.infer<typeof byCode>;
const bySession = z.object({ id: qnaSessionId });

@Controller('api')
export class InvitationController {
  constructor(private readonly invitations: Invitations) {}

  @Get('qna-codes/:code')
  @Route({
    in: { params: byCode },
    out: qnaInvitation,
    policy: anyone,
    summary: 'The session a code leads to',
  })
  read(@FromAsker() asker: Asker, @Params() { code }: ByCode): Promise<QnaInvitation> {
    return this.invitations.view(asker, code);
  }

  @Get('qna-sessions/:id/invitation')
  @Route({
    in: { params: bySession },
    out: qnaInvitation,
    policy: anyone,
    summary: 'How to come into a session whose address one has; not found where one would not be let in',
  })
  readOf(@FromAsker() asker: Asker, @Params() { id }: z.infer<typeof bySession>): Promise<QnaInvitation> {
    return this.invitations.viewOf(asker, id);
  }

  @Put('qna-codes/:code/guest')
  @Route({
    in: { params: byCode, body: enterAsGuest },
    out: qnaInvitation,
    policy: anyone,
    summary: 'Take part by name alone, where the session lets guests in',
  })
  async enter(
    @FromAsker() asker: Asker,
    @Params() { code }: ByCode,
    @Body() { name }: EnterAsGuest,
  ): Promise<QnaInvitation> {
    const { invitation, setCookie } = await this.invitations.enterAsGuest(asker, code, name);
    asker.giveCookie(setCookie);
    return invitation;
  }
}
