import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/auth/session.js';
import { SESSION_SECRET } from '../platform/auth/session-secret.js';
import { CONFIG, type Config } from '../platform/config.js';
import { AccountJobs } from './account.jobs.js';
import { AUTH_LIBRARY, createAuthLibrary } from './session/auth-library.js';
import { GuestService } from './guest/guest.service.js';
import { MemberFiles } from './import/member-files.service.js';
import { MemberImportController } from './import/member-import.controller.js';
import { MemberImports } from './import/member-import.service.js';
import { MemberJudge } from './import/member-judge.service.js';
import { MemberRun } from './import/member-run.service.js';
import { MemberAccess } from './member/member-access.service.js';
import { MemberDirectory } from './member/member-directory.service.js';
import { MemberController } from './member/member.controller.js';
import { MemberService } from './member/member.service.js';
import { MembershipService } from './member/membership.service.js';
import { OwnAccountController } from './own/own-account.controller.js';
import { OwnAccountService } from './own/own-account.service.js';
import { PrivilegedAct } from './privileged-act.service.js';
import { RoleController } from './role/role.controller.js';
import { RoleService } from './role/role.service.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { KnownPlaces } from './session/known-places.service.js';
import { Passwords } from './session/passwords.service.js';
import { SessionController } from './session/session.controller.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './session/sign-in.service.js';
import { SignInPace } from './session/sign-in-pace.service.js';
import { SignOutService } from './session/sign-out.service.js';
import { SlipPrints } from './slip/slip-prints.service.js';
import { SlipController } from './slip/slip.controller.js';
import { SlipService } from './slip/slip.service.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitService } from './unit/unit.service.js';

@Module({
  controllers: [
    SessionController,
    OwnAccountController,
    SlipController,
    MemberImportController,
    UnitController,
    MemberController,
    RoleController,
  ],
  providers: [
    {
      provide: AUTH_LIBRARY,
      inject: [CONFIG, SESSION_SECRET],
      useFactory: (config: Config, secret: string) => createAuthLibrary(config, secret),
    },
    AccountJobs,
    FirstAdministrator,
    SessionService,
    SignInService,
    SignInPace,
    KnownPlaces,
    Passwords,
    OwnAccountService,
    SlipService,
    SlipPrints,
    MemberJudge,
    MemberRun,
    MemberImports,
    MemberFiles,
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
  exports: [FirstAdministrator, SessionReader, Passwords, MemberDirectory, GuestService],
})
export class AccountModule {}
