import { z } from 'zod';
import { rowOf, type Sql } from '../../platform/database/sql.js';
import type { Pace } from './sign-in-pace.rules.js';

/** Tokens that are there now: what was left, and what came back since. */
const REFILLED = `least($2::float8, pace.tokens + greatest(0, extract(epoch FROM app_now() - pace.at)::float8) * 1000 * $2 / $3::float8)`;

const waitRow = z.object({ wait_ms: z.number() });

/** Takes one token of a login. Returns 0 when there was one, else the milliseconds until the next. */
export async function takeTry(sql: Sql, loginHash: Buffer, { max, windowMs }: Pace): Promise<number> {
  const values = [loginHash, max, windowMs];
  const taken = await rowOf(
    sql,
    waitRow,
    `INSERT INTO sign_in_pace AS pace (login_hash, tokens, at) VALUES ($1, $2::float8 - 1, app_now())
     ON CONFLICT (login_hash) DO UPDATE SET tokens = ${REFILLED} - 1, at = app_now() WHERE ${REFILLED} >= 1
     RETURNING 0 AS wait_ms`,
    values,
  );
  if (taken) return taken.wait_ms;
  const refused = await rowOf(
    sql,
    waitRow,
    `SELECT ceil(greatest(0, 1 - ${REFILLED}) * $3 / $2) AS wait_ms FROM sign_in_pace AS pace WHERE login_hash = $1`,
    values,
  );
  // Somebody signed in meanwhile, which forgets what was tried before.
  return refused?.wait_ms ?? 0;
}

/** One try of a login less. */
export async function returnTry(sql: Sql, loginHash: Buffer, { max }: Pace): Promise<void> {
  await sql.query('UPDATE sign_in_pace SET tokens = least($2::float8, tokens + 1) WHERE login_hash = $1', [
    loginHash,
    max,
  ]);
}

export async function forgetTries(sql: Sql, loginHash: Buffer): Promise<void> {
  await sql.query('DELETE FROM sign_in_pace WHERE login_hash = $1', [loginHash]);
}

/** Forgets logins that have all their tries again. */
export async function forgetRested(sql: Sql, { windowMs }: Pace): Promise<void> {
  await sql.query(`DELETE FROM sign_in_pace WHERE at < app_now() - $1 * interval '1 millisecond'`, [
    windowMs,
  ]);
}
