/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {import('./reports.mjs').Report} Report
 * @typedef {{ name: string, code: number, seconds: number, report: Report | null, skipped?: boolean }} Outcome of one
 *   part: its exit code and, where it counts its tests, what they came to
 */

/**
 * What failed and what was skipped, by name; one line a part; the totals last. A part that failed without a failed test
 * (it broke off, or it counts no tests) is one failure; a part that was to run tests and ran none has failed.
 * @param {Outcome[]} outcomes
 * @param {{ skipFails: boolean }} rule skipFails: where everything can be had, what is skipped has failed
 * @returns {{ lines: string[], passed: boolean }}
 */
export function closingLines(outcomes, { skipFails }) {
  const judged = outcomes.map((outcome) => ({ ...outcome, ...judge(outcome, skipFails) }));
  const total = (/** @type {keyof Counts} */ key) => judged.reduce((sum, { tally }) => sum + tally[key], 0);
  const lines = judged.map(({ name, ok, skipped, seconds, report }) => {
    const state = !ok ? 'FAILED' : skipped ? 'SKIPPED' : 'passed';
    const numbers = report
      ? `${report.counts.passed} passed, ${report.counts.failed} failed, ${report.counts.skipped} skipped`
      : '';
    return `${name.padEnd(12)} ${state.padEnd(8)} ${`${Math.round(seconds)} s`.padStart(6)}   ${numbers}`.trimEnd();
  });
  const totals = `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`;
  return {
    lines: [...named(judged), ...lines, '', totals],
    passed: judged.length > 0 && judged.every(({ ok }) => ok),
  };
}

/** @param {Outcome[]} outcomes */
function named(outcomes) {
  return outcomes.flatMap(({ name, report }) => [
    ...(report?.failures ?? []).map((failure) => `FAILED  ${name}: ${failure}`),
    ...(report?.skips ?? []).map((skip) => `SKIPPED ${name}: ${skip}`),
    ...(report && report.failures.length + report.skips.length > 0 ? [''] : []),
  ]);
}

/** @param {Outcome} outcome @param {boolean} skipFails @returns {{ ok: boolean, tally: Counts }} */
function judge({ code, report, skipped }, skipFails) {
  if (skipped) return { ok: !skipFails, tally: { passed: 0, failed: 0, skipped: 1 } };
  const tally = report?.counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNone = report !== null && tally.passed + tally.failed === 0;
  if (code !== 0 || ranNone || tally.failed > 0)
    return { ok: false, tally: { ...tally, failed: Math.max(tally.failed, 1) } };
  return { ok: tally.skipped === 0 || !skipFails, tally };
}
