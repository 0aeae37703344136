import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { GUEST_COOKIE } from './account/guest/guest-cookie.js';
import { AppModule } from './app.module.js';
import { databaseParts } from './database/schema.js';
import { SESSION_COOKIE } from './platform/auth/session.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { SecretFingerprint } from './platform/auth/secret-fingerprint.service.js';
import { createDataSource, createSavingDataSource } from './platform/database/data-source.js';
import type { ConnectedDatabase } from './platform/database/database.module.js';
import { NotificationListener } from './platform/database/listener.js';
import { migrate } from './platform/database/migrate.js';
import { trustedProxiesOf } from './platform/http/caller-address.js';
import { serveApiDescription } from './platform/http/api-description.js';
import { Leaving } from './platform/http/leaving.service.js';
import { describeApi } from './platform/http/openapi.js';
import { RouteRegistry } from './platform/http/route-registry.service.js';
import { compressAnswers } from './platform/http/compressed-answers.js';
import { refusals, refuseOtherMethods } from './platform/http/refused-requests.js';
import { addSecurityHeaders } from './platform/http/security-headers.js';
import { serveSite } from './platform/http/static-site.js';
import { Jobs } from './platform/jobs/jobs.service.js';
import { Sweeper } from './platform/jobs/sweeper.js';
import { NestLog } from './platform/log.js';
import { Outbox } from './platform/outbox/outbox.service.js';
import { NodeRoster } from './platform/database/node-roster.service.js';
import { NodeBus } from './platform/realtime/node-bus.service.js';
import { GatewayBinder } from './platform/realtime/gateway-binder.service.js';
import { RealtimeAdapter } from './platform/realtime/realtime.adapter.js';

const BODY_LIMIT = 256_000;
/** A file of questions travels as text inside JSON: escapes can double it. */
const LARGE_BODIES = new Map([
  ['/api/question-imports', 11_000_000],
  ['/api/member-imports', 14_000_000],
]);
const nowRow = z.tuple([z.object({ now_ms: z.number() })]);

export type Application = NestFastifyApplication;

/** What a test changes: where the site's files are, and modules beside the product's own. */
export type Changes = { siteFolder?: string; modules?: readonly Type[] };

/** The whole application, migrated and wired but not listening yet. */
export async function createApplication(
  config: Config,
  logger: Logger,
  { siteFolder, modules }: Changes = {},
): Promise<Application> {
  const { dataSource, saving } = await connect(config, logger);
  const clock = new Clock();
  const readNow = async (): Promise<number> =>
    nowRow.parse(await saving.query('SELECT (extract(epoch FROM app_now()) * 1000)::float8 AS now_ms'))[0]
      .now_ms;
  await clock.synchronise(readNow);
  clock.keepSynchronised(readNow, (err) => logger.warn({ err }, 'clock not synchronised'));

  const app = await NestFactory.create<Application>(
    AppModule.with({ config, logger, database: { dataSource, saving }, clock }, modules),
    adapterOf(config),
    // Fastify reads JSON by itself, and forms are nothing we take.
    { logger: new NestLog(logger), bodyParser: false },
  );
  const fastify = app.getHttpAdapter().getInstance();
  addSecurityHeaders(fastify, config.PUBLIC_URL?.startsWith('https:') ?? false);
  compressAnswers(fastify);
  const refuseOthers = refuseOtherMethods(fastify);
  const leaving = app.get(Leaving);
  fastify.addHook('onRequest', async (_request, reply) => {
    if (leaving.isLeaving) void reply.header('connection', 'close');
  });
  app.useWebSocketAdapter(new RealtimeAdapter(app));
  serveApiDescription(
    app,
    describeApi(app.get(RouteRegistry).routes(), { session: SESSION_COOKIE, guest: GUEST_COOKIE }),
  );
  await serveSite(fastify, siteFolder ?? join(import.meta.dirname, '../client'));
  app.enableShutdownHooks();
  await app.init();
  refuseOthers();
  await startWork(app);
  return app;
}

/** Both pools, on a migrated database. */
async function connect(config: Config, logger: Logger): Promise<ConnectedDatabase> {
  const onPoolError = (err: unknown): void => logger.warn({ err }, 'database connection lost');
  const dataSource = await createDataSource(config, databaseParts, onPoolError).initialize();
  await migrate(dataSource);
  const saving = createSavingDataSource(config, onPoolError);
  await saving.initialize();
  return { dataSource, saving };
}

function adapterOf(config: Config): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxiesOf(config),
    genReqId: requestIds(),
    requestTimeout: 30_000,
    ...refusals,
    // What arrives while a node closes is answered as ever; its connection is closed after that.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  adapter.getInstance().addHook('onRoute', (route) => {
    route.bodyLimit = LARGE_BODIES.get(route.url) ?? BODY_LIMIT;
  });
  return adapter;
}

/** Background work starts after every feature registered what it does. */
async function startWork(app: Application): Promise<void> {
  app.get(GatewayBinder).bindAll();
  await app.get(NotificationListener).start();
  await app.get(NodeBus).start();
  await app.get(SecretFingerprint).check({ alone: app.get(NodeRoster).others().length === 0 });
  await app.get(Jobs).start();
  app.get(Outbox).start();
  app.get(Sweeper).start();
}

/** Ids that no other request of any process has: a random beginning for the process, then a running number. */
function requestIds(): () => string {
  const process = randomUUID();
  let count = 0;
  return () => `${process}-${(count += 1).toString(36)}`;
}
