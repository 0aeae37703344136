import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from '../process/identity.mjs';

/**
 * @typedef {{ pid: number, port: number }} RunningServer
 * @typedef {{ isAlive: (pid: number) => boolean, commandOf: (pid: number) => string }} ProcessTable
 */

/**
 * Reads what a PostgreSQL server wrote into its data folder (postmaster.pid: process id on line 1, port on line 4).
 * @param {string} text
 * @returns {RunningServer | null} null when it is not complete yet or not such a file
 */
export function parsePostmasterPid(text) {
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

/**
 * What to do about a postmaster.pid that lies in a data folder:
 * `adopt` when its server lives; `clear` when it is no such file, or its process is by now another program that happens
 * to have the same id; else `start`, also where its process is gone: PostgreSQL itself looks by this very file whether
 * something of a killed server still works on the data, and then refuses to start.
 * @param {{ text: string | null, cluster: string, processes?: ProcessTable }} found
 * @returns {{ decision: 'start' } | { decision: 'clear' } | { decision: 'adopt', server: RunningServer }}
 */
export function decideAboutServer({ text, cluster, processes = { isAlive, commandOf } }) {
  if (text === null) return { decision: 'start' };
  const server = parsePostmasterPid(text);
  if (!server) return { decision: 'clear' };
  if (!processes.isAlive(server.pid)) return { decision: 'start' };
  const command = processes.commandOf(server.pid);
  const isOurs = command === '' || (command.includes('postgres') && command.includes(cluster));
  return isOurs ? { decision: 'adopt', server } : { decision: 'clear' };
}

/** @param {string} cluster a data folder @returns {string | null} */
export function readPostmasterPid(cluster) {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
}
