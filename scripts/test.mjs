import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, onEnd } from './process/interrupt.mjs';
import { readOptions } from './process/options.mjs';
import { pinnedNode, toolEnvironment } from './provision/node.mjs';
import { run } from './process/run.mjs';
import { ensureBuild } from './provision/build.mjs';
import { ensureDependencies } from './provision/dependencies.mjs';
import { chooseParts, testParts } from './testing/parts.mjs';
import { readReport } from './testing/reports.mjs';
import { closingLines } from './testing/summary.mjs';
import { Problem, printProblem } from './terminal/problem.mjs';
import { step } from './terminal/progress.mjs';

/** @typedef {import('./testing/summary.mjs').Outcome} Outcome */

/** Of a part that wrote no report: it broke off. */
const NONE = { counts: { passed: 0, failed: 0, skipped: 0 }, failures: [], skips: [] };
/** There everything can be had: what is skipped there was not tested. */
const inCi = process.env.CI === 'true';
const reports = mkdtempSync(join(tmpdir(), 'haidang-reports-'));
onEnd(() => rmSync(reports, { recursive: true, force: true }));

await command(test, { codeOnSignal: 130 });

async function test() {
  const { values } = readOptions(
    { only: { type: 'string' } },
    { usage: `npm test [-- --only ${testParts.map(({ name }) => name).join(',')}]` },
  );
  const parts = chooseParts(values.only);
  /** @type {Outcome[]} */
  const outcomes = [];
  try {
    const env = await prepare(parts);
    for (const part of parts) outcomes.push(await runPart(part, env));
  } catch (error) {
    printProblem(error);
    outcomes.push({ name: 'preparation', code: 1, seconds: 0, report: null });
  }
  const closing = closingLines(outcomes, { skipFails: inCi });
  console.log(`\n${closing.lines.join('\n')}`);
  return closing.passed ? 0 : 1;
}

/** @param {import('./testing/parts.mjs').TestPart[]} parts @returns {Promise<NodeJS.ProcessEnv>} */
async function prepare(parts) {
  await ensureDependencies();
  await ensureBuild();
  const env = toolEnvironment();
  if (parts.some(({ needs }) => needs.includes('database'))) env.TEST_DATABASE_URL = await openTestDatabase();
  if (parts.some(({ needs }) => needs.includes('browser'))) {
    const { findChromium } = await import('./provision/chromium.mjs');
    env.CHROMIUM_PATH = (await findChromium()) ?? '';
  }
  if (parts.some(({ needs }) => needs.includes('caddy'))) {
    const { findCaddy } = await import('./provision/caddy.mjs');
    env.CADDY_PATH = (await findCaddy()) ?? '';
  }
  return env;
}

async function openTestDatabase() {
  const { startPrivatePostgres } = await import('./provision/private-postgres.mjs');
  const starting = step('Starting a database for the tests', () => startPrivatePostgres());
  onEnd(async () => {
    await starting.then(
      (server) => server.stop(),
      () => {},
    );
  });
  return (await starting).url;
}

/** @param {import('./testing/parts.mjs').TestPart} part @param {NodeJS.ProcessEnv} env @returns {Promise<Outcome>} */
async function runPart(part, env) {
  console.log(`\n━━ ${part.name}: ${part.about}`);
  if (part.needs.includes('browser') && !env.CHROMIUM_PATH) return withoutBrowser(part);
  const report = join(reports, `${part.name}.json`);
  const startedMs = performance.now();
  const { code } = await run(pinnedNode(), part.args(report), { env: { ...env, ...part.env?.(report) } });
  const seconds = (performance.now() - startedMs) / 1000;
  return { name: part.name, code, seconds, report: part.counted ? (readReport(report) ?? NONE) : null };
}

/** @param {import('./testing/parts.mjs').TestPart} part @returns {Outcome} */
function withoutBrowser({ name }) {
  printProblem(
    new Problem(
      `The part "${name}" ${inCi ? 'cannot run' : 'IS SKIPPED'}: there is no Chromium and none could be installed.`,
      'Install one (Debian: apt-get install chromium), or name it: CHROMIUM_PATH=/path/to/chromium npm test',
    ),
  );
  return { name, code: 0, seconds: 0, report: null, skipped: true };
}
