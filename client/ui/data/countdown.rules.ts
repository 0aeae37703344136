const MINUTE_MS = 60_000;

/** `calm` above 5 minutes, `soon` in the last five, `last` in the last 60 seconds. */
export type TimerTone = 'calm' | 'soon' | 'last';

export function toneOf(remainingMs: number): TimerTone {
  if (remainingMs <= MINUTE_MS) return 'last';
  return remainingMs <= 5 * MINUTE_MS ? 'soon' : 'calm';
}

/** The marks, in seconds, that screen readers hear: 5 minutes, 1 minute, 10 seconds. */
export const ANNOUNCED_SECONDS = [300, 60, 10] as const;

/** The mark passed between two looks at the clock, the lowest if several; null when none was. */
export function markPassed(beforeMs: number, afterMs: number): (typeof ANNOUNCED_SECONDS)[number] | null {
  if (afterMs <= 0) return null;
  const passed = ANNOUNCED_SECONDS.filter((mark) => beforeMs > mark * 1000 && afterMs <= mark * 1000);
  return passed.at(-1) ?? null;
}
