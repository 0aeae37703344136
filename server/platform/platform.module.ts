import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { Acts } from './act/acts.service.js';
import { Audit } from './audit.service.js';
import { SecretFingerprint } from './auth/secret-fingerprint.service.js';
import { SESSION_SECRET, sessionSecretOf } from './auth/session-secret.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { DatabaseModule, type ConnectedDatabase } from './database/database.module.js';
import { NotificationListener } from './database/listener.js';
import { Exports } from './export/exports.service.js';
import { FailureFilter } from './http/failure.filter.js';
import { HealthController } from './http/health.controller.js';
import { HealthService } from './http/health.service.js';
import { Leaving } from './http/leaving.service.js';
import { RouteGuard } from './http/route.guard.js';
import { RouteRegistry } from './http/route-registry.service.js';
import { Imports } from './import/imports.service.js';
import { Jobs } from './jobs/jobs.service.js';
import { Sweeper } from './jobs/sweeper.js';
import { LOGGER } from './log.js';
import { Outbox } from './outbox/outbox.service.js';
import { GatewayBinder } from './realtime/gateway-binder.service.js';
import { SoftLocks } from './soft-lock/soft-locks.service.js';
import { Workers } from './workers/workers.service.js';

export type PlatformParts = { config: Config; logger: Logger; database: ConnectedDatabase; clock: Clock };

/** What every feature stands on. The database arrives connected and migrated. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, logger, database, clock }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, DatabaseModule.with(database)],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: Clock, useValue: clock },
        { provide: SESSION_SECRET, useFactory: () => sessionSecretOf(config) },
        { provide: APP_GUARD, useClass: RouteGuard },
        { provide: APP_FILTER, useClass: FailureFilter },
        Acts,
        Audit,
        Exports,
        GatewayBinder,
        HealthService,
        Imports,
        Jobs,
        Leaving,
        NotificationListener,
        Outbox,
        RouteRegistry,
        SecretFingerprint,
        SoftLocks,
        Sweeper,
        Workers,
      ],
      exports: [
        CONFIG,
        LOGGER,
        Clock,
        SESSION_SECRET,
        Acts,
        Audit,
        Exports,
        Imports,
        Jobs,
        NotificationListener,
        Outbox,
        SoftLocks,
        Sweeper,
        Workers,
      ],
    };
  }
}
