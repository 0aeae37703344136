import { FirstAdministrator } from './account/first-administrator.service.js';
import { createApplication, type Application } from './application.js';
import type { DemoLogin } from './demo/organisation.js';
import { readConfig } from './platform/config.js';
import { createLogger } from './platform/log.js';
import { prepare } from './prepare.js';

type Message =
  | { type: 'progress'; text: string }
  | { type: 'filling' }
  | { type: 'demo'; logins: DemoLogin[] }
  | { type: 'administrator'; login: string; password: string }
  | { type: 'ready'; url: string }
  | { type: 'failed'; code: string; message: string };

/** Tells the starting script, where there is one, how far we are. */
function tell(message: Message): void {
  process.send?.(message);
}

async function boot(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.LOG_LEVEL);
  const onProgress = (text: string): void => tell({ type: 'progress', text });
  onProgress('preparing the database');
  const onFilling = (): void => tell({ type: 'filling' });
  const logins = await prepare({ config, logger, onProgress, onFilling });
  if (config.DEMO) tell({ type: 'demo', logins });
  const app = await createApplication(config, logger);
  if (!config.DEMO) await ensureAdministrator(app);
  await app.listen(config.PORT, config.HOST);
  const url =
    config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  logger.info({ url }, 'listening');
  tell({ type: 'ready', url });
}

/** One person who can let the others in. */
async function ensureAdministrator(app: Application): Promise<void> {
  const administrator = await app.get(FirstAdministrator).ensure();
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
