import { createApplication } from './application.js';
import { readConfig } from './platform/config.js';
import { createLogger } from './platform/log.js';
import { DemoService } from './demo/demo.service.js';

type Message =
  | { type: 'progress'; text: string }
  | { type: 'demo'; logins: { role: string; login: string; password: string }[] }
  | { type: 'ready'; url: string }
  | { type: 'failed'; code: string; message: string };

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Tells the starting script, where there is one, how far we are. */
function tell(message: Message): void {
  process.send?.(message);
}

async function boot(): Promise<void> {
  const config = readConfig(process.env);
  if (config.DEMO && !LOOPBACK.has(config.HOST))
    throw new Error('DEMO=true shows logins to everybody: it works only with HOST=127.0.0.1');
  const logger = createLogger(config.LOG_LEVEL);
  tell({ type: 'progress', text: 'preparing the database' });
  const app = await createApplication(config, logger);
  if (config.DEMO)
    tell({
      type: 'demo',
      logins: await app.get(DemoService).seed((text) => tell({ type: 'progress', text })),
    });
  await app.listen(config.PORT, config.HOST);
  const url =
    config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  logger.info({ url }, 'listening');
  tell({ type: 'ready', url });
}

boot().catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const message = error instanceof Error ? error.message : String(error);
  tell({ type: 'failed', code, message });
  createLogger('error').fatal({ err: error }, 'the application could not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
});
