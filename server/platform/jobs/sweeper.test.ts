import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import { Clock } from '../clock.js';
import { Sweeper } from './sweeper.js';

class SetClock extends Clock {
  override nowMs(): number {
    return 5_000;
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function sweeping(): Sweeper {
  const sweeper = new Sweeper(pino({ level: 'silent' }), new SetClock());
  sweeper.start();
  return sweeper;
}

it('lets no sweep wait for a slow one, begins none twice at a time, and waits for all at the end', async () => {
  const sweeper = sweeping();
  let quick = 0;
  let slow = 0;
  let release: () => void = () => undefined;
  sweeper.add({
    name: 'slow',
    run: () => {
      slow += 1;
      return new Promise((resolve) => {
        release = resolve;
      });
    },
  });
  sweeper.add({ name: 'quick', run: async () => void (quick += 1) });
  await vi.advanceTimersByTimeAsync(3_000);
  expect({ quick, slow }).toEqual({ quick: 3, slow: 1 });
  release();
  await vi.advanceTimersByTimeAsync(1_000);
  expect({ quick, slow }).toEqual({ quick: 4, slow: 2 });
  let ended = false;
  const ending = sweeper.onApplicationShutdown().then(() => (ended = true));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ended).toBe(false);
  release();
  await ending;
  expect({ quick, slow }).toEqual({ quick: 4, slow: 2 });
});

it('gives each sweep most of a second, and goes on after one that failed', async () => {
  const sweeper = sweeping();
  const budgets: number[] = [];
  sweeper.add({
    name: 'failing',
    run: (untilMs) => {
      budgets.push(untilMs);
      return Promise.reject(new Error('the database is away'));
    },
  });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(budgets).toEqual([5_800, 5_800]);
  await sweeper.onApplicationShutdown();
});

it('calls one that left something again at once, and no more when the process ends', async () => {
  const sweeper = sweeping();
  let left = 3;
  sweeper.add({ name: 'large', run: async () => (left -= 1) > 0 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(left).toBe(0);
  let calls = 0;
  sweeper.add({
    name: 'endless',
    run: async () => {
      calls += 1;
      if (calls === 5) void sweeper.onApplicationShutdown();
      return true;
    },
  });
  left = 1;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls).toBe(5);
});
