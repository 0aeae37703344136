import { describe, expect, it } from 'vitest';
import { fileFindings } from '../../scripts/check/files.mjs';
import { treeForTest } from './fixture-tree.mjs';

const lines = (count) => 'x\n'.repeat(count);

const cases = [
  {
    rule: 'max-lines',
    bad: ['server/contest/long.rules.ts', lines(301)],
    good: ['server/contest/long.rules.ts', lines(300)],
  },
  {
    rule: 'max-lines',
    bad: ['test/api/long.test.ts', lines(401)],
    good: ['test/api/long.test.ts', lines(400)],
  },
  { rule: 'max-lines', bad: ['client/long.html', lines(301)], good: ['client/long.css', lines(301)] },
  {
    rule: 'max-lines',
    bad: ['server/demo/all.ts', lines(301)],
    good: ['server/demo/questions/all.ts', lines(301)],
  },
  {
    rule: 'max-bytes',
    bad: ['docs/photo.png', 'x'.repeat(1_000_001)],
    good: ['docs/photo.png', 'x'.repeat(1_000_000)],
  },
  ...['utils', 'util', 'helpers', 'common', 'misc', 'index'].map((name) => ({
    rule: 'vague-name',
    bad: [`server/contest/${name}.ts`, ''],
    good: [`server/contest/${name}-of-names.rules.ts`, ''],
  })),
  { rule: 'vague-name', bad: ['client/helpers/chip.tsx', ''], good: ['client/ui/data/chip.tsx', ''] },
  { rule: 'vague-name', bad: ['client/contest/index.tsx', ''], good: ['client/index.html', ''] },
  { rule: 'kebab-case', bad: ['client/ui/TimerRing.tsx', ''], good: ['client/ui/timer-ring.tsx', ''] },
];

describe('the file check', () => {
  it.each(cases)('finds $rule in $bad.0', ({ rule, bad, good }) => {
    const findings = fileFindings(treeForTest({ [bad[0]]: bad[1] }), [bad[0]]);
    expect(findings).toEqual([expect.stringContaining(`${bad[0]}: ${rule}: `)]);
    expect(fileFindings(treeForTest({ [good[0]]: good[1] }), [good[0]])).toEqual([]);
  });

  it('finds a folder of more than 25 modules; tests, texts and stylesheets beside them do not count', () => {
    const modules = Array.from({ length: 26 }, (_module, at) => `server/qna/desk/part-${at}.rules.ts`);
    const beside = ['part-1.rules.test.ts', 'vi.json', 'desk.module.css'].map(
      (name) => `server/qna/desk/${name}`,
    );
    const found = (paths) =>
      fileFindings(treeForTest(Object.fromEntries(paths.map((path) => [path, '']))), paths);
    expect(found([...modules, ...beside])).toEqual([
      expect.stringMatching(/^server\/qna\/desk: max-modules: 26 /),
    ]);
    expect(found([...modules.slice(1), ...beside])).toEqual([]);
  });
});
