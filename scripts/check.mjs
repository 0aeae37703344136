import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { dependencyFindings } from './check/dependencies.mjs';
import { doorFindings } from './check/doors.mjs';
import { environmentFindings } from './check/environment-table.mjs';
import { fileFindings } from './check/files.mjs';
import { firstLoad, firstLoadFindings } from './check/first-load.mjs';
import { fontOrderFindings, visitFindings } from './check/first-visit.mjs';
import { houseFindings } from './check/house.mjs';
import { i18nFindings } from './check/i18n.mjs';
import { FIRST_VISITS, MAX_FIRST_LOAD_BYTES, MIN_MODULES } from './check/limits.mjs';
import { repositoryFiles } from './check/sources.mjs';
import { styleFindings } from './check/styles.mjs';

const root = join(import.meta.dirname, '..');

/** @typedef {{ findings: string[], note?: string }} Outcome */

/** Longest first, so that the last to finish is a short one. A part answers its findings; none means it passed. @type {{ name: string, run: () => Promise<Outcome> }[]} */
const parts = [
  { name: 'lint', run: () => tool('eslint/bin/eslint.js', ['.', '--max-warnings=0']) },
  { name: 'types', run: () => types('tsconfig.json') },
  { name: 'types (server)', run: () => types('tsconfig.server.json') },
  { name: 'types (scripts)', run: () => types('scripts/tsconfig.json') },
  { name: 'first load', run: checkFirstLoad },
  { name: 'format', run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']) },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'dependencies', run: checkDependencies },
  { name: 'house', run: async () => ({ findings: houseFindings(root, repositoryFiles(root)) }) },
  { name: 'doors', run: async () => ({ findings: doorFindings(root, repositoryFiles(root)) }) },
  { name: 'i18n', run: async () => ({ findings: i18nFindings(root) }) },
  { name: 'styles', run: async () => ({ findings: styleFindings(root) }) },
  { name: 'files', run: async () => ({ findings: fileFindings(root, repositoryFiles(root)) }) },
  { name: 'environment', run: async () => ({ findings: environmentFindings(root) }) },
];

const wanted = process.argv.slice(2);
const chosen = wanted.length
  ? parts.filter((part) => wanted.some((word) => part.name.startsWith(word)))
  : parts;
if (chosen.length === 0) {
  console.error(`No such part. There are: ${parts.map((part) => part.name).join(', ')}.`);
  process.exit(2);
}
const queue = [...chosen];
let failed = 0;
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
if (failed > 0) console.error(`\n${failed} of ${chosen.length} parts failed.`);
process.exitCode = failed > 0 ? 1 : 0;

async function work() {
  for (let part = queue.shift(); part; part = queue.shift()) {
    const began = performance.now();
    const { findings, note } = await part.run().catch(brokenOff);
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
    const outcome = findings.length === 0 ? 'ok' : 'FAILED';
    console.log(`${part.name.padEnd(15)} ${seconds} s  ${outcome}${note ? `  ${note}` : ''}`);
    for (const finding of findings) console.log(`  ${finding.replaceAll('\n', '\n  ')}`);
    if (findings.length > 0) failed += 1;
  }
}

/** A part that cannot run has failed. @param {unknown} error @returns {Outcome} */
function brokenOff(error) {
  return { findings: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
}

async function checkDependencies() {
  const { findings, modules } = await dependencyFindings({ root, minModules: MIN_MODULES });
  return { findings, note: `${modules} modules` };
}

/** Measures a build of the sources as they are, so an old one is renewed first. */
async function checkFirstLoad() {
  const { ensureBuild } = await import('./provision/build.mjs');
  await ensureBuild();
  const dist = join(root, 'dist/client');
  const findings = [
    ...firstLoadFindings(dist, MAX_FIRST_LOAD_BYTES),
    ...visitFindings(dist, FIRST_VISITS),
    ...fontOrderFindings(root),
  ];
  if (findings.length > 0) return { findings };
  const { bytes, chunks } = firstLoad(dist);
  return {
    findings,
    note: `${bytes} bytes in ${chunks.length} chunks: ${chunks.map((c) => c.file).join(', ')}`,
  };
}

/** @param {string} config */
function types(config) {
  return tool('typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', config]);
}

/** Runs a tool of node_modules with this Node; what it prints is the finding when it fails. @param {string} path @param {string[]} args @returns {Promise<Outcome>} */
function tool(path, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', path), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    child.on('error', (error) => resolve({ findings: [String(error)] }));
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString('utf8').trim();
      resolve({ findings: code === 0 ? [] : [text || `exit code ${code}`] });
    });
  });
}
