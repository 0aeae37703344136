import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, fileProblem } from '../terminal/problem.mjs';
import { isAlive, startOf } from './identity.mjs';

/**
 * @typedef {{ pid: number, start: string, note: Record<string, string | number> }} Holder
 * @typedef {{ holder: Holder } | { release: () => void, annotate: (note: Holder['note']) => void,
 *   previous: Holder | null }} Claim
 */

/**
 * Claims a lock file for this process. A file left by a process that has ended is taken over; its content is
 * handed on as `previous`, so that what that process left running can be cleared away.
 * @param {string} path
 * @param {Holder['note']} note what others should know about the holder
 * @returns {Claim} the living holder when somebody else has it
 */
export function claim(path, note = {}) {
  mkdirSync(dirname(path), { recursive: true });
  /** @type {Holder} */
  const own = { pid: process.pid, start: startOf(process.pid), note };
  let previous = null;
  for (;;) {
    if (createWhole(path, own)) return { previous, ...grip(path, own) };
    const holder = readHolder(path);
    if (holder && isHeld(holder)) return { holder };
    previous = holder ?? previous;
    rmSync(path, { force: true });
  }
}

/**
 * Runs `work` while no other process of this machine runs it under the same lock.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(holder: Holder) => void} [onWait] told once, when somebody else has to finish first
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait = () => {}) {
  let told = false;
  for (;;) {
    const claimed = claim(path);
    if ('release' in claimed) {
      try {
        return await work();
      } finally {
        claimed.release();
      }
    }
    if (!told) onWait(claimed.holder);
    told = true;
    await wait(250);
  }
}

/** @param {Holder} holder @returns {boolean} whether the process that wrote the file still runs */
export function isHeld(holder) {
  return isAlive(holder.pid) && (holder.start === '' || holder.start === startOf(holder.pid));
}

/** @param {string} path @returns {Holder | null} null when there is none or it is not readable as one */
export function readHolder(path) {
  try {
    const { pid, start, note } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof pid === 'number' ? { pid, start: String(start ?? ''), note: note ?? {} } : null;
  } catch {
    return null;
  }
}

/** Appears with its content or not at all, so nobody ever reads half a file. @param {string} path @param {Holder} own */
function createWhole(path, own) {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, JSON.stringify(own));
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw fileProblem(error, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} path @param {Holder} own */
function grip(path, own) {
  return {
    /** @param {Holder['note']} note */
    annotate(note) {
      Object.assign(own.note, note);
      writeFileSync(path, JSON.stringify(own));
    },
    release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}
