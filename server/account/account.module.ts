import { Module } from '@nestjs/common';
import { SessionReader } from '../platform/auth/session.js';
import { SESSION_SECRET } from '../platform/auth/session-secret.js';
import { CONFIG, type Config } from '../platform/config.js';
import { AUTH_LIBRARY, createAuthLibrary } from './auth-library.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';

@Module({
  controllers: [SessionController],
  providers: [
    {
      provide: AUTH_LIBRARY,
      inject: [CONFIG, SESSION_SECRET],
      useFactory: (config: Config, secret: string) => createAuthLibrary(config, secret),
    },
    SessionService,
    { provide: SessionReader, useExisting: SessionService },
  ],
  exports: [SessionReader, SessionService],
})
export class AccountModule {}
