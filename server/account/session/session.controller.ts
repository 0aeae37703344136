import { Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  sessionView,
  signIn,
  type SessionView,
  type SignIn,
} from '../../../shared/account/account.schema.js';
import { anyone, signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { SESSION_COOKIE } from '../../platform/auth/session.js';
import { Body, CurrentViewer, MaybeViewer, noContent, Route } from '../../platform/http/route.js';
import { SessionService } from './session.service.js';
import { SignOutService } from './sign-out.service.js';

const CLEARED_COOKIE = `${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signOuts: SignOutService,
  ) {}

  @Get()
  @Route({ out: sessionView, policy: anyone, summary: 'Who is signed in and what they may do' })
  read(@MaybeViewer() viewer: Viewer | null): Promise<SessionView> {
    return this.sessions.view(viewer);
  }

  @Post()
  @Route({
    in: { body: signIn },
    out: noContent,
    policy: anyone,
    summary: 'Sign in by e-mail or member code',
  })
  async create(
    @Body() body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('set-cookie', await this.sessions.signIn(body, request.ip));
  }

  @Delete()
  @Route({ out: noContent, policy: signedIn, summary: 'Sign out of this session' })
  async end(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOuts.signOut(viewer);
    void reply.header('set-cookie', CLEARED_COOKIE);
  }
}
