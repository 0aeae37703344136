import { createDataSource } from '../../server/platform/database/data-source.js';
import { migrate } from '../../server/platform/database/migrate.js';
import { databaseParts } from '../../server/database/schema.js';
import { configFor, databaseUrl, PREFIX, runAsAdmin, TEMPLATE } from './database.js';

/** Once per run: a migrated template that every test application's database is cloned from. */
export async function setup(): Promise<void> {
  await prepareTemplate();
}

/** The template on the server that TEST_DATABASE_URL names now. */
export async function prepareTemplate(): Promise<void> {
  await runAsAdmin(`CREATE DATABASE ${TEMPLATE}`);
  const dataSource = createDataSource(configFor(databaseUrl(TEMPLATE)), databaseParts, () => undefined);
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

/** Takes away what a test left behind that did not end as it should. */
export async function teardown(): Promise<void> {
  const left = await runAsAdmin(`SELECT datname FROM pg_database WHERE starts_with(datname, '${PREFIX}')`);
  for (const { datname } of left)
    await runAsAdmin(`DROP DATABASE IF EXISTS "${String(datname)}" WITH (FORCE)`);
}
