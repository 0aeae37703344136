import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseRules } from '../../scripts/check/house-rules.mjs';
import { makeTree, repository } from './fixture-tree.mjs';
import { lintCases, otherShapes } from './lint-cases.mjs';

const own = `export const own = 1;\n`;
const around = {
  'package.json': '{ "type": "module" }',
  'server/contest/own.ts': own,
  'client/contest/own.ts': own,
};
const copied = ['eslint.config.js', 'tsconfig.json', 'scripts/check'];
const messages = { bad: new Map(), good: new Map() };
const roots = [];

/** One run over all examples: starting the type checker costs more than reading them. */
async function lint(files) {
  const { root } = makeTree({ ...around, ...files }, { copied, modules: true });
  roots.push(root);
  const results = await new ESLint({ cwd: root }).lintFiles(Object.keys(files));
  return new Map(
    results.map((result) => [relative(root, result.filePath).replaceAll('\\', '/'), result.messages]),
  );
}

const goodPath = ([bad, good]) => (good.length === 2 ? good[0] : bad[0]);

beforeAll(async () => {
  const pairs = Object.values(lintCases);
  const bad = [...pairs.map(([wrong]) => wrong), ...otherShapes.map(([, path, text]) => [path, text])];
  messages.bad = await lint(Object.fromEntries(bad));
  messages.good = await lint(Object.fromEntries(pairs.map((pair) => [goodPath(pair), pair[1].at(-1)])));
});

afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

const rulesIn = (found) => [...new Set(found.map((message) => message.ruleId ?? message.message))];

describe('lint', () => {
  it.each(Object.entries(lintCases))('%s', (rule, pair) => {
    expect(rulesIn(messages.bad.get(pair[0][0]))).toEqual([rule]);
    expect(rulesIn(messages.good.get(goodPath(pair)))).toEqual([]);
  });

  it.each(otherShapes)('%s also in %s', (rule, path) => {
    expect(rulesIn(messages.bad.get(path))).toEqual([rule]);
  });

  it('has an example for every rule that the configuration names', () => {
    const config = readFileSync(join(repository, 'eslint.config.js'), 'utf8');
    const named = [...config.matchAll(/(?:'([\w@/-]+)'|\b(\w+)): (?:\[\s*)?'error'/g)].map(
      (match) => match[1] ?? match[2],
    );
    const wanted = new Set(named.filter((rule) => rule !== 'reportUnusedDisableDirectives'));
    expect([...wanted].filter((rule) => !(rule in lintCases))).toEqual([]);
    expect(wanted.size).toBeGreaterThan(20);
  });

  it('turns every rule of the house on', () => {
    const shown = Object.keys(lintCases).filter((rule) => rule.startsWith('house/'));
    expect(shown.sort()).toEqual(
      Object.keys(houseRules.rules)
        .map((name) => `house/${name}`)
        .sort(),
    );
  });
});
