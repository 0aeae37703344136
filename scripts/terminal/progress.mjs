const REMINDER_EVERY_MS = 10_000;

/** @param {number} sinceMs reading of performance.now() @returns {string} such as "1.3 s" */
export function secondsSince(sinceMs) {
  const seconds = (performance.now() - sinceMs) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

/**
 * Runs one long step and says that it runs, that it still runs, and how long it took.
 * @template T
 * @param {string} label such as "Installing dependencies"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const startedMs = performance.now();
  console.log(`• ${label} …`);
  const reminder = setInterval(
    () => console.log(`  … ${label.toLowerCase()}: ${secondsSince(startedMs)}`),
    REMINDER_EVERY_MS,
  );
  try {
    const result = await work();
    console.log(`✓ ${label}: ${secondsSince(startedMs)}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
