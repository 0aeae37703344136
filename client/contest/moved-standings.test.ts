import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REFRESH_EVERY_MS, createRefresher } from './moved-standings.js';

describe('standings that move', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const refresherOf = () => {
    const refresh = vi.fn();
    return { refresh, refresher: createRefresher(refresh, () => performance.now()) };
  };

  it('are fetched at once on the first hint, then together every 30 seconds', () => {
    const { refresh, refresher } = refresherOf();
    refresher.hint();
    expect(refresh).toHaveBeenCalledTimes(1);
    for (let second = 0; second < 29; second += 1) {
      vi.advanceTimersByTime(1_000);
      refresher.hint();
    }
    expect(refresh).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(10 * REFRESH_EVERY_MS);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('are fetched at once again after a quiet time', () => {
    const { refresh, refresher } = refresherOf();
    refresher.hint();
    vi.advanceTimersByTime(REFRESH_EVERY_MS);
    refresher.hint();
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('are left alone once the page is gone', () => {
    const { refresh, refresher } = refresherOf();
    refresher.hint();
    refresher.hint();
    refresher.stop();
    vi.advanceTimersByTime(REFRESH_EVERY_MS);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
