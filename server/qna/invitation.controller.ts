import { Controller, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '../../shared/kernel/viewer.js';
import {
  enterAsGuest,
  qnaInvitation,
  sessionCode,
  type EnterAsGuest,
  type QnaInvitation,
} from '../../shared/qna/session.schema.js';
import { Body, FromAsker, Params, Route, type Asker } from '../platform/http/route.js';
import { Invitations } from './invitation.service.js';

const byCode = z.object({ code: sessionCode });
type ByCode = z.infer<typeof byCode>;

@Controller('api/qna-codes')
export class InvitationController {
  constructor(private readonly invitations: Invitations) {}

  @Get(':code')
  @Route({
    in: { params: byCode },
    out: qnaInvitation,
    policy: anyone,
    summary: 'The session a code leads to',
  })
  read(@FromAsker() asker: Asker, @Params() { code }: ByCode): Promise<QnaInvitation> {
    return this.invitations.view(asker, code);
  }

  @Put(':code/guest')
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
