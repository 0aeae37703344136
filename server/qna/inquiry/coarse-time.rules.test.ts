import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarse } from './coarse-time.rules.js';

const at = (clock: string) => new Date(`2026-11-19T${clock}Z`);

describe('the time kept of an anonymous author', () => {
  it.each([
    ['07:00:00.000', '07:00:00.000'],
    ['07:02:29.999', '07:00:00.000'],
    ['07:02:30.000', '07:05:00.000'],
    ['07:04:59.999', '07:05:00.000'],
    ['07:57:30.000', '08:00:00.000'],
  ])('of %s is %s', (when, known) => {
    expect(coarse(at(when))).toEqual(at(known));
  });

  it('is the same for everybody within five minutes, and never further off than half of them', () => {
    const from = at('07:00:00.000').getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(299_999), fc.nat(299_999), (step, one, other) => {
        const middle = from + step * 300_000 - 150_000;
        const known = coarse(new Date(middle + one));
        expect(coarse(new Date(middle + other))).toEqual(known);
        expect(Math.abs(known.getTime() - (middle + one))).toBeLessThanOrEqual(150_000);
      }),
    );
  });
});
