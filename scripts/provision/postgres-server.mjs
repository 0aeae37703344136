import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../process/identity.mjs';
import { freePort } from '../process/ports.mjs';
import { Problem } from '../terminal/problem.mjs';
import { keepRunning } from './postgres-keeper.mjs';
import { answers, databaseUrl, ensureDatabase, passwordFile, SUPERUSER } from './postgres-access.mjs';
import { decideAboutServer, readPostmasterPid } from './postgres-pid.mjs';

const MAJOR = '18';
const ADOPT_WITHIN_MS = 60_000;

/**
 * @typedef {import('./postgres-home.mjs').PostgresHome} PostgresHome
 * @typedef {{ settings?: Record<string, string>, port?: number, keepLog?: boolean }} ServerOptions port: any free one
 *   unless given; keepLog: go on in the log there is, which says why the server stopped
 * @typedef {{ url: string, port: number, pid: number, adopted: boolean,
 *   stop: (mode?: 'fast' | 'immediate') => Promise<void> }} PostgresServer
 */

const MB = 1024 * 1024;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: `${sharedBuffersMb(totalmem())}MB`,
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * A sixteenth of the machine's memory, which it shares with the application, from 256 MB to 2 GB.
 * @param {number} memory of the machine, in bytes
 */
export function sharedBuffersMb(memory) {
  return Math.round(Math.min(Math.max(memory / MB / 16, 256), 2_048));
}

/**
 * Starts the cluster of a home, making it first where there is none. A server that still runs there because its
 * starter was killed is taken over instead.
 * @param {PostgresHome} home
 * @param {ServerOptions} [options]
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres(home, options = {}) {
  const cluster = clusterOf(home);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await createCluster(home);
  requireMajor(cluster);
  const running = await findRunning(home);
  const port = running?.port ?? (await launch(home, options));
  await ensureDatabase(home, port);
  const pid = pidOf(cluster);
  return {
    url: databaseUrl(home, port),
    port,
    pid,
    adopted: running !== null,
    stop: (mode = 'fast') => stopCluster(home, mode),
  };
}

/**
 * Starts the server of a home again, on its port, whenever it stops by itself.
 * @param {PostgresHome} home
 * @param {ServerOptions & { port: number }} options
 * @param {import('./postgres-keeper.mjs').Listener} listener
 * @returns {() => Promise<void>} lets go of it
 */
export function keepPostgres(home, options, listener) {
  const cluster = clusterOf(home);
  const server = {
    isRunning: () => decideAboutServer({ text: readPostmasterPid(cluster), cluster }).decision === 'adopt',
    start: async () => void (await startPostgres(home, { ...options, keepLog: true })),
    log: logOf(home),
  };
  return keepRunning(server, listener);
}

/**
 * Stops whatever server runs on the cluster of a home and waits for its end.
 * @param {PostgresHome} home @param {'fast' | 'immediate'} mode
 */
export async function stopCluster(home, mode) {
  const cluster = clusterOf(home);
  const found = decideAboutServer({ text: readPostmasterPid(cluster), cluster });
  if (found.decision !== 'adopt') return;
  const { pid } = found.server;
  await control(home, ['stop', '-D', cluster, '-m', mode, '-w', '-t', '20', '-s']);
  if (mode === 'fast' && isAlive(pid)) await stopCluster(home, 'immediate');
}

/** @param {PostgresHome} home */
function clusterOf(home) {
  return join(home.folder, 'cluster');
}

/** @param {PostgresHome} home */
function logOf(home) {
  return join(home.folder, 'postgres.log');
}

/** The folder gets its name when it is complete, so that an interrupted attempt is simply made again. @param {PostgresHome} home */
async function createCluster(home) {
  const draft = join(home.folder, 'cluster.part');
  rmSync(draft, { recursive: true, force: true });
  const { code, output } = await runProgram(home, 'initdb', [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile(home)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ]);
  if (code !== 0) throw databaseProblem('The database could not be created', output);
  renameSync(draft, clusterOf(home));
}

/** @param {string} cluster */
function requireMajor(cluster) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR) return;
  throw new Problem(
    `The database in ${cluster} was made by PostgreSQL ${found}; this copy has ${MAJOR}.`,
    'Choose another folder: DATA_DIR=.data-18 npm start',
  );
}

/** @param {PostgresHome} home @returns {Promise<{ port: number } | null>} a server to take over */
async function findRunning(home) {
  const cluster = clusterOf(home);
  const found = decideAboutServer({ text: readPostmasterPid(cluster), cluster });
  if (found.decision === 'adopt') {
    if (await answers(home, found.server.port, ADOPT_WITHIN_MS)) return found.server;
    await stopCluster(home, 'fast');
  }
  if (found.decision === 'clear') rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return null;
}

/** @param {PostgresHome} home @param {ServerOptions} options @returns {Promise<number>} the port */
async function launch(home, options) {
  const cluster = clusterOf(home);
  const port = options.port ?? (await freePort());
  const log = logOf(home);
  if (!options.keepLog) rmSync(log, { force: true });
  const flags = Object.entries({ ...SETTINGS, ...options.settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const { code } = await control(home, [
    ...['start', '-D', cluster, '-l', log, '-w', '-t', '120', '-s'],
    ...['-o', [`-p ${port}`, ...flags].join(' ')],
  ]);
  if (code !== 0) throw databaseProblem('The database did not start', readIfThere(log));
  return port;
}

/**
 * pg_ctl in a session of its own: Ctrl-C in the terminal reaches neither it nor the server it starts, so the
 * application always has a database to finish its work with.
 * @param {PostgresHome} home @param {string[]} args
 */
function control(home, args) {
  return runProgram(home, 'pg_ctl', args);
}

/** @param {PostgresHome} home @param {string} program @param {string[]} args @returns {Promise<{ code: number, output: string }>} */
function runProgram(home, program, args) {
  const outputPath = join(home.folder, `${program}.out`);
  const output = openSync(outputPath, 'w');
  return new Promise((resolve, reject) => {
    const child = spawn(join(home.binaries, 'bin', program), args, {
      ...(home.account ?? {}),
      cwd: home.folder,
      env: bareEnvironment(),
      detached: true,
      windowsHide: true,
      // A file, not a pipe: the server inherits it and would keep a pipe open for ever.
      stdio: ['ignore', output, output],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? 1, output: readIfThere(outputPath) }));
  }).finally(() => closeSync(output));
}

/** Settings meant for another PostgreSQL (PGPORT, PGDATA, PGOPTIONS) and locales this machine lacks stay out. */
function bareEnvironment() {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot ? { SystemRoot, TEMP } : {}) };
}

/** @param {string} cluster */
function pidOf(cluster) {
  return Number(readPostmasterPid(cluster)?.split('\n')[0] ?? 0);
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** @param {string} what @param {string} output */
function databaseProblem(what, output) {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new Problem(`${what}: the disk is full.`, 'Free some space and start again.');
  }
  if (/could not create shared memory|Cannot allocate memory/i.test(output)) {
    return new Problem(
      `${what}: this machine has too little memory left.`,
      'Close other programs and start again.',
    );
  }
  const last = output.trim().split('\n').slice(-8).join('\n');
  return new Problem(`${what}:\n${last}`, 'Correct that and start again.');
}
