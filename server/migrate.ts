import { databaseParts } from './database/schema.js';
import { readConfig } from './platform/config.js';
import { createDataSource } from './platform/database/data-source.js';
import { migrate } from './platform/database/migrate.js';

/** Brings the database up to date without starting the application, for a deployment that wants to see it done first. */
const dataSource = createDataSource(readConfig(process.env), databaseParts, () => undefined);
await dataSource.initialize();
try {
  const ran = await migrate(dataSource);
  process.stdout.write(
    ran.length > 0 ? `Ran ${ran.join(', ')}.\n` : 'Nothing to run: the database is up to date.\n',
  );
} finally {
  await dataSource.destroy();
}
