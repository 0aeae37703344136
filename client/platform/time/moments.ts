import { useEffect, useRef, useState } from 'react';
import { serverNow } from './server-time.js';

/** A timer stands still while the device sleeps, and wakes nobody up on time: it looks again this often. */
const LONGEST_WAIT_MS = 30_000;

/** The first instant after `now`; null when all are over. */
export function nextMoment(instants: readonly number[], now: number): number | null {
  const coming = instants.filter((instant) => instant > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/**
 * Server time that moves only when one of the instants passes, so that a page changes its state on time without
 * drawing itself every second. `onPassed` runs then, for what only the server knows.
 */
export function useMoments(instants: readonly number[], onPassed: () => void): number {
  const [now, setNow] = useState(serverNow);
  const passed = useRef(onPassed);
  useEffect(() => {
    passed.current = onPassed;
  });
  const next = nextMoment(instants, now);
  useEffect(() => {
    if (next === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const current = serverNow();
      if (current < next) {
        timer = setTimeout(look, Math.min(next - current, LONGEST_WAIT_MS));
        return;
      }
      setNow(current);
      passed.current();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [next]);
  return now;
}
