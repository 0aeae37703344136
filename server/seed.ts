import { createApplication } from './application.js';
import { DemoService } from './demo/demo.service.js';
import { readConfig } from './platform/config.js';
import { createLogger } from './platform/log.js';

/** Puts the demo world into the database without serving it; tells its starter about progress and logins. */
const config = readConfig(process.env);
const app = await createApplication(config, createLogger(config.LOG_LEVEL));
try {
  const logins = await app.get(DemoService).seed((text) => process.send?.({ type: 'progress', text }));
  process.send?.({ type: 'demo', logins });
} finally {
  await app.close();
}
// The channel to the starter would keep this process alive.
process.disconnect?.();
