import { databaseUrl, dropLeftDatabases, runAsAdmin, TEMPLATE } from './database.js';
import { setup as startPostgres, teardown as stopPostgres } from './postgres.setup.js';
import { ServerProcess } from './server-process.js';
import { SECRET } from './served-world.js';

/** Once per run: the built server fills a template with the demo world, which each worker's database is cloned from. */
export default async function prepareDemoTemplate(): Promise<() => Promise<void>> {
  await startPostgres();
  await runAsAdmin(`CREATE DATABASE ${TEMPLATE}`);
  const server = await ServerProcess.start({
    databaseUrl: databaseUrl(TEMPLATE),
    secret: SECRET,
    environment: { DEMO: 'true' },
  });
  await server.stop();
  return async () => {
    await dropLeftDatabases();
    await stopPostgres();
  };
}
