import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, toolEnvironment } from '../provision/node.mjs';
import { Problem } from '../terminal/problem.mjs';
import { root } from './paths.mjs';
import { portProblem } from './ports.mjs';

/** Draining requests takes the application less; after this it is ended the hard way. */
const DRAIN_MS = 15_000;

/**
 * @typedef {{ role: string, login: string, password: string }} Login
 * @typedef {{ type: 'progress', text: string } | { type: 'filling' } | { type: 'demo', logins: Login[] }
 *   | { type: 'administrator', login: string, password: string } | { type: 'ready', url: string }
 *   | { type: 'failed', code: string, message: string }} Message what the application tells its starter
 * @typedef {{ pid: number, ended: Promise<string>, stop: () => Promise<void> }} Application ended: how it ended
 */

/**
 * Starts the built application in a session of its own, so that Ctrl-C reaches the starter alone and the order of
 * the end is ours: first the application, then the database.
 * @param {NodeJS.ProcessEnv} env
 * @param {(message: Message) => void} onMessage
 * @returns {Application}
 */
export function startApplication(env, onMessage) {
  const program = join(root, 'dist/server/main.js');
  const child = spawn(pinnedNode(), ['--enable-source-maps', program], {
    cwd: root,
    env: toolEnvironment(env),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => onMessage(/** @type {Message} */ (message)));
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  return { pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended) };
}

/** @param {{ code: string, message: string }} failure @param {number} port */
export function applicationProblem({ code, message }, port) {
  if (code === 'EADDRINUSE' || code === 'EACCES') return portProblem(code, port);
  if (code === '53100' || code === 'ENOSPC') {
    return new Problem(
      'The disk is full: the application could not start.',
      'Free some space and start again.',
    );
  }
  return new Problem(`The application could not start: ${message}`);
}

/** @param {import('node:child_process').ChildProcess} child @param {Promise<string>} ended */
async function stopChild(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const hard = setTimeout(() => {
    console.log(`  … the application did not end within ${DRAIN_MS / 1000} s and is cut off`);
    child.kill('SIGKILL');
  }, DRAIN_MS);
  await ended;
  clearTimeout(hard);
}
