import { command } from './process/interrupt.mjs';
import { runOnData } from './process/one-off.mjs';
import { dataFolder } from './process/paths.mjs';
import { markDemo } from './process/serving.mjs';
import { requireDataFolder } from './provision/postgres-home.mjs';

await command(seed, { codeOnSignal: 130 });

/** The demo world; data that holds it is not served beyond this machine any more. */
function seed() {
  requireDataFolder(dataFolder());
  markDemo(dataFolder());
  return runOnData({ program: 'seed.js', purpose: 'demo world', env: { DEMO: 'true' } });
}
