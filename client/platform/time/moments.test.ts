import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMoment } from './moments.js';

describe('the next moment', () => {
  it('is the earliest of those to come', () => {
    expect(nextMoment([50, 20, 30], 20)).toBe(30);
    expect(nextMoment([10, 20], 20)).toBeNull();
    expect(nextMoment([], 0)).toBeNull();
  });

  it('never passes one by', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), fc.nat(1000), (instants, now) => {
        const next = nextMoment(instants, now);
        expect(instants.filter((instant) => instant > now && (next === null || instant < next))).toEqual([]);
      }),
    );
  });
});
