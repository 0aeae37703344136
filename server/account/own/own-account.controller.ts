import { Controller, Delete, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import {
  passwordOwn,
  passwordSame,
  passwordWrong,
  signInThrottled,
} from '../../../shared/account/account.errors.js';
import {
  changePassword,
  changePreferences,
  endedSessions,
  firstPassword,
  ownAccount,
  ownSessions,
  type ChangePassword,
  type ChangePreferences,
  type EndedSessions,
  type FirstPassword,
  type OwnAccount,
  type OwnSessions,
} from '../../../shared/account/own.schema.js';
import { signedIn, type Viewer } from '../../../shared/kernel/viewer.js';
import {
  Body,
  CurrentViewer,
  FromAsker,
  noContent,
  Params,
  Route,
  type Asker,
} from '../../platform/http/route.js';
import { OwnAccountService } from './own-account.service.js';

const bySession = z.object({ id: z.uuid() });
const policy = signedIn;

@Controller('api/account')
export class OwnAccountController {
  constructor(private readonly account: OwnAccountService) {}

  @Get()
  @Route({ out: ownAccount, policy, summary: 'One’s own account' })
  read(@CurrentViewer() viewer: Viewer): Promise<OwnAccount> {
    return this.account.read(viewer);
  }

  @Put('preferences')
  @Route({
    in: { body: changePreferences },
    out: noContent,
    policy,
    summary: 'Language, appearance and shortcuts, wherever one signs in',
  })
  prefer(@CurrentViewer() viewer: Viewer, @Body() body: ChangePreferences): Promise<void> {
    return this.account.prefer(viewer, body);
  }

  @Put('password')
  @Route({
    in: { body: changePassword },
    out: endedSessions,
    policy,
    fails: [passwordWrong, passwordSame, signInThrottled],
    summary: 'Change one’s own password',
  })
  changePassword(
    @CurrentViewer() viewer: Viewer,
    @Body() body: ChangePassword,
    @FromAsker() asker: Asker,
  ): Promise<EndedSessions> {
    return this.account.changePassword(viewer, body, asker);
  }

  @Put('first-password')
  @Route({
    in: { body: firstPassword },
    out: endedSessions,
    policy,
    beforePassword: true,
    fails: [passwordOwn, passwordSame],
    summary: 'Set a password in place of one that somebody else gave, or after a slip',
  })
  setFirstPassword(@CurrentViewer() viewer: Viewer, @Body() body: FirstPassword): Promise<EndedSessions> {
    return this.account.setFirstPassword(viewer, body);
  }

  @Get('sessions')
  @Route({ out: ownSessions, policy, summary: 'Where one is signed in' })
  listSessions(@CurrentViewer() viewer: Viewer): Promise<OwnSessions> {
    return this.account.listSessions(viewer);
  }

  @Delete('sessions')
  @Route({ out: endedSessions, policy, summary: 'Sign out everywhere but here' })
  endOthers(@CurrentViewer() viewer: Viewer): Promise<EndedSessions> {
    return this.account.endOtherSessions(viewer);
  }

  @Delete('sessions/:id')
  @Route({ in: { params: bySession }, out: noContent, policy, summary: 'Sign out of one session' })
  end(@CurrentViewer() viewer: Viewer, @Params() { id }: z.infer<typeof bySession>): Promise<void> {
    return this.account.endSession(viewer, id);
  }
}
