import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

const module = /\.tsx?$/;
const test = /\.test\.tsx?$/;

/**
 * The imports between the modules of a tree, tests left out; both ends are paths relative to root.
 * @typedef {{ from: string, to: string }} Import
 * @param {string} root @param {string[]} paths @returns {Import[]}
 */
export function importsIn(root, paths) {
  const known = new Set(paths);
  return paths
    .filter((path) => module.test(path) && !test.test(path))
    .flatMap((from) =>
      ts
        .preProcessFile(readFileSync(join(root, from), 'utf8'), true, true)
        .importedFiles.flatMap(({ fileName }) => resolved(known, from, fileName))
        .map((to) => ({ from, to })),
    );
}

/** @param {Set<string>} known @param {string} from @param {string} name */
function resolved(known, from, name) {
  if (!name.startsWith('.')) return [];
  const stem = posix.join(posix.dirname(from), name).replace(/\.js$/, '');
  return [`${stem}.ts`, `${stem}.tsx`].filter((path) => known.has(path));
}
