import { readConfig } from './platform/config.js';
import { createLogger } from './platform/log.js';
import { prepare } from './prepare.js';

/** Puts the demo world into the database without serving it; tells its starter about progress and logins. */
try {
  const config = readConfig(process.env);
  const logger = createLogger(config.LOG_LEVEL);
  const onProgress = (text: string): void => void process.send?.({ type: 'progress', text });
  process.send?.({ type: 'demo', logins: await prepare({ config, logger, onProgress }) });
} catch (error) {
  process.send?.({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  createLogger('error').fatal({ err: error }, 'the demo world could not be made');
  process.exitCode = 1;
}
// The channel to the starter would keep this process alive.
process.disconnect?.();
