import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/auth/session.js';
import { SESSION_SECRET } from '../platform/auth/session-secret.js';
import { CONFIG, type Config } from '../platform/config.js';
import { AccountJobs } from './account.jobs.js';
import { AUTH_LIBRARY, createAuthLibrary } from './session/auth-library.js';
import { GuestService } from './guest/guest.service.js';
import { MemberAccess } from './member/member-access.service.js';
import { MemberDirectory } from './member/member-directory.service.js';
import { MemberController } from './member/member.controller.js';
import { MemberService } from './member/member.service.js';
import { MembershipService } from './member/membership.service.js';
import { PrivilegedAct } from './privileged-act.service.js';
import { RoleController } from './role/role.controller.js';
import { RoleService } from './role/role.service.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SignInPace } from './session/sign-in-pace.service.js';
import { SignOutService } from './session/sign-out.service.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitService } from './unit/unit.service.js';

@Module({
  controllers: [SessionController, UnitController, MemberController, RoleController],
  providers: [
    {
      provide: AUTH_LIBRARY,
      inject: [CONFIG, SESSION_SECRET],
      useFactory: (config: Config, secret: string) => createAuthLibrary(config, secret),
    },
    AccountJobs,
    FirstAdministrator,
    SessionService,
    SignInPace,
    SignOutService,
    PrivilegedAct,
    UnitService,
    MemberAccess,
    MemberService,
    MembershipService,
    RoleService,
    MemberDirectory,
    GuestService,
    { provide: SessionReader, useExisting: SessionService },
  ],
  exports: [FirstAdministrator, SessionReader, SessionService, MemberDirectory, GuestService],
})
export class AccountModule {}
