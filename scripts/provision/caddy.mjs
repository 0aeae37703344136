import { existsSync } from 'node:fs';
import { installPackage } from './packages.mjs';

const INSTALLED = ['/usr/bin/caddy', '/usr/local/bin/caddy'];

/**
 * A Caddy to read our configuration of it with: the one of CADDY_PATH, of this machine, or of its package manager where
 * we may use that.
 * @returns {Promise<string | null>} null when none can be had
 */
export async function findCaddy(env = process.env) {
  const chosen = env.CADDY_PATH?.trim();
  if (chosen) return existsSync(chosen) ? chosen : null;
  if (!installed()) await installPackage('caddy');
  return installed();
}

function installed() {
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}
