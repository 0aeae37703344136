import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from '../process/paths.mjs';
import { codeOf, fileProblem, Problem } from '../terminal/problem.mjs';
import { readyBinaries } from './postgres-binaries.mjs';

/** PostgreSQL refuses to run as root; there another user runs it, in a folder that user can reach. */
const ROOT_HOME = '/var/lib/haidang';
const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * @typedef {{ uid: number, gid: number } | null} Account null: the user who runs this
 * @typedef {{ folder: string, binaries: string, account: Account }} PostgresHome folder: for one cluster and its
 *   secrets; only the account may enter it
 */

/**
 * Where the database of a data folder lives, who runs it and with which programs.
 * @param {string} dataFolder
 * @returns {PostgresHome}
 */
export function postgresHome(dataFolder) {
  const inside = join(dataFolder, 'postgres');
  if (!isRoot()) return ownHome(inside);
  if (existsSync(inside)) {
    throw new Problem(
      `The database in ${inside} was made by an ordinary user (${statSync(inside).uid}), and this is root.`,
      'Start as that user, or choose another folder: DATA_DIR=/srv/haidang npm start',
    );
  }
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return rootHome(join(ROOT_HOME, name));
}

/**
 * A home for a cluster that is thrown away.
 * @param {string} name of a folder that does not exist yet
 * @param {string} temporary folder to put it in, where the user may choose
 */
export function temporaryHome(name, temporary) {
  return isRoot() ? rootHome(join(ROOT_HOME, name)) : ownHome(join(temporary, name));
}

/** The folder in which temporary homes lie side by side. @param {string} temporary */
export function temporaryParent(temporary) {
  return isRoot() ? ROOT_HOME : temporary;
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** @param {string} folder @returns {PostgresHome} */
function ownHome(folder) {
  privateFolder(folder, null);
  return { folder, binaries: readyBinaries({ copyTo: folder, always: false }), account: null };
}

/** @param {string} folder @returns {PostgresHome} */
function rootHome(folder) {
  const account = unprivilegedAccount();
  try {
    mkdirSync(ROOT_HOME, { recursive: true, mode: 0o755 });
    chmodSync(ROOT_HOME, 0o755);
  } catch (error) {
    throw fileProblem(error, ROOT_HOME);
  }
  privateFolder(folder, account);
  return { folder, binaries: readyBinaries({ copyTo: ROOT_HOME, always: true }), account };
}

/** @param {string} folder @param {Account} account */
function privateFolder(folder, account) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(codeOf(error)) && existsSync(folder)) {
      throw new Problem(
        `The database in ${folder} belongs to another user (${statSync(folder).uid}).`,
        'Start as that user, or choose another folder: DATA_DIR=~/haidang-data npm start',
      );
    }
    throw fileProblem(error, folder);
  }
}

function unprivilegedAccount() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of UNPRIVILEGED) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Problem(
    `PostgreSQL does not run as root, and there is no user ${UNPRIVILEGED.join(' or ')} on this machine.`,
    'Start as an ordinary user, or give a database: DATABASE_URL=postgres://user:password@host/haidang npm start',
  );
}

/** @param {string} dataFolder makes sure that it exists and can be written */
export function requireDataFolder(dataFolder) {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw fileProblem(error, dataFolder === join(root, '.data') ? root : dataFolder);
  }
}
