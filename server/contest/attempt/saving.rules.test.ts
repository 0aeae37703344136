import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wins, type WriteOrder } from './saving.rules.js';

const order = (epoch: number, sequence: number): WriteOrder => ({ epoch, sequence });
const write = fc.record({ epoch: fc.integer({ min: 1, max: 3 }), sequence: fc.integer({ min: 1, max: 12 }) });

describe('a write replaces', () => {
  it.each([
    ['an earlier one of its device', order(1, 2), order(1, 1), true],
    ['nothing when it is repeated', order(1, 1), order(1, 1), false],
    ['no later one of its device', order(1, 1), order(1, 2), false],
    ['whatever the device wrote that led before', order(2, 1), order(1, 900), true],
    ['nothing of the device that took the lead', order(1, 900), order(2, 1), false],
  ])('%s', (...[, candidate, present, result]) => {
    expect(wins(candidate, present)).toBe(result);
  });

  it('whatever the order of arrival, the same one is left', () => {
    const arrivals = fc
      .array(write, { minLength: 1, maxLength: 12 })
      .chain((set) =>
        fc.tuple(
          fc.constant(set),
          fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2, maxLength: set.length * 2 }),
        ),
      );
    const left = (writes: readonly WriteOrder[]) =>
      writes.reduce((present, candidate) => (wins(candidate, present) ? candidate : present));
    fc.assert(
      fc.property(arrivals, ([set, repeated]) => {
        expect(left(repeated)).toEqual(left(set));
      }),
    );
  });
});
