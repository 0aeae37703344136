import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command, onEnd } from './process/interrupt.mjs';
import { readOptions } from './process/options.mjs';
import { root } from './process/paths.mjs';
import { run } from './process/run.mjs';
import { SERVER_FLAGS } from './process/server-flags.mjs';
import { ensureBuild } from './provision/build.mjs';
import { ensureDependencies } from './provision/dependencies.mjs';
import { pinnedNode, toolEnvironment } from './provision/node.mjs';
import { Problem } from './terminal/problem.mjs';
import { step } from './terminal/progress.mjs';

const PROGRAM = join(root, 'bench/main.ts');

await command(bench, { codeOnSignal: 130 });

/** Runs a benchmark by its name on a database of its own that writes to the disk as in real use. */
async function bench() {
  const { positionals } = readOptions({}, { usage: 'npm run bench -- attempts', positionals: true });
  if (positionals.length === 0)
    throw new Problem('Which benchmark?', 'For example: npm run bench -- attempts');
  if (!existsSync(PROGRAM)) throw new Problem(`There is no ${PROGRAM}.`);
  await ensureDependencies();
  await ensureBuild();
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  const env = { ...toolEnvironment(), NODE_ENV: 'production', BENCH_DATABASE_URL: await openBenchDatabase() };
  const { code } = await run(pinnedNode(), [...SERVER_FLAGS, PROGRAM, ...positionals], { env });
  return code;
}

async function openBenchDatabase() {
  const { startPrivatePostgres } = await import('./provision/private-postgres.mjs');
  const starting = step('Starting a database for the benchmark', () =>
    startPrivatePostgres({ durable: true }),
  );
  onEnd(async () => {
    await starting.then(
      (server) => server.stop(),
      () => {},
    );
  });
  return (await starting).url;
}
