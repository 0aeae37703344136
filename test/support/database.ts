import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readConfig, type Config } from '../../server/platform/config.js';

process.env['HAIDANG_TEST_RUN'] ??= randomUUID().slice(0, 8);

export const PREFIX = `haidang_test_run${process.env['HAIDANG_TEST_RUN']}_`;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const INSUFFICIENT_PRIVILEGE = '42501';
export const TEMPLATE = `${PREFIX}template`;

/** The server the tests may make databases on. */
export function adminUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is not set. Run `npm test`, or point it at a PostgreSQL whose role may CREATE DATABASE.',
    );
  return url;
}

export function databaseUrl(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

export function configFor(url: string, changes: Record<string, string> = {}): Config {
  return readConfig({
    DATABASE_URL: url,
    SESSION_SECRET: 'a secret that only tests know, long enough',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    DATABASE_POOL: '8',
    ...changes,
  });
}

export async function runAsAdmin(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    const result: { rows: Record<string, unknown>[] } = await client.query(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A fresh migrated database; drop it with the function returned. */
export function cloneDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${TEMPLATE}`);
}

/** A database with nothing in it, not even migrated. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('');
}

async function createDatabase(from: string): Promise<TestDatabase> {
  const name = `${PREFIX}${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await runAsAdmin(`CREATE DATABASE ${name} ${from}`);
  return { url: databaseUrl(name), drop: () => dropDatabase(name) };
}

/** While the server itself tidies a database up nobody may drop it: that is over in a moment. */
async function dropDatabase(name: string): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      await runAsAdmin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE)
        throw error;
    }
    await pause(100);
  }
}

/** Takes away what a test left behind that did not end as it should. */
export async function dropLeftDatabases(): Promise<void> {
  const left = await runAsAdmin(`SELECT datname FROM pg_database WHERE starts_with(datname, '${PREFIX}')`);
  for (const { datname } of left) await dropDatabase(String(datname));
}
