import { ensureBuild } from '../provision/build.mjs';
import { ensureDependencies } from '../provision/dependencies.mjs';
import { pinnedNode, toolEnvironment } from '../provision/node.mjs';
import { requireDataFolder } from '../provision/postgres-home.mjs';
import { holdData } from './data-lock.mjs';
import { dataFolder, root } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Runs a program of the built server once on the data of this copy, and nothing else meanwhile.
 * @param {{ program: string, purpose: string, env?: NodeJS.ProcessEnv,
 *   beforeRun?: (dataFolder: string) => void, onMessage?: (message: unknown) => void }} what program: in dist/server
 * @returns {Promise<number>} its exit code
 */
export async function runOnData({ program, purpose, env = {}, beforeRun = () => {}, onMessage = () => {} }) {
  const data = dataFolder();
  requireDataFolder(data);
  await holdData(data, { purpose });
  await ensureDependencies();
  await ensureBuild(['server']);
  const { openDatabase } = await import('../provision/database.mjs');
  const { url } = await openDatabase(data, process.env);
  beforeRun(data);
  const { code } = await run(pinnedNode(), ['--enable-source-maps', `${root}/dist/server/${program}`], {
    env: {
      ...toolEnvironment(),
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      ...env,
      DATABASE_URL: url,
      DATA_DIR: data,
    },
    onMessage,
  });
  return code;
}
