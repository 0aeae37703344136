import { FirstAdministrator } from './account/first-administrator.service.js';
import { createApplication, type Application } from './application.js';
import { readConfig } from './platform/config.js';
import { createLogger } from './platform/log.js';
import { DemoService } from './demo/demo.service.js';

type Message =
  | { type: 'progress'; text: string }
  | { type: 'demo'; logins: { role: string; login: string; password: string }[] }
  | { type: 'administrator'; login: string; password: string }
  | { type: 'ready'; url: string }
  | { type: 'failed'; code: string; message: string };

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Tells the starting script, where there is one, how far we are. */
function tell(message: Message): void {
  process.send?.(message);
}

async function boot(): Promise<void> {
  const config = readConfig(process.env);
  const beyond = !LOOPBACK.has(config.HOST);
  if (config.DEMO && beyond)
    throw new Error('DEMO=true shows logins to everybody: it works only with HOST=127.0.0.1');
  const logger = createLogger(config.LOG_LEVEL);
  tell({ type: 'progress', text: 'preparing the database' });
  const app = await createApplication(config, logger);
  await populate(app, { demo: config.DEMO, beyond });
  await app.listen(config.PORT, config.HOST);
  const url =
    config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  logger.info({ url }, 'listening');
  tell({ type: 'ready', url });
}

/** The demo world where it is wanted, else one person who can let the others in. */
async function populate(
  app: Application,
  { demo, beyond }: { demo: boolean; beyond: boolean },
): Promise<void> {
  const world = app.get(DemoService);
  if (demo) tell({ type: 'demo', logins: await world.seed((text) => tell({ type: 'progress', text })) });
  if (beyond && (await world.isHere()))
    throw new Error(
      'This database holds the demo world, whose passwords are public: serve it on 127.0.0.1 only',
    );
  const administrator = demo ? null : await app.get(FirstAdministrator).ensure();
  if (!administrator) return;
  if (process.send) tell({ type: 'administrator', ...administrator });
  else process.stdout.write(`The first administrator: ${administrator.login} / ${administrator.password}\n`);
}

// Whoever started us is gone: nobody is left to end us.
if (process.send) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

boot().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const message = error instanceof Error ? error.message : String(error);
  tell({ type: 'failed', code, message });
  createLogger('error').fatal({ err: error }, 'the application could not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
});
