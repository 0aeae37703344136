import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../shared/kernel/failure.js';
import { RateLimiter, refuseFor } from './rate-limiter.js';

class SetClock {
  atMs = 1_000_000;
  nowMs(): number {
    return this.atMs;
  }
}

let clock: SetClock;
beforeEach(() => {
  clock = new SetClock();
});

/** How many of so many attempts at once are let through. */
function passing(limiter: RateLimiter, key: string, attempts: number): number {
  return Array.from({ length: attempts }, () => limiter.take(key)).filter((waitMs) => waitMs === 0).length;
}

describe('RateLimiter', () => {
  it('lets max through at once and no more', () => {
    const limiter = new RateLimiter({ max: 30, windowMs: 10_000 }, clock);
    expect(passing(limiter, 'Lan', 40)).toBe(30);
  });

  it('counts every key by itself', () => {
    const limiter = new RateLimiter({ max: 2, windowMs: 10_000 }, clock);
    expect([passing(limiter, 'Lan', 3), passing(limiter, 'Minh', 3)]).toEqual([2, 2]);
  });

  it('says exactly when the next one passes', () => {
    const limiter = new RateLimiter({ max: 5, windowMs: 10_000 }, clock);
    passing(limiter, 'Lan', 5);
    const waitMs = limiter.take('Lan');
    expect(waitMs).toBe(2_000);
    clock.atMs += waitMs - 1;
    expect(limiter.take('Lan')).toBe(1);
    clock.atMs += 1;
    expect(limiter.take('Lan')).toBe(0);
    expect(limiter.take('Lan')).toBe(2_000);
  });

  it('saves up no more than max, however long nobody comes', () => {
    const limiter = new RateLimiter({ max: 3, windowMs: 1_000 }, clock);
    passing(limiter, 'Lan', 3);
    clock.atMs += 3_600_000;
    expect(passing(limiter, 'Lan', 10)).toBe(3);
  });

  it('makes nobody wait longer than for one token when the clock is set back', () => {
    const limiter = new RateLimiter({ max: 2, windowMs: 1_000 }, clock);
    limiter.take('Lan');
    clock.atMs -= 60_000;
    expect(limiter.take('Lan')).toBeLessThanOrEqual(500);
  });

  it.each([3, 7, 30, 600])('counts to %i exactly, though the share of a window is a fraction', (max) => {
    expect(passing(new RateLimiter({ max, windowMs: 10_000 }, clock), 'Lan', max + 5)).toBe(max);
  });

  it('counts nothing that is given back, and saves up nothing by it', () => {
    const limiter = new RateLimiter({ max: 2, windowMs: 10_000 }, clock);
    for (let time = 0; time < 10; time += 1) {
      expect(limiter.take('Lan')).toBe(0);
      limiter.giveBack('Lan');
    }
    limiter.giveBack('Lan');
    limiter.giveBack('Minh');
    expect([passing(limiter, 'Lan', 3), passing(limiter, 'Minh', 3)]).toEqual([2, 2]);
  });

  it('lets a key that is forgotten begin anew', () => {
    const limiter = new RateLimiter({ max: 1, windowMs: 60_000 }, clock);
    limiter.take('Lan');
    limiter.forget('Lan');
    expect(limiter.take('Lan')).toBe(0);
  });

  it('never holds more keys than it may', () => {
    const limiter = new RateLimiter({ max: 1, windowMs: 60_000 }, clock, 3);
    for (const key of ['a', 'b', 'c', 'd']) limiter.take(key);
    expect(limiter.take('d')).toBeGreaterThan(0);
    expect(limiter.take('a')).toBe(0);
  });

  it('never lets more through in any window than what was saved up and what came back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 }), (pauses) => {
        const limiter = new RateLimiter({ max: 10, windowMs: 1_000 }, clock);
        const began = clock.atMs;
        let passed = 0;
        for (const pauseMs of pauses) {
          clock.atMs += pauseMs;
          if (limiter.take('Lan') === 0) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(10 + ((clock.atMs - began) / 1_000) * 10);
      }),
    );
  });
});

describe('a refusal', () => {
  const slower = failure('test.slower', 429);

  it.each([
    [1, 1],
    [1_000, 1],
    [1_001, 2],
    [59_999, 60],
  ])('for %i ms says %i s', (waitMs, retryAfterSeconds) => {
    expect(() => refuseFor(waitMs, slower)).toThrow(
      expect.objectContaining({ kind: slower, params: { retryAfterSeconds } }),
    );
  });

  it('comes from the limiter as its own failure', () => {
    const limiter = new RateLimiter({ max: 1, windowMs: 90_000 }, clock);
    limiter.pass('Lan', slower);
    expect(() => limiter.pass('Lan', slower)).toThrow(
      expect.objectContaining({ kind: slower, params: { retryAfterSeconds: 90 } }),
    );
  });
});
