import { describe, expect, it } from 'vitest';
import { chooseParts, testParts } from '../../scripts/testing/parts.mjs';
import { countsIn } from '../../scripts/testing/reports.mjs';
import { closingLines } from '../../scripts/testing/summary.mjs';
import { table } from '../../scripts/terminal/welcome.mjs';

const part = (changes) => ({ name: 'unit', code: 0, seconds: 1, counts: null, ...changes });
const counts = (passed, failed = 0, skipped = 0) => ({ passed, failed, skipped });

describe('closingLines', () => {
  it('ends with the totals over all parts', () => {
    const { lines, passed } = closingLines([
      part({ name: 'check' }),
      part({ counts: counts(10, 0, 1) }),
      part({ name: 'e2e', counts: counts(5) }),
    ]);
    expect(lines.at(-1)).toBe('15 passed, 0 failed, 1 skipped');
    expect(passed).toBe(true);
  });

  it.each([
    ['a failed test', [part({ code: 1, counts: counts(3, 2) })], '3 passed, 2 failed, 0 skipped'],
    ['a check that failed', [part({ code: 1 })], '0 passed, 1 failed, 0 skipped'],
    ['a run without any test', [part({ counts: counts(0, 0, 4) })], '0 passed, 1 failed, 4 skipped'],
    [
      'a run that broke off after its tests',
      [part({ code: 1, counts: counts(3) })],
      '3 passed, 1 failed, 0 skipped',
    ],
    ['no part at all', [], '0 passed, 0 failed, 0 skipped'],
  ])('fails with %s', (_case, outcomes, last) => {
    const closing = closingLines(outcomes);
    expect(closing.passed).toBe(false);
    expect(closing.lines.at(-1)).toBe(last);
  });

  it('names a part that was skipped', () => {
    const { lines, passed } = closingLines([part({ name: 'e2e', skipped: true })]);
    expect(lines[0]).toContain('SKIPPED');
    expect([passed, lines.at(-1)]).toEqual([true, '0 passed, 0 failed, 1 skipped']);
  });
});

describe('countsIn', () => {
  it('reads the reports of Vitest and of Playwright', () => {
    const vitest = {
      numTotalTests: 6,
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
    };
    expect(countsIn(vitest)).toEqual(counts(3, 1, 2));
    expect(countsIn({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual(
      counts(4, 2, 2),
    );
  });

  it.each([null, {}, { stats: {} }])('has no counts for %j', (report) => expect(countsIn(report)).toBeNull());
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
