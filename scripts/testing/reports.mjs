import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ counts: Counts, failures: string[], skips: string[] }} Report of one run: how many tests there were, and
 *   those that failed, with the first lines of what they said, and those that were skipped, by name
 */

const LINES_OF_A_MESSAGE = 6;

/**
 * What Vitest or Playwright wrote.
 * @param {string} path
 * @returns {Report | null} null when there is none
 */
export function readReport(path) {
  try {
    return parseReport(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** @param {any} report parsed JSON of either reporter @returns {Report | null} */
export function parseReport(report) {
  if (typeof report?.numTotalTests === 'number') return ofVitest(report);
  if (typeof report?.stats?.expected === 'number') return ofPlaywright(report);
  return null;
}

/** @param {any} report @returns {Report} */
function ofVitest(report) {
  const files = (report.testResults ?? []).map((/** @type {any} */ file) => ({
    ...file,
    name: relative(process.cwd(), file.name),
  }));
  const tests = files.flatMap((/** @type {any} */ { name, assertionResults }) =>
    assertionResults.map((/** @type {any} */ test) => ({ ...test, name: `${name} › ${test.fullName}` })),
  );
  // A file that fails outside its tests (an import, a hook) has no failed test to tell of it.
  const broken = files.filter(
    (/** @type {any} */ { status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  );
  const failed = tests.filter((/** @type {any} */ { status }) => status === 'failed');
  return {
    counts: {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    },
    failures: [
      ...failed.map((/** @type {any} */ { name, failureMessages }) => told(name, failureMessages?.[0])),
      ...broken.map((/** @type {any} */ { name, message }) => told(name, message)),
    ],
    skips: tests
      .filter((/** @type {any} */ { status }) => ['pending', 'skipped', 'todo'].includes(status))
      .map((/** @type {any} */ { name }) => name),
  };
}

/** @param {any} report @returns {Report} */
function ofPlaywright(report) {
  // A test that needed a second try has shown that it cannot be relied on.
  const { expected, unexpected, flaky, skipped } = report.stats;
  const tests = (report.suites ?? []).flatMap(testsIn);
  const failed = tests.filter((/** @type {any} */ { status }) => ['unexpected', 'flaky'].includes(status));
  return {
    counts: { passed: expected, failed: unexpected + flaky, skipped },
    failures: [
      ...failed.map((/** @type {any} */ { name, message }) => told(name, message)),
      ...(report.errors ?? []).map((/** @type {any} */ { message }) => told('outside the tests', message)),
    ],
    skips: tests
      .filter((/** @type {any} */ { status }) => status === 'skipped')
      .map((/** @type {any} */ { name }) => name),
  };
}

/** @param {any} suite @returns {{ name: string, status: string, message?: string }[]} */
function testsIn({ specs = [], suites = [] }) {
  const own = specs.flatMap((/** @type {any} */ { file, line, title, tests }) =>
    tests.map((/** @type {any} */ { status, results }) => ({
      name: `${file}:${line} › ${title}`,
      status,
      message: results.find((/** @type {any} */ { error }) => error)?.error.message,
    })),
  );
  return [...own, ...suites.flatMap(testsIn)];
}

/** @param {string} name @param {string} [message] */
function told(name, message = '') {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_OF_A_MESSAGE);
  return [name, ...lines.map((line) => `    ${line.trim()}`)].join('\n');
}
