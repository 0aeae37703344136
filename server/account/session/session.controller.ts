import { Controller, Delete, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { signInRefused, signInThrottled } from '../../../shared/account/account.errors.js';
import {
  sessionView,
  signIn,
  type SessionView,
  type SignIn,
} from '../../../shared/account/account.schema.js';
import { anyone, signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import { SESSION_COOKIE } from '../../platform/auth/session.js';
import {
  Body,
  CurrentViewer,
  FromAsker,
  MaybeViewer,
  noContent,
  Route,
  type Asker,
} from '../../platform/http/route.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { SignOutService } from './sign-out.service.js';

const CLEARED_COOKIE = `${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly signIns: SignInService,
    private readonly signOuts: SignOutService,
  ) {}

  @Get()
  @Route({
    out: sessionView,
    policy: anyone,
    beforePassword: true,
    summary: 'Who is signed in and what they may do',
  })
  read(@MaybeViewer() viewer: Viewer | null, @FromAsker() { cookie }: Asker): Promise<SessionView> {
    return this.sessions.view(viewer, cookie);
  }

  @Post()
  @Route({
    in: { body: signIn },
    out: noContent,
    policy: anyone,
    beforePassword: true,
    fails: [signInRefused, signInThrottled],
    summary: 'Sign in by e-mail or member code',
  })
  async create(
    @Body() body: SignIn,
    @FromAsker() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('set-cookie', await this.signIns.signIn(body, asker));
  }

  @Delete()
  @Route({ out: noContent, policy: signedIn, beforePassword: true, summary: 'Sign out of this session' })
  async end(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOuts.signOut(viewer);
    void reply.header('set-cookie', CLEARED_COOKIE);
  }
}
