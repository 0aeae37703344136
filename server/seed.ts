import { createApplication } from './application.js';
import { DemoService } from './demo/demo.service.js';
import { readConfig } from './platform/config.js';
import { createLogger } from './platform/log.js';

/** Puts the demo world into the database without serving it; what is there already stays as it is. */
const config = readConfig(process.env);
const app = await createApplication(config, createLogger(config.LOG_LEVEL));
try {
  const logins = await app.get(DemoService).seed((text) => process.stdout.write(`• ${text} …\n`));
  for (const { role, login, password } of logins) process.stdout.write(`${role}: ${login} / ${password}\n`);
} finally {
  await app.close();
}
