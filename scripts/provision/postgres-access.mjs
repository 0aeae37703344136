import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, fileProblem } from '../terminal/problem.mjs';

export const SUPERUSER = 'postgres';
const NAME = 'haidang';

/** Errors of a server that is not up yet: nobody listens, or it is still recovering. */
const NOT_YET = ['ECONNREFUSED', 'ECONNRESET', '57P03'];

/** @typedef {import('./postgres-home.mjs').PostgresHome} PostgresHome */

/** @param {PostgresHome} home @returns {string} file with the password that only this copy knows */
export function passwordFile(home) {
  const path = join(home.folder, 'password');
  if (existsSync(path)) return path;
  try {
    writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
    if (home.account) chownSync(path, home.account.uid, home.account.gid);
  } catch (error) {
    throw fileProblem(error, path);
  }
  return path;
}

/** @param {PostgresHome} home @param {number} port @returns {string} what the application connects with */
export function databaseUrl(home, port) {
  return urlFor(home, { port, user: NAME, database: NAME });
}

/**
 * Waits until the server answers somebody who knows our password.
 * @param {PostgresHome} home @param {number} port @param {number} limitMs
 * @returns {Promise<boolean>} false when it is another server, or none in time
 */
export async function answers(home, port, limitMs) {
  const untilMs = performance.now() + limitMs;
  for (;;) {
    try {
      await query(urlFor(home, { port, user: SUPERUSER, database: 'postgres' }), ['SELECT 1']);
      return true;
    } catch (error) {
      if (!NOT_YET.includes(codeOf(error)) || performance.now() > untilMs) return false;
    }
    await wait(100);
  }
}

/**
 * Makes the application's role and database where they are missing. The role is no superuser: it owns its database
 * and may make others, which is what the tests do.
 * @param {PostgresHome} home @param {number} port
 */
export async function ensureDatabase(home, port) {
  const admin = urlFor(home, { port, user: SUPERUSER, database: 'postgres' });
  const password = readFileSync(passwordFile(home), 'utf8');
  const [roles, databases] = await query(admin, [
    `SELECT 1 FROM pg_roles WHERE rolname = '${NAME}'`,
    `SELECT 1 FROM pg_database WHERE datname = '${NAME}'`,
  ]);
  if (!roles?.rowCount) await query(admin, [`CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD '${password}'`]);
  if (!databases?.rowCount) await query(admin, [`CREATE DATABASE ${NAME} OWNER ${NAME}`]);
}

/** @param {PostgresHome} home @param {{ port: number, user: string, database: string }} to */
function urlFor(home, { port, user, database }) {
  const password = readFileSync(passwordFile(home), 'utf8');
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** @param {string} url @param {string[]} statements */
async function query(url, statements) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks later says so in an event; without a listener that would end this process.
  client.on('error', () => {});
  await client.connect();
  try {
    const results = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end().catch(() => {});
  }
}
