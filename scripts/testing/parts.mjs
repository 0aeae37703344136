import { tool } from '../provision/node.mjs';
import { root } from '../process/paths.mjs';
import { Problem } from '../terminal/problem.mjs';

/**
 * @typedef {{ name: string, about: string, needs: ('database' | 'browser' | 'caddy')[], counted: boolean,
 *   args: (report: string) => string[], env?: (report: string) => NodeJS.ProcessEnv }} TestPart counted: it writes a
 *   report with the number of its tests
 */

/** @type {TestPart[]} in the order in which they run: what fails fastest comes first */
export const testParts = [
  {
    name: 'check',
    about: 'types, lint, format, imports, texts',
    needs: [],
    counted: false,
    args: () => [`${root}/scripts/check.mjs`],
  },
  { ...vitest('checks', 'the checks can fail', 'check'), needs: ['caddy'] },
  { ...vitest('unit', 'rules and parts without a database', 'unit'), needs: [] },
  vitest('api', 'routes and events on a real database', 'api'),
  vitest('faults', 'kill, restart, late and moved clocks', 'faults'),
  {
    name: 'e2e',
    about: 'journeys in a real browser',
    needs: ['database', 'browser'],
    counted: true,
    args: () => [tool('@playwright/test/cli.js'), 'test'],
    env: (report) => ({ PLAYWRIGHT_JSON: report }),
  },
];

/**
 * The parts named by --only, in their own order; all of them without it.
 * @param {string | undefined} only names with commas between
 */
export function chooseParts(only) {
  if (only === undefined) return testParts;
  const wanted = only.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => !testParts.some((part) => part.name === name));
  if (unknown.length === 0) return testParts.filter((part) => wanted.includes(part.name));
  throw new Problem(
    `There is no part ${unknown.join(', ')} of the tests.`,
    `There are: ${testParts.map(({ name }) => name).join(', ')}`,
  );
}

/** @param {string} name @param {string} about @param {string} project @returns {TestPart} */
function vitest(name, about, project) {
  return {
    name,
    about,
    needs: ['database'],
    counted: true,
    args: (report) => [
      tool('vitest/vitest.mjs'),
      ...[
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
    ],
  };
}
