import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { withLock } from '../process/lock.mjs';
import { root } from '../process/paths.mjs';
import { run } from '../process/run.mjs';
import { fingerprint, isStamped, writeStamp } from '../process/stamp.mjs';
import { Problem } from '../terminal/problem.mjs';
import { step } from '../terminal/progress.mjs';
import { pinnedNode, tool, toolEnvironment } from './node.mjs';

const COMPRESSED = new Set(['.js', '.css', '.svg', '.html', '.json', '.webmanifest']);
const SMALLEST_WORTH_BYTES = 1_024;
const dist = join(root, 'dist');

/**
 * @typedef {{ name: string, inputs: string[], result: string, make: () => Promise<void> }} Part
 */

/** @type {Part[]} */
const parts = [
  {
    name: 'server',
    inputs: [
      'server',
      'shared',
      'nest-cli.json',
      'tsconfig.json',
      'tsconfig.server.json',
      'package-lock.json',
    ],
    result: 'server/main.js',
    make: buildServer,
  },
  {
    name: 'client',
    inputs: ['client', 'shared', 'vite', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
    result: 'client/index.html',
    make: buildClient,
  },
];

/**
 * Builds into dist/ what changed since it was last built.
 * @param {string[]} [names] of the parts, without them both
 */
export async function ensureBuild(names = parts.map(({ name }) => name)) {
  await withLock(join(root, '.cache', 'build.lock'), async () => {
    const outdated = parts
      .filter((part) => names.includes(part.name))
      .map((part) => ({
        ...part,
        stamp: join(dist, `.${part.name}.stamp`),
        print: fingerprint(root, part.inputs, counts),
      }))
      .filter((part) => !isStamped(part.stamp, part.print) || !existsSync(join(dist, part.result)));
    if (outdated.length === 0) return;
    const what = outdated.map((part) => part.name).join(' and ');
    await step(`Building ${what}`, () => Promise.all(outdated.map(buildPart)).then(() => undefined));
  });
}

/** @param {string} name */
function counts(name) {
  return !/\.test\.tsx?$/.test(name);
}

/** @param {Part & { stamp: string, print: string }} part */
async function buildPart(part) {
  rmSync(part.stamp, { force: true });
  await part.make();
  writeStamp(part.stamp, part.print);
}

/** What an earlier build left is removed first: a migration or page that no longer exists must not be found. */
async function buildServer() {
  for (const folder of ['server', 'shared']) rmSync(join(dist, folder), { recursive: true, force: true });
  await runTool('The server', '@nestjs/cli/bin/nest.js', ['build']);
}

async function buildClient() {
  await runTool('The client', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  await compressAll(join(dist, 'client'));
}

/** @param {string} what @param {string} file @param {string[]} args */
async function runTool(what, file, args) {
  const env = { ...toolEnvironment(), NODE_ENV: 'production' };
  const { code, output } = await run(pinnedNode(), [tool(file), ...args], { quiet: true, env });
  if (code === 0) return;
  if (/ENOSPC/.test(output))
    throw new Problem('The disk became full while building.', 'Free some space and start again.');
  throw new Problem(
    `${what} could not be built:\n${stripVTControlCharacters(output).trim().split('\n').slice(-40).join('\n')}`,
  );
}

/** Compresses once what would otherwise be compressed for every visitor. @param {string} folder */
async function compressAll(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const worth = files.filter(
    (file) => COMPRESSED.has(extname(file)) && statSync(file).size >= SMALLEST_WORTH_BYTES,
  );
  await Promise.all(worth.map(compress));
}

/** @param {string} file */
async function compress(file) {
  const content = readFileSync(file);
  const brotli = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
  const zipped = await promisify(gzip)(content, { level: 9 });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, zipped);
}
