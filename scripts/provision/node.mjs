import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../process/paths.mjs';
import { Problem } from '../terminal/problem.mjs';

const MAJOR = 24;

/** The operating system as the packages name it: linux, darwin, win (Node) or windows (PostgreSQL). */
const NODE_PLATFORM = process.platform === 'win32' ? 'win' : process.platform;

/**
 * The Node that runs the application: the pinned one from node_modules, whatever started this script.
 * Where no package exists for this machine, the Node that is running will do if it is new enough.
 */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', `node-${NODE_PLATFORM}-${process.arch}`, 'bin', name);
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) return process.execPath;
  throw new Problem(
    `There is no packaged Node ${MAJOR} for ${process.platform} ${process.arch}, and this is Node ${process.versions.node}.`,
    `Install Node ${MAJOR} (https://nodejs.org) and start again.`,
  );
}

/**
 * The environment in which `node` and the project's own tools are found first.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(env = process.env) {
  const path = [dirname(pinnedNode()), join(root, 'node_modules', '.bin'), env.PATH ?? ''].join(delimiter);
  return { ...env, PATH: path };
}

/** The program file of a tool in node_modules, to run with the pinned Node. @param {string} file */
export function tool(file) {
  return join(root, 'node_modules', file);
}
