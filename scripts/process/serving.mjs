import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../terminal/problem.mjs';

/**
 * @typedef {{ lan: boolean, port: number, host: string, address: string }} Serving address: what people type
 */

/** Where the application listens: this machine only, unless the network is asked for. @param {boolean} lan @param {number} port @returns {Serving} */
export function servingOn(lan, port) {
  if (!lan) return { lan, port, host: '127.0.0.1', address: `http://127.0.0.1:${port}` };
  return { lan, port, host: '0.0.0.0', address: `http://${lanAddress(networkInterfaces())}:${port}` };
}

/** @param {ReturnType<typeof networkInterfaces>} interfaces @returns {string} */
export function lanAddress(interfaces) {
  const found = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .find((address) => address.family === 'IPv4' && !address.internal);
  if (found) return found.address;
  throw new Problem(
    'This machine is in no network, so --lan has no address.',
    'Start without --lan: npm start',
  );
}

/**
 * Whether the demo world with its published passwords is wanted: by default only on the embedded database and on
 * this machine alone.
 * @param {{ env: NodeJS.ProcessEnv, lan: boolean, embedded: boolean }} circumstances
 */
export function wantsDemo({ env, lan, embedded }) {
  if (lan) {
    if (env.DEMO !== 'true') return false;
    throw new Problem(
      'DEMO=true and --lan exclude each other: demo passwords are public.',
      'Leave one of them out.',
    );
  }
  const loopback =
    !env.PUBLIC_URL || ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(env.PUBLIC_URL).hostname);
  if (env.DEMO === 'true' && !loopback) {
    throw new Problem(
      'DEMO=true is for this machine alone, but PUBLIC_URL names another.',
      'Leave one of them out.',
    );
  }
  return env.DEMO ? env.DEMO === 'true' : embedded && loopback;
}

/** @param {string} dataFolder */
function demoMark(dataFolder) {
  return join(dataFolder, 'demo-world.txt');
}

/** Remembers before they exist that this data holds accounts whose passwords everybody knows. @param {string} dataFolder */
export function markDemo(dataFolder) {
  writeFileSync(
    demoMark(dataFolder),
    'This data holds demo accounts whose passwords are printed at every start. It is never served on a network.\n',
  );
}

/** @param {string} dataFolder @returns {boolean} */
export function isMarkedDemo(dataFolder) {
  return existsSync(demoMark(dataFolder));
}

/** The database turned out to be somebody's own, so nothing was put into it. @param {string} dataFolder */
export function unmarkDemo(dataFolder) {
  rmSync(demoMark(dataFolder), { force: true });
}

/** @param {string} dataFolder @param {Pick<Serving, 'lan'>} serving @param {NodeJS.ProcessEnv} env */
export function refuseDemoBeyondLoopback(dataFolder, { lan }, env) {
  if (!isMarkedDemo(dataFolder)) return;
  if (!lan && wantsDemo({ env: { ...env, DEMO: '' }, lan, embedded: true })) return;
  throw new Problem(
    `The data in ${dataFolder} holds the demo world, whose passwords are public: it is not served beyond this machine.`,
    'Start on other data: DATA_DIR=.data-lan npm start -- --lan',
  );
}
