/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {{ name: string, code: number, seconds: number, counts: Counts | null, skipped?: boolean }} Outcome of one
 *   part: its exit code and, where it counts its tests, how many there were
 */

/**
 * One line a part and the totals last. A part that failed without a failed test (it broke off, or it counts no tests)
 * is one failure; a part that was to run tests and ran none has failed.
 * @param {Outcome[]} outcomes
 * @returns {{ lines: string[], passed: boolean }}
 */
export function closingLines(outcomes) {
  const judged = outcomes.map((outcome) => ({ ...outcome, ...judge(outcome) }));
  const total = (/** @type {keyof Counts} */ key) => judged.reduce((sum, { tally }) => sum + tally[key], 0);
  const lines = judged.map(({ name, ok, skipped, seconds, counts }) => {
    const state = skipped ? 'SKIPPED' : ok ? 'passed' : 'FAILED';
    const numbers = counts
      ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
      : '';
    return `${name.padEnd(12)} ${state.padEnd(8)} ${`${Math.round(seconds)} s`.padStart(6)}   ${numbers}`.trimEnd();
  });
  const totals = `${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`;
  return { lines: [...lines, '', totals], passed: judged.length > 0 && judged.every(({ ok }) => ok) };
}

/** @param {Outcome} outcome @returns {{ ok: boolean, tally: Counts }} */
function judge({ code, counts, skipped }) {
  if (skipped) return { ok: true, tally: { passed: 0, failed: 0, skipped: 1 } };
  const ranNone = counts !== null && counts.passed + counts.failed === 0;
  const ok = code === 0 && !ranNone && (counts?.failed ?? 0) === 0;
  const tally = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return { ok, tally: { ...tally, failed: ok ? 0 : Math.max(tally.failed, 1) } };
}
