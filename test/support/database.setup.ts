import { createDataSource } from '../../server/platform/database/data-source.js';
import { migrate } from '../../server/platform/database/migrate.js';
import { databaseParts } from '../../server/database/schema.js';
import { configFor, databaseUrl, dropLeftDatabases, runAsAdmin, TEMPLATE } from './database.js';

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

export async function teardown(): Promise<void> {
  await dropLeftDatabases();
}
