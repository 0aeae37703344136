import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { codeOf } from '../terminal/problem.mjs';

/**
 * A fingerprint of names and contents, the same on every machine: times and order do not matter.
 * @param {string} base folder the names are relative to
 * @param {string[]} inputs files or folders in it; missing ones count as missing
 * @param {(name: string) => boolean} [counts] whether a file has influence
 */
export function fingerprint(base, inputs, counts = () => true) {
  const hash = createHash('sha256');
  const names = inputs.flatMap((input) => filesIn(base, join(base, input))).filter(counts);
  for (const name of [...new Set(names)].sort()) {
    hash.update(`${name}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(base, name)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/** @param {string} path of the stamp @param {string} value */
export function isStamped(path, value) {
  try {
    return readFileSync(path, 'utf8') === value;
  } catch {
    return false;
  }
}

/** @param {string} path @param {string} value */
export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}

/** @param {string} base @param {string} path @returns {string[]} names with forward slashes */
function filesIn(base, path) {
  try {
    if (!statSync(path).isDirectory()) return [relative(base, path).replaceAll('\\', '/')];
    return readdirSync(path).flatMap((name) => filesIn(base, join(path, name)));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
