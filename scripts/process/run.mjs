import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const KEPT_OUTPUT = 8_000;

/** Children that end with this process when it is told to stop. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, uid?: number, gid?: number,
 *   timeoutMs?: number, onMessage?: (message: unknown) => void }} RunOptions quiet: keep the output to show it only
 *   when something fails; onMessage: listen to what the program sends over its channel
 */

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output: the last part of both streams, empty unless quiet
 */
export function run(command, args, options = {}) {
  const { quiet = false, timeoutMs, onMessage, ...rest } = options;
  const stream = quiet ? 'pipe' : 'inherit';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      ...rest,
      stdio: ['ignore', stream, stream, ...(onMessage ? [/** @type {const} */ ('ipc')] : [])],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    running.add(child);
    if (onMessage) child.on('message', onMessage);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 1 : 0), output });
    });
  });
}

/** Tells every command that still runs to end. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}
