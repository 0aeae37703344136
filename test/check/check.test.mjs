import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { treeForTest } from './fixture-tree.mjs';
import { runNode } from './run-tool.mjs';

function check(files, ...parts) {
  const root = treeForTest(files, { copied: ['scripts/check.mjs', 'scripts/check'], modules: true });
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  return runNode('scripts/check.mjs', parts, root);
}

describe('npm run check', () => {
  it('passes with one line a part when nothing is wrong', async () => {
    const { code, output } = await check({ 'shared/contest/draw.rules.ts': '' }, 'files', 'i18n');
    expect(output.trim().split('\n').sort()).toEqual([
      expect.stringMatching(/^files +\d+\.\d s {2}ok$/),
      expect.stringMatching(/^i18n +\d+\.\d s {2}ok$/),
    ]);
    expect(code).toBe(0);
  });

  it('fails with the finding when one part fails, after running the others', async () => {
    const { code, output } = await check({ 'shared/contest/utils.ts': '' }, 'files', 'i18n');
    expect(output).toMatch(/^files .* FAILED\n {2}shared\/contest\/utils\.ts: vague-name/m);
    expect(output).toMatch(/^i18n .* ok$/m);
    expect(output).toContain('1 of 2 parts failed.');
    expect(code).toBe(1);
  });

  it('fails when a part cannot run at all', async () => {
    const { code, output } = await check({}, 'environment');
    expect(output).toMatch(/^environment .* FAILED\n.*ENOENT/m);
    expect(code).toBe(1);
  });

  it('refuses a part it does not know', async () => {
    const { code, output } = await check({}, 'spelling');
    expect(output).toContain('No such part');
    expect(code).toBe(2);
  });
});
