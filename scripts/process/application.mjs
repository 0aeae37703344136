import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pinnedNode, toolEnvironment } from '../provision/node.mjs';
import { Problem } from '../terminal/problem.mjs';
import { root } from './paths.mjs';
import { portProblem } from './ports.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

const ONE_NODE = 'dist/server/main.js';
const WEB_NODES = 'scripts/process/web-nodes.mjs';
const MOST_NODES = 16;

/** Draining requests takes the application less; after this it is ended the hard way. */
const DRAIN_MS = 15_000;

/**
 * @typedef {{ role: string, login: string, password: string }} Login
 * @typedef {{ type: 'progress', text: string } | { type: 'filling' } | { type: 'demo', logins: Login[] }
 *   | { type: 'administrator', login: string, password: string } | { type: 'ready', url: string }
 *   | { type: 'failed', code: string, message: string } | { type: 'nodes', pids: number[] } | { type: 'restarted' }} Message what the application tells its starter
 * @typedef {{ pid: number, ended: Promise<string>, stop: () => Promise<void>, signal: (name: NodeJS.Signals) => void }}
 *   Application ended: how it ended
 */

/**
 * Starts the built application, or with NODES several of it behind one port, in a session of its own, so that Ctrl-C reaches the starter alone and the order of
 * the end is ours: first the application, then the database.
 * @param {NodeJS.ProcessEnv} env
 * @param {(message: Message) => void} onMessage
 * @returns {Application}
 */
export function startApplication(env, onMessage) {
  const program = join(root, wantedNodes(env) > 1 ? WEB_NODES : ONE_NODE);
  const child = spawn(pinnedNode(), [...SERVER_FLAGS, program], {
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
  return {
    pid: child.pid ?? 0,
    ended,
    stop: () => stopChild(child, ended),
    signal: (name) => void child.kill(name),
  };
}

/** How many web nodes are wanted, from NODES. @param {NodeJS.ProcessEnv} env */
export function wantedNodes(env) {
  const text = env.NODES?.trim();
  if (!text) return 1;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_NODES) return count;
  throw new Problem(
    `NODES is "${text}", which is no number of web nodes.`,
    `Use a number from 1 to ${MOST_NODES}: NODES=2 npm start`,
  );
}

/** Whether a command line is that of an application. @param {string} text */
export function isApplication(text) {
  return [ONE_NODE, WEB_NODES].some((program) => text.includes(program));
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
