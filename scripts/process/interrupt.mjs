import { printProblem } from '../terminal/problem.mjs';
import { endRunning } from './run.mjs';

/** @typedef {() => Promise<void> | void} Cleanup */

/** @type {Cleanup[]} */
const cleanups = [];
/** @type {Promise<void> | null} */
let ending = null;

/** What has to be undone before this process may end; undone last first. @param {Cleanup} cleanup */
export function onEnd(cleanup) {
  cleanups.push(cleanup);
}

/** @returns {boolean} whether this process is on its way out */
export function isEnding() {
  return ending !== null;
}

/**
 * Undoes everything once, however often it is asked for, and ends the process.
 * @param {number} code
 */
export function end(code) {
  endRunning();
  ending ??= undo().then(
    () => process.exit(code),
    (error) => {
      printProblem(error);
      process.exit(1);
    },
  );
  return ending;
}

/**
 * Runs a command of the project: Ctrl-C, a closed terminal and failures all pass through the same clean end.
 * @param {() => Promise<number | void>} main its number is the exit code; without one the process goes on
 * @param {{ codeOnSignal: number }} options
 */
export async function command(main, { codeOnSignal }) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (isEnding()) return;
      console.log('\nStopping …');
      void end(codeOnSignal);
    });
  }
  try {
    const code = await main();
    if (typeof code === 'number') await end(code);
  } catch (error) {
    if (isEnding()) return ending;
    printProblem(error);
    await end(1);
  }
}

async function undo() {
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    try {
      await cleanup();
    } catch (error) {
      printProblem(error);
    }
  }
}
