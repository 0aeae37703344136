import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';

export const SESSION_SECRET = Symbol('SessionSecret');

/** The configured secret, or one made on the first start and kept in the data folder, readable by its owner only. */
export function sessionSecretOf(config: Config): string {
  if (config.SESSION_SECRET) return config.SESSION_SECRET;
  const path = join(config.DATA_DIR, 'session-secret');
  mkdirSync(config.DATA_DIR, { recursive: true });
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
