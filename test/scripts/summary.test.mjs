import { describe, expect, it } from 'vitest';
import { chooseParts, testParts } from '../../scripts/testing/parts.mjs';
import { parseReport } from '../../scripts/testing/reports.mjs';
import { closingLines } from '../../scripts/testing/summary.mjs';
import { table } from '../../scripts/terminal/welcome.mjs';

const part = (changes) => ({ name: 'unit', code: 0, seconds: 1, report: null, ...changes });
const counts = (passed, failed = 0, skipped = 0) => ({ passed, failed, skipped });
const tests = (passed, failed = 0, skipped = 0) => ({
  report: { counts: counts(passed, failed, skipped), failures: [], skips: [] },
});
const closing = (outcomes, skipFails = false) => closingLines(outcomes, { skipFails });

describe('closingLines', () => {
  it('ends with the totals over all parts', () => {
    const { lines, passed } = closing([
      part({ name: 'check' }),
      part(tests(10, 0, 1)),
      part({ name: 'e2e', ...tests(5) }),
    ]);
    expect(lines.at(-1)).toBe('15 passed, 0 failed, 1 skipped');
    expect(passed).toBe(true);
  });

  it.each([
    ['a failed test', [part({ code: 1, ...tests(3, 2) })], '3 passed, 2 failed, 0 skipped'],
    ['a check that failed', [part({ code: 1 })], '0 passed, 1 failed, 0 skipped'],
    ['a run without any test', [part(tests(0, 0, 4))], '0 passed, 1 failed, 4 skipped'],
    [
      'a run that broke off after its tests',
      [part({ code: 1, ...tests(3) })],
      '3 passed, 1 failed, 0 skipped',
    ],
    ['no part at all', [], '0 passed, 0 failed, 0 skipped'],
  ])('fails with %s', (_case, outcomes, last) => {
    const { lines, passed } = closing(outcomes);
    expect(passed).toBe(false);
    expect(lines.at(-1)).toBe(last);
  });

  it('names a part that was skipped', () => {
    const { lines, passed } = closing([part({ name: 'e2e', skipped: true })]);
    expect(lines[0]).toContain('SKIPPED');
    expect([passed, lines.at(-1)]).toEqual([true, '0 passed, 0 failed, 1 skipped']);
  });

  it.each([
    ['a part', part({ name: 'e2e', skipped: true })],
    ['a test', part(tests(3, 0, 1))],
  ])('fails for %s that was skipped where everything can be had', (_case, outcome) => {
    expect(closing([outcome], true).passed).toBe(false);
    expect(closing([outcome], false).passed).toBe(true);
  });

  it('tells at the end, where it is read, which tests failed and which were skipped', () => {
    const report = {
      counts: counts(1, 1, 1),
      failures: ['a.test.ts › adds\n    expected 2'],
      skips: ['b › c'],
    };
    const { lines } = closing([part({ name: 'api', code: 1, report })]);
    expect(lines.slice(0, 2)).toEqual([
      'FAILED  api: a.test.ts › adds\n    expected 2',
      'SKIPPED api: b › c',
    ]);
  });
});

describe('parseReport', () => {
  it('reads the report of Vitest: also a file that broke outside its tests', () => {
    const failed = {
      name: `${process.cwd()}/test/a.test.ts`,
      status: 'failed',
      assertionResults: [
        {
          fullName: 'sum adds',
          status: 'failed',
          failureMessages: ['\u001b[31mexpected 2\u001b[39m\n\nat x'],
        },
        { fullName: 'sum waits', status: 'pending', failureMessages: [] },
      ],
    };
    const broken = {
      name: `${process.cwd()}/test/b.test.ts`,
      status: 'failed',
      message: 'no such file',
      assertionResults: [{ fullName: 'ok', status: 'passed' }],
    };
    expect(
      parseReport({
        numTotalTests: 6,
        numPassedTests: 3,
        numFailedTests: 1,
        numPendingTests: 1,
        numTodoTests: 1,
        testResults: [failed, broken],
      }),
    ).toEqual({
      counts: counts(3, 1, 2),
      failures: ['test/a.test.ts › sum adds\n    expected 2\n    at x', 'test/b.test.ts\n    no such file'],
      skips: ['test/a.test.ts › sum waits'],
    });
  });

  it('reads the report of Playwright: a test that needed a second try has failed', () => {
    const spec = (title, status, message) => ({
      title,
      file: 'qna.spec.ts',
      line: 7,
      tests: [{ status, results: [{ error: message && { message } }] }],
    });
    const suites = [
      { specs: [spec('asks', 'expected')], suites: [{ specs: [spec('votes', 'flaky', 'timeout')] }] },
      { specs: [spec('prints', 'skipped')] },
    ];
    expect(parseReport({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, suites })).toEqual({
      counts: counts(4, 2, 2),
      failures: ['qna.spec.ts:7 › votes\n    timeout'],
      skips: ['qna.spec.ts:7 › prints'],
    });
  });

  it.each([null, {}, { stats: {} }])('reads nothing in %j', (report) =>
    expect(parseReport(report)).toBeNull(),
  );
});

describe('chooseParts', () => {
  it('keeps the order of the parts', () => {
    expect(chooseParts('api, unit').map(({ name }) => name)).toEqual(['unit', 'api']);
    expect(chooseParts(undefined)).toBe(testParts);
  });

  it('refuses a part that does not exist, instead of running nothing', () => {
    expect(() => chooseParts('unit,apy')).toThrow('apy');
  });
});

describe('table', () => {
  it('aligns the demo logins', () => {
    expect(table([{ role: 'administrator', login: 'qt', password: 'x' }])).toBe(
      '    role            login   password\n    administrator   qt      x',
    );
  });
});
