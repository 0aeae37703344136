import { expect, it } from 'vitest';
import { environmentFindings } from '../../scripts/check/environment-table.mjs';
import { treeForTest } from './fixture-tree.mjs';

const config = `export const configSchema = z.object({
  PORT: z.coerce.number(),
  DATA_DIR: z
    .string()
    .default('.data'),
});
const other = { NOT_READ: 1 };
`;
const table = (...names) =>
  `# Running\n\n| Variable | Meaning |\n| --- | --- |\n${names.map((name) => `| \`${name}\` | … |`).join('\n')}\n\ntext\n`;

function findingsWith(...names) {
  return environmentFindings(
    treeForTest({
      'server/platform/config.ts': config,
      'README.md': '# Hi\n',
      'docs/operators.md': table(...names),
    }),
  );
}

it('accepts a table that names exactly what the server reads', () => {
  expect(findingsWith('PORT', 'DATA_DIR')).toEqual([]);
});

it('finds a variable that no table explains', () => {
  expect(findingsWith('PORT')).toEqual([
    expect.stringContaining('environment-table: DATA_DIR is in no table'),
  ]);
});

it('finds a row about a variable that nothing reads', () => {
  expect(findingsWith('PORT', 'DATA_DIR', 'COLOUR')).toEqual([
    'docs/operators.md: environment-table: nothing reads COLOUR',
  ]);
});

it('accepts a row about a variable that a script reads', () => {
  const files = {
    'server/platform/config.ts': config,
    'scripts/start.mjs': 'export const colour = process.env.COLOUR;\n',
    'README.md': table('PORT', 'DATA_DIR', 'COLOUR'),
  };
  expect(environmentFindings(treeForTest(files))).toEqual([]);
});

it('finds that there is no table at all', () => {
  const root = treeForTest({ 'server/platform/config.ts': config, 'README.md': '# Hi\n' });
  expect(environmentFindings(root)).toEqual([expect.stringContaining('environment-table: no table')]);
});
