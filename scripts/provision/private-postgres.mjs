import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, startOf } from '../process/identity.mjs';
import { keepPostgres, startPostgres, stopCluster } from './postgres-server.mjs';
import { temporaryHome, temporaryParent } from './postgres-home.mjs';

const PREFIX = 'private-';

/** What a crash of the machine would lose does not matter to a database that is thrown away. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * A PostgreSQL server of this process alone, thrown away at its end. What an earlier process left behind because it
 * was killed is cleared away first.
 * @param {{ durable?: boolean }} [options] durable: writes reach the disk as in real use, for measuring and faults
 */
export async function startPrivatePostgres({ durable = false } = {}) {
  await clearLeftovers();
  const owner = `${process.pid}-${startOf(process.pid) || '0'}`;
  const home = temporaryHome(`${PREFIX}${owner}-${randomBytes(3).toString('hex')}`, tmpdir());
  const options = { settings: durable ? {} : QUICK };
  let server = await startPostgres(home, options);
  return {
    url: server.url,
    pid: server.pid,
    /** Starts it again whenever it stops by itself, as `npm start` does. @param {import('./postgres-keeper.mjs').Listener} listener */
    keep: (listener) => keepPostgres(home, { ...options, port: server.port }, listener),
    /** Stops the server and starts it again on the same port. @param {'fast' | 'immediate'} mode */
    async restart(mode) {
      await server.stop(mode);
      server = await startPostgres(home, { ...options, port: server.port });
    },
    /** Stops the server only. @param {'fast' | 'immediate'} mode */
    halt: (mode) => server.stop(mode),
    /** Starts a halted server again on the same port. */
    async resume() {
      server = await startPostgres(home, { ...options, port: server.port });
    },
    async stop() {
      await stopCluster(home, durable ? 'fast' : 'immediate');
      rmSync(home.folder, { recursive: true, force: true });
    },
  };
}

async function clearLeftovers() {
  const parent = temporaryParent(tmpdir());
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    if (isOwned(name)) continue;
    try {
      await stopCluster(temporaryHome(name, tmpdir()), 'immediate');
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // It belongs to another user, who will clear it away.
    }
  }
}

/** @param {string} name "private-<pid>-<start of the process>-<random>" */
function isOwned(name) {
  const [, pid, start] = name.split('-');
  return isAlive(Number(pid)) && ['0', startOf(Number(pid))].includes(start ?? '0');
}
