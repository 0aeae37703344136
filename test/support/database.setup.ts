import { createDataSource } from '../../server/platform/database/data-source.js';
import { migrate } from '../../server/platform/database/migrate.js';
import { databaseParts } from '../../server/database/schema.js';
import { adminUrl, configFor, databaseUrl, runAsAdmin, TEMPLATE } from './database.js';

/** Once per run: a migrated template that every test application's database is cloned from. */
export async function setup(): Promise<void> {
  adminUrl();
  const stale = await runAsAdmin(
    `SELECT datname FROM pg_database WHERE datname LIKE 'haidang\\_test\\_${process.pid}\\_%'`,
  );
  for (const { datname } of stale)
    await runAsAdmin(`DROP DATABASE IF EXISTS "${String(datname)}" WITH (FORCE)`);
  await runAsAdmin(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await runAsAdmin(`CREATE DATABASE ${TEMPLATE}`);
  const dataSource = createDataSource(configFor(databaseUrl(TEMPLATE)), databaseParts, () => undefined);
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

export async function teardown(): Promise<void> {
  const left = await runAsAdmin(
    `SELECT datname FROM pg_database WHERE datname LIKE 'haidang\\_test\\_run${process.env['HAIDANG_TEST_RUN']}\\_%'`,
  );
  for (const { datname } of left)
    await runAsAdmin(`DROP DATABASE IF EXISTS "${String(datname)}" WITH (FORCE)`);
}
