import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimiter, TokenBucket } from './rate-limiter.js';

/** Five in ten seconds: one more every two seconds. */
const limit = { max: 5, windowMs: 10_000 };

describe('a bucket of tokens', () => {
  it('gives all it has at once, then says how long until the next', () => {
    const bucket = new TokenBucket(limit);
    expect(Array.from({ length: 6 }, () => bucket.take(1000))).toEqual([0, 0, 0, 0, 0, 2000]);
    expect(bucket.take(2000)).toBe(1000);
    expect(bucket.take(2999)).toBe(1);
    expect(bucket.take(3000)).toBe(0);
    expect(bucket.take(3000)).toBe(2000);
  });

  it('fills up evenly, and never above its measure', () => {
    const bucket = new TokenBucket(limit);
    for (let taken = 0; taken < 5; taken += 1) bucket.take(0);
    expect([bucket.take(4000), bucket.take(4000), bucket.take(4000)]).toEqual([0, 0, 2000]);
    const rested = Array.from({ length: 6 }, () => bucket.take(1_000_000));
    expect(rested.filter((waitMs) => waitMs === 0)).toHaveLength(5);
  });

  it('gives nothing more for a clock that goes back', () => {
    const bucket = new TokenBucket(limit);
    for (let taken = 0; taken < 5; taken += 1) bucket.take(10_000);
    expect(bucket.take(0)).toBeGreaterThan(0);
  });

  it('lets pass, in any time, no more than it holds and what came back meanwhile', () => {
    const steps = fc.array(fc.nat(3000), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(steps, (waits) => {
        const bucket = new TokenBucket(limit);
        let nowMs = 0;
        let passed = 0;
        for (const wait of waits) {
          nowMs += wait;
          if (bucket.take(nowMs) === 0) passed += 1;
          expect(passed).toBeLessThanOrEqual(5 + nowMs / 2000 + 1e-6);
        }
      }),
    );
  });

  it('has a token when the time it named is over', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { maxLength: 30 }), (waits) => {
        const bucket = new TokenBucket(limit);
        let nowMs = 0;
        for (const wait of waits) bucket.take((nowMs += wait));
        const untilNextMs = bucket.take(nowMs);
        if (untilNextMs > 0) expect(bucket.take(nowMs + untilNextMs)).toBe(0);
      }),
    );
  });
});

describe('a limiter', () => {
  it('counts each key by itself', () => {
    const limiter = new RateLimiter({ max: 1, windowMs: 1000 });
    expect([limiter.take('a', 0), limiter.take('a', 0), limiter.take('b', 0), limiter.take('b', 0)]).toEqual([
      0, 1000, 0, 1000,
    ]);
  });

  it('begins anew with a key it is told to forget, and with no other', () => {
    const limiter = new RateLimiter({ max: 1, windowMs: 1000 });
    limiter.take('a', 0);
    limiter.take('b', 0);
    limiter.forget('a');
    expect([limiter.take('a', 0), limiter.take('b', 0)]).toEqual([0, 1000]);
  });

  it('keeps so many keys and forgets the one that waited longest, so that inventing keys fills no memory', () => {
    const limiter = new RateLimiter({ max: 1, windowMs: 1000 }, 3);
    for (const key of ['a', 'b', 'c']) limiter.take(key, 0);
    expect(limiter.take('a', 0)).toBe(1000);
    expect(limiter.take('d', 0)).toBe(0);
    expect([limiter.take('a', 0), limiter.take('b', 0)]).toEqual([1000, 0]);
  });
});
