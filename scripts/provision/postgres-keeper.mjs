import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../terminal/problem.mjs';
import { secondsSince } from '../terminal/progress.mjs';

/** A look costs next to nothing. */
const LOOK_EVERY_MS = 500;
/** Before each attempt to start it: what a killed server leaves behind may need a moment to end. */
const PAUSES_MS = [0, 1_000, 2_000, 4_000, 8_000];
/** A server that stops more often than this within the time does not stop by accident. */
const STOPS_ALLOWED = 5;
const STOPS_WITHIN_MS = 10 * 60_000;

/**
 * @typedef {{ isRunning: () => boolean, start: () => Promise<void>, log: string }} KeptServer log: file to look into
 * @typedef {{ tell: (text: string) => void, giveUp: (problem: Problem) => void }} Listener
 * @typedef {{ lookEveryMs?: number, pausesMs?: readonly number[], stopsAllowed?: number }} Patience
 */

/**
 * Starts a server again whenever it has stopped by itself, and gives up with a problem when it cannot.
 * @param {KeptServer} server
 * @param {Listener} listener
 * @param {Patience} [patience]
 * @returns {() => Promise<void>} lets go of it: once that resolves nothing is started any more
 */
export function keepRunning(server, listener, patience = {}) {
  const { lookEveryMs = LOOK_EVERY_MS, pausesMs = PAUSES_MS, stopsAllowed = STOPS_ALLOWED } = patience;
  const lettingGo = new AbortController();
  /** @param {number} ms @returns {Promise<boolean>} false once it is let go of */
  const pause = (ms) => wait(ms, true, { signal: lettingGo.signal, ref: false }).catch(() => false);

  async function keep() {
    /** @type {number[]} */
    let stops = [];
    while (await pause(lookEveryMs)) {
      if (server.isRunning()) continue;
      const nowMs = performance.now();
      stops = [...stops.filter((stoppedMs) => nowMs - stoppedMs < STOPS_WITHIN_MS), nowMs];
      if (stops.length > stopsAllowed) return listener.giveUp(tooOften(stops.length, server.log));
      listener.tell('• The database stopped by itself and is started again …');
      const failure = await startAgain();
      if (failure) return listener.giveUp(failure);
    }
  }

  /** @returns {Promise<Problem | null>} */
  async function startAgain() {
    const sinceMs = performance.now();
    let last = '';
    for (const ms of pausesMs) {
      if (!(await pause(ms))) return null;
      try {
        await server.start();
        listener.tell(`✓ The database runs again (${secondsSince(sinceMs)}); nothing that was saved is lost`);
        return null;
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
    }
    return new Problem(
      `The database stopped by itself and could not be started again in ${pausesMs.length} attempts. ${last}`,
      `Look into ${server.log}, correct that and start again.`,
    );
  }

  const kept = keep();
  return async () => {
    lettingGo.abort();
    await kept;
  };
}

/** @param {number} times @param {string} log */
function tooOften(times, log) {
  return new Problem(
    `The database stopped by itself ${times} times within ${STOPS_WITHIN_MS / 60_000} minutes.`,
    `Something ends it: look into ${log} and into the memory of this machine, and start again.`,
  );
}
