import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../terminal/problem.mjs';
import { isApplication } from './application.mjs';
import { commandOf, isAlive } from './identity.mjs';
import { onEnd } from './interrupt.mjs';
import { claim } from './lock.mjs';

const LEFTOVER_ENDS_WITHIN_MS = 20_000;

/**
 * Makes this process the only one that uses a data folder, until it ends.
 * @param {string} dataFolder
 * @param {Record<string, string | number>} note such as the address it serves
 * @returns {Promise<(note: Record<string, string | number>) => void>} adds to the note
 */
export async function holdData(dataFolder, note) {
  const claimed = claim(join(dataFolder, 'running.lock'), note);
  if ('holder' in claimed) throw secondCopyProblem(dataFolder, claimed.holder);
  onEnd(claimed.release);
  if (claimed.previous) await endLeftover(claimed.previous);
  return claimed.annotate;
}

/** @param {string} dataFolder @param {import('./lock.mjs').Holder} holder */
export function secondCopyProblem(dataFolder, { pid, note }) {
  const where = note.url ? `, ${note.url}` : '';
  return new Problem(
    `Hải Đăng already runs on this data (process ${pid}${where}; data in ${dataFolder}).`,
    'Stop it with Ctrl-C where it runs, or start a second copy: DATA_DIR=.data-2 PORT=3001 npm start',
  );
}

/** The application of a starter that was killed would go on writing to the same data. @param {import('./lock.mjs').Holder} previous */
async function endLeftover({ note }) {
  const pid = Number(note.application);
  if (!isAlive(pid) || !isApplication(commandOf(pid))) return;
  console.log(`• Ending the application that an earlier start left behind (process ${pid}) …`);
  process.kill(pid, 'SIGTERM');
  const untilMs = performance.now() + LEFTOVER_ENDS_WITHIN_MS;
  while (isAlive(pid) && performance.now() < untilMs) await wait(100);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}
