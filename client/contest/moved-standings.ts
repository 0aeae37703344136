/** Standings that move are fetched again at most this often. */
export const REFRESH_EVERY_MS = 30_000;

/**
 * Turns any number of hints into one call now and then: the first at once, further ones together when
 * REFRESH_EVERY_MS have passed since the last call.
 */
export function createRefresher(refresh: () => void, now: () => number) {
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    lastAt = now();
    refresh();
  };
  return {
    hint() {
      if (timer !== undefined) return;
      const waitMs = lastAt + REFRESH_EVERY_MS - now();
      if (waitMs <= 0) run();
      else timer = setTimeout(run, waitMs);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
