import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRows, rankNeighbours, rankRows } from './ranking.rules.js';

const row = (name: string, points: number, [minutes, submitted]: [number, string]) => ({
  name,
  points,
  timeUsedMs: minutes * 60_000,
  submittedAt: new Date(`2026-11-20T${submitted}:00.000Z`),
});

describe('rankRows', () => {
  it('follows the chain and says which step decided', () => {
    const rows = [
      row('last of the equal', 90, [14, '08:00']),
      row('least points', 40, [1, '07:00']),
      row('best', 100, [29, '12:00']),
      row('later', 90, [12, '09:30']),
      row('faster', 90, [11, '10:00']),
      row('earlier', 90, [12, '09:00']),
    ];
    expect(rankRows(rows).map(({ name, rank, decidedBy }) => [rank, name, decidedBy])).toEqual([
      [1, 'best', 'score'],
      [2, 'faster', 'time'],
      [3, 'earlier', 'submission'],
      [4, 'later', 'time'],
      [5, 'last of the equal', 'score'],
      [6, 'least points', 'score'],
    ]);
  });

  it('gives equals one rank and skips the next', () => {
    const rows = [
      row('a', 90, [10, '08:00']),
      row('b', 90, [10, '08:00']),
      row('c', 90, [10, '08:00']),
      row('d', 90, [11, '08:00']),
      row('e', 80, [11, '08:00']),
    ];
    expect(rankRows(rows).map(({ name, rank, decidedBy }) => [rank, name, decidedBy])).toEqual([
      [1, 'a', 'tie'],
      [1, 'b', 'tie'],
      [1, 'c', 'tie'],
      [4, 'd', 'score'],
      [5, 'e', 'score'],
    ]);
  });

  it('ranks nobody when there is nobody', () => {
    expect(rankRows([])).toEqual([]);
  });
});

/** Few values, so that equal ones meet at every step of the chain. */
const results = fc.record({
  points: fc.constantFrom(0, 33.33, 95, 100),
  timeUsedMs: fc.constantFrom(1, 60_000, 61_000),
  submittedAt: fc.constantFrom(0, 1, 1000).map((ms) => new Date(ms)),
});

describe('compareRows', () => {
  it('is reflexive and antisymmetric', () => {
    fc.assert(
      fc.property(results, results, (one, two) => {
        expect(compareRows(one, one)).toBe(0);
        expect(Math.sign(compareRows(one, two))).toBe(0 - Math.sign(compareRows(two, one)));
        if (compareRows(one, two) === 0) expect(one).toEqual(two);
      }),
      { numRuns: 500 },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(fc.tuple(results, results, results), ([one, two, three]) => {
        if (compareRows(one, two) <= 0 && compareRows(two, three) <= 0) {
          expect(compareRows(one, three)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const shuffled = fc
    .array(results, { maxLength: 20 })
    .chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );

  it('ranks the same whatever the order given', () => {
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(rankRows(other)).toEqual(rankRows(rows));
      }),
    );
  });

  it('ranks each row one below the number of better ones', () => {
    fc.assert(
      fc.property(shuffled, ([rows]) => {
        for (const placed of rankRows(rows)) {
          expect(placed.rank).toBe(rows.filter((other) => compareRows(other, placed) < 0).length + 1);
          const equals = rows.filter((other) => compareRows(other, placed) === 0).length;
          expect(placed.decidedBy === 'tie').toBe(equals > 1);
        }
      }),
    );
  });
});

describe('rankNeighbours', () => {
  it('ranks a window of the order as the whole order does, whatever ties reach into it', () => {
    const value = fc.record({
      points: fc.constantFrom(5, 10),
      timeUsedMs: fc.constantFrom(1_000, 2_000),
      submittedAt: fc.constantFrom(new Date(1_000), new Date(2_000)),
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.nat(), (rows, seed) => {
        const whole = rankRows(rows);
        const from = seed % whole.length;
        const first = whole[from];
        if (!first) return;
        const above = whole.filter((row) => compareRows(row, first) < 0).length;
        const window = rankNeighbours(whole.slice(from), { above, ties: from - above });
        expect(window.map(({ rank }) => rank)).toEqual(whole.slice(from).map(({ rank }) => rank));
        expect(window.slice(1)).toEqual(whole.slice(from + 1));
      }),
    );
  });
});
