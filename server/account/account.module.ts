import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/auth/session.js';
import { SESSION_SECRET } from '../platform/auth/session-secret.js';
import { CONFIG, type Config } from '../platform/config.js';
import { AccountJobs } from './account.jobs.js';
import { AUTH_LIBRARY, createAuthLibrary } from './auth-library.js';
import { GuestService } from './guest.service.js';
import { MemberAccess } from './member-access.service.js';
import { MemberDirectory } from './member-directory.service.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { MembershipService } from './membership.service.js';
import { PrivilegedAct } from './privileged-act.service.js';
import { RoleController } from './role.controller.js';
import { RoleService } from './role.service.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignOutService } from './sign-out.service.js';
import { UnitController } from './unit.controller.js';
import { UnitService } from './unit.service.js';

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
