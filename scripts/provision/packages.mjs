import { existsSync } from 'node:fs';
import { run } from '../process/run.mjs';
import { step } from '../terminal/progress.mjs';

const LIMIT_MS = 300_000;

/**
 * Installs a program from the packages of this machine where we may do that: on Debian and its kin, as root.
 * What cannot be installed is left to the caller, who looks for the program afterwards.
 * @param {string} name of the package, for example 'chromium'
 */
export async function installPackage(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${name} from the packages of this machine`, async () => {
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', name],
    ]) {
      await run('apt-get', args, { quiet: true, env, timeoutMs: LIMIT_MS });
    }
  });
}
