import { describe, expect, it } from 'vitest';
import { treeForTest } from './fixture-tree.mjs';
import { runTool } from './run-tool.mjs';

const manifest = (dependencies = {}) => JSON.stringify({ name: 'fixture', type: 'module', dependencies });

const tsc = async (config, files) =>
  runTool(
    'typescript/bin/tsc',
    ['--noEmit', '--pretty', 'false', '-p', config],
    treeForTest(
      { 'package.json': manifest(), ...files },
      {
        copied: ['tsconfig.json', 'tsconfig.server.json', 'scripts/tsconfig.json'],
        modules: true,
      },
    ),
  );

describe('types', () => {
  it('find a value that may be missing', async () => {
    const text = (type) => `export const length = (names: string[]): ${type} => names[0]?.length;\n`;
    const wrong = await tsc('tsconfig.json', { 'client/names.ts': text('number') });
    expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('TS2322') });
    const right = await tsc('tsconfig.json', { 'client/names.ts': text('number | undefined') });
    expect(right).toEqual({ code: 0, output: '' });
  });

  it('find a server import that Node could not load, which the bundler would forgive', async () => {
    const files = (path) => ({
      'server/one.ts': `import { two } from '${path}';\nexport const one = two;\n`,
      'server/two.ts': `export const two = 2;\n`,
    });
    const wrong = await tsc('tsconfig.server.json', files('./two'));
    expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('TS2835') });
    const right = await tsc('tsconfig.server.json', files('./two.js'));
    expect(right).toEqual({ code: 0, output: '' });
  });
});

describe('types of scripts', () => {
  it('find an argument of the wrong type', async () => {
    const script = (argument) =>
      `/** @param {number} port */\nconst open = (port) => port;\nexport const opened = open(${argument});\n`;
    const wrong = await tsc('scripts/tsconfig.json', { 'scripts/start.mjs': script(`'80'`) });
    expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('TS2345') });
    expect(await tsc('scripts/tsconfig.json', { 'scripts/start.mjs': script('80') })).toEqual({
      code: 0,
      output: '',
    });
  });
});

describe('format', () => {
  const prettier = (text) =>
    runTool(
      'prettier/bin/prettier.cjs',
      ['--check', '--log-level=warn', '.'],
      treeForTest({ 'shared/one.ts': text }, { copied: ['.prettierrc.json', '.prettierignore'] }),
    );

  it('finds a file that prettier would write otherwise', async () => {
    const wrong = await prettier(`export const one = "1"\n`);
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('shared/one.ts') });
    expect(await prettier(`export const one = '1';\n`)).toEqual({ code: 0, output: '' });
  });
});

describe('dead code', () => {
  const main = `import { used } from './contest/draw.js';\nexport const start = used;\n`;
  const draw = `export const used = 1;\n`;
  const knip = ({ files = {}, dependencies = {} }) =>
    runTool(
      'knip/bin/knip.js',
      ['--no-progress'],
      treeForTest(
        {
          'package.json': manifest(dependencies),
          'server/main.ts': main,
          'server/contest/draw.ts': draw,
          ...files,
        },
        { copied: ['knip.json', 'tsconfig.json'] },
      ),
    );

  it('accepts what is all in use', async () => {
    expect(await knip({})).toMatchObject({ code: 0 });
  });

  it.each([
    ['Unused files', 'server/contest/old.ts', { files: { 'server/contest/old.ts': draw } }],
    ['Unused exports', 'idle', { files: { 'server/contest/draw.ts': `${draw}export const idle = 2;\n` } }],
    ['Unused dependencies', 'left-pad', { dependencies: { 'left-pad': '1.0.0' } }],
  ])('%s', async (heading, name, change) => {
    const { code, output } = await knip(change);
    expect(code).toBe(1);
    expect(output).toContain(heading);
    expect(output).toContain(name);
  });
});
