import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencyFindings } from '../../scripts/check/dependencies.mjs';
import { repository, treeForTest } from './fixture-tree.mjs';

const leaf = 'export const x = 1;\n';
const from = (...paths) =>
  paths.map((path, i) => `import { x as x${i} } from '${path}';\n`).join('') + using(paths);
const using = (paths) => `export const x = [${paths.map((_, i) => `x${i}`).join(', ')}];\n`;

const installed = ['zod', 'typeorm', 'socket.io', 'socket.io-client'];
const packages = Object.fromEntries(
  [...installed, 'vitest'].flatMap((name) => [
    [
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'main.js' }),
    ],
    [`node_modules/${name}/main.js`, leaf],
  ]),
);
const manifest = JSON.stringify({
  name: 'fixture',
  dependencies: Object.fromEntries(installed.map((name) => [name, '1.0.0'])),
  devDependencies: { vitest: '1.0.0' },
});

/** For each rule a tree that breaks it alone, and the same tree put right. */
const cases = {
  'no-circular': {
    bad: { 'shared/kernel/one.ts': from('./two.js'), 'shared/kernel/two.ts': from('./one.js') },
    good: { 'shared/kernel/one.ts': from('./two.js'), 'shared/kernel/two.ts': leaf },
  },
  'no-circular-folders': {
    bad: {
      'shared/contest/one.ts': from('../account/two.js'),
      'shared/account/two.ts': leaf,
      'shared/account/three.ts': from('../contest/four.js'),
      'shared/contest/four.ts': leaf,
    },
    good: {
      'shared/contest/one.ts': from('../account/two.js'),
      'shared/account/two.ts': leaf,
      'shared/account/three.ts': from('./two.js'),
    },
  },
  'no-orphans': {
    bad: { 'shared/kernel/alone.ts': leaf },
    good: { 'shared/kernel/alone.ts': leaf, 'shared/kernel/user.ts': from('./alone.js') },
  },
  resolvable: {
    bad: { 'server/contest/one.ts': from('./gone.js') },
    good: { 'server/contest/one.ts': from('./gone.js'), 'server/contest/gone.ts': leaf },
  },
  'no-dev-dependency-in-product': {
    bad: { 'server/contest/draw.ts': from('vitest') },
    good: { 'server/contest/draw.test.ts': from('vitest') },
  },
  'product-not-to-tests-or-tools': {
    bad: { 'server/contest/draw.ts': from('../../test/support/clock.js'), 'test/support/clock.ts': leaf },
    good: {
      'server/contest/draw.test.ts': from('../../test/support/clock.js'),
      'test/support/clock.ts': leaf,
    },
  },
  'shared-only-shared-and-zod': {
    bad: { 'shared/contest/contest.schema.ts': from('node:fs') },
    good: { 'shared/contest/contest.schema.ts': from('zod') },
  },
  'client-not-server': {
    bad: { 'client/main.tsx': from('../server/main.js'), 'server/main.ts': leaf },
    good: { 'client/main.tsx': from('../shared/kernel/ids.js'), 'shared/kernel/ids.ts': leaf },
  },
  'server-not-client': {
    bad: { 'server/main.ts': from('../client/main.js'), 'client/main.tsx': leaf },
    good: { 'server/main.ts': from('../shared/kernel/ids.js'), 'shared/kernel/ids.ts': leaf },
  },
  'pure-rules-and-policies': {
    bad: {
      'server/contest/draw.rules.ts': from('./draw.service.js'),
      'server/contest/draw.service.ts': leaf,
    },
    good: {
      'server/contest/draw.rules.ts': from('./phase.rules.js', '../../shared/kernel/ids.js', 'node:crypto'),
      'server/contest/phase.rules.ts': leaf,
      'shared/kernel/ids.ts': leaf,
    },
  },
  'server-feature-only-through-service-or-module': {
    bad: {
      'server/contest/draw.service.ts': from('../question-bank/pool.queries.js'),
      'server/question-bank/pool.queries.ts': leaf,
    },
    good: {
      'server/contest/draw.service.ts': from(
        '../question-bank/pool.service.js',
        '../platform/clock.js',
        './pool.queries.js',
      ),
      'server/question-bank/pool.service.ts': leaf,
      'server/platform/clock.ts': leaf,
      'server/contest/pool.queries.ts': leaf,
    },
  },
  'platform-knows-no-feature': {
    bad: {
      'server/platform/outbox.ts': from('../contest/draw.service.js'),
      'server/contest/draw.service.ts': leaf,
    },
    good: { 'server/platform/outbox.ts': from('../../shared/kernel/ids.js'), 'shared/kernel/ids.ts': leaf },
  },
  'ui-knows-no-feature': {
    bad: {
      'client/ui/chip.tsx': from('../../shared/contest/contest.schema.js'),
      'shared/contest/contest.schema.ts': leaf,
    },
    good: { 'client/ui/chip.tsx': from('../../shared/kernel/time.js'), 'shared/kernel/time.ts': leaf },
  },
  'client-features-apart': {
    bad: {
      'client/home/home.page.tsx': from('../contest/contest.api.js'),
      'client/contest/contest.api.ts': leaf,
    },
    good: {
      'client/app/router.tsx': from('../home/home.page.js', '../contest/contest.api.js'),
      'client/home/home.page.tsx': from('../platform/api.js', '../ui/chip.js'),
      'client/contest/contest.api.ts': from('../platform/api.js'),
      'client/platform/api.ts': leaf,
      'client/ui/chip.tsx': leaf,
    },
  },
  'typeorm-only-near-data': {
    bad: { 'server/contest/contest.controller.ts': from('typeorm') },
    good: {
      'server/contest/contest.entity.ts': from('typeorm'),
      'server/contest/contest.queries.ts': from('typeorm'),
      'server/contest/contest.service.ts': from('typeorm'),
      'server/platform/database/data-source.ts': from('typeorm'),
      'server/database/source.ts': from('typeorm'),
    },
  },
  'controllers-and-gateways-touch-no-rows': {
    bad: {
      'server/contest/contest.gateway.ts': from('./contest.queries.js'),
      'server/contest/contest.queries.ts': leaf,
    },
    good: {
      'server/contest/contest.gateway.ts': from('./contest.service.js'),
      'server/contest/contest.service.ts': leaf,
    },
  },
  'socket.io-only-in-gateways': {
    bad: { 'server/contest/contest.service.ts': from('socket.io') },
    good: {
      'server/contest/contest.gateway.ts': from('socket.io'),
      'server/platform/realtime/rooms.ts': from('socket.io'),
    },
  },
  'socket.io-client-only-in-client-platform': {
    bad: { 'client/contest/contest.live.ts': from('socket.io-client') },
    good: { 'client/platform/socket.ts': from('socket.io-client') },
  },
};

/** The names of the rules that a tree breaks, as the check prints them. */
async function brokenIn(files, minModules = 1) {
  const root = treeForTest({ ...packages, 'package.json': manifest, ...files });
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0]))];
  const { findings } = await dependencyFindings({ root, configRoot: repository, minModules, folders });
  return [...new Set(findings.map((finding) => /(?:^|: )([a-z.-]+): /.exec(finding)?.[1]))].sort();
}

describe('the import rules', () => {
  it.each(Object.entries(cases))('%s', async (rule, { bad, good }) => {
    expect(await brokenIn(bad)).toEqual([rule]);
    expect(await brokenIn(good)).toEqual([]);
  });

  it('have an example for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs'));
    expect(Object.keys(cases).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  it('fail when fewer modules are read than there must be', async () => {
    const files = { 'shared/kernel/one.ts': from('./two.js'), 'shared/kernel/two.ts': leaf };
    expect(await brokenIn(files, 2)).toEqual([]);
    expect(await brokenIn(files, 3)).toEqual(['min-modules']);
  });
});
