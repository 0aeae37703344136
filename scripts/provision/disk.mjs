import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Problem } from '../terminal/problem.mjs';

const MEGABYTE = 1_048_576;

/**
 * Stops before a long step that the disk has no room for.
 * @param {string} path need not exist yet
 * @param {number} megabytes
 * @param {string} purpose such as "the dependencies"
 */
export async function requireSpace(path, megabytes, purpose) {
  const { bavail, bsize } = await statfs(existingPart(path));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < megabytes) throw spaceProblem(path, { free, needed: megabytes, purpose });
}

/** @param {string} path @param {{ free: number, needed: number, purpose: string }} room in megabytes */
export function spaceProblem(path, { free, needed, purpose }) {
  return new Problem(
    `The disk that holds ${path} has ${free} MB left; ${purpose} need about ${needed} MB.`,
    'Free some space and start again.',
  );
}

/** @param {string} path */
function existingPart(path) {
  let part = path;
  while (!existsSync(part) && dirname(part) !== part) part = dirname(part);
  return part;
}
