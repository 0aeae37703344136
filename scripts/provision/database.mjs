import pg from 'pg';
import { end, isEnding, onEnd } from '../process/interrupt.mjs';
import { codeOf, printProblem, Problem } from '../terminal/problem.mjs';
import { step } from '../terminal/progress.mjs';
import { requireSpace } from './disk.mjs';
import { postgresHome } from './postgres-home.mjs';
import { keepPostgres, startPostgres, stopCluster } from './postgres-server.mjs';

const CLUSTER_MEGABYTES = 300;

/**
 * The database to work with: the one of DATABASE_URL, or an embedded server that ends with this process.
 * @param {string} dataFolder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ url: string, embedded: boolean }>}
 */
export async function openDatabase(dataFolder, env) {
  const given = env.DATABASE_URL?.trim();
  if (given) {
    await requireAnswer(given);
    return { url: given, embedded: false };
  }
  const home = postgresHome(dataFolder);
  await requireSpace(home.folder, CLUSTER_MEGABYTES, 'the database and its log');
  const starting = step('Starting the database', () => startPostgres(home));
  let letGo = async () => {};
  // Also when the end comes while it is still starting: a server nobody waits for must not stay behind.
  onEnd(async () => {
    await starting.catch(() => {});
    await letGo();
    await stopCluster(home, 'fast');
  });
  const { url, port } = await starting;
  if (!isEnding()) letGo = keepPostgres(home, { port }, { tell: console.log, giveUp });
  return { url, embedded: true };
}

/** Without a database there is nothing to serve. @param {Problem} problem */
function giveUp(problem) {
  printProblem(problem);
  void end(1);
}

/** @param {string} url */
async function requireAnswer(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = codeOf(error) || (error instanceof Error ? error.message : String(error));
    throw new Problem(
      `The database of DATABASE_URL does not answer (${reason}).`,
      'Check host, port, user and password, or leave DATABASE_URL out to use the embedded database.',
    );
  } finally {
    await client.end().catch(() => {});
  }
}
