import { join } from 'node:path';
import { command } from './process/interrupt.mjs';
import { readOptions } from './process/options.mjs';
import { root } from './process/paths.mjs';
import { run } from './process/run.mjs';
import { ensureDependencies } from './provision/dependencies.mjs';
import { pinnedNode, toolEnvironment } from './provision/node.mjs';

const STRYKER = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
/** As stryker.config.json says. */
const REPORT = join(root, '.cache/mutants.json');

await command(mutants, { codeOnSignal: 130 });

/** Breaks rules and policies in every small way and counts which breaks the unit tests notice; of some files, or of all. */
async function mutants() {
  const usage = 'npm run mutants -- server/contest/saving.rules.ts "client/qna/**/*.rules.ts"';
  const { positionals } = readOptions({}, { usage, positionals: true });
  await ensureDependencies();
  const env = toolEnvironment();
  const only = positionals.length > 0 ? ['--mutate', positionals.join(',')] : [];
  const broken = await run(pinnedNode(), [STRYKER, 'run', 'stryker.config.json', ...only], { env });
  if (broken.code !== 0) return broken.code;
  const summed = await run(pinnedNode(), [join(root, 'bench/mutants.ts'), REPORT], { env });
  return summed.code;
}
