import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The counts of a report that Vitest or Playwright wrote.
 * @param {string} path
 * @returns {Counts | null} null when there is none
 */
export function countsOf(path) {
  try {
    return countsIn(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** @param {any} report parsed JSON of either reporter @returns {Counts | null} */
export function countsIn(report) {
  if (typeof report?.numTotalTests === 'number') {
    const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  }
  if (typeof report?.stats?.expected === 'number') {
    // A test that needed a second try has shown that it cannot be relied on.
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  return null;
}
