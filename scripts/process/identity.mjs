import { readFileSync } from 'node:fs';
import { codeOf } from '../terminal/problem.mjs';

/** @param {number} pid @returns {boolean} whether any process has this id now */
export function isAlive(pid) {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When the process began, in the kernel's own count: with the id it names a process for good, because ids are
 * given out again. Empty where the system does not tell (then the id alone has to do).
 * @param {number} pid
 */
export function startOf(pid) {
  return statFields(pid)[19] ?? '';
}

/** @param {number} pid @returns {string} the command line with spaces, or '' where the system does not tell */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isZombie(pid) {
  return statFields(pid)[0] === 'Z';
}

/** The fields of /proc/<pid>/stat from the third on; the name before them may hold spaces. @param {number} pid */
function statFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
