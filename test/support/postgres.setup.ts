import { startPrivatePostgres, type PrivatePostgres } from '../../scripts/provision/private-postgres.mjs';

let own: PrivatePostgres | undefined;

/** A single part of the tests can run by itself: without a server to test on, it brings its own. */
export async function setup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  own = await startPrivatePostgres();
  process.env['TEST_DATABASE_URL'] = own.url;
}

export async function teardown(): Promise<void> {
  await own?.stop();
}
