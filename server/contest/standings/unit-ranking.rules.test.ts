import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitPoints, unitScores } from './unit-ranking.rules.js';

describe('unitPoints', () => {
  it.each([
    ['everybody entered', 270, 3, 3, 90],
    ['half of them stayed away', 270, 3, 6, 45],
    ['nobody entered', 0, 0, 12, 0],
    ['more entrants than heads', 270, 3, 2, 90],
    ['no heads at all', 0, 0, 0, 0],
    ['rounded down', 100, 2, 3, 33.33],
    ['rounded up', 200, 2, 3, 66.67],
    ['rounded half up', 0.01, 1, 2, 0.01],
    ['decimals that binary fractions miss', 0.29, 1, 1, 0.29],
  ])('%s', (...[, totalPoints, entrants, headCount, points]) => {
    expect(unitPoints({ totalPoints, entrants, headCount })).toBe(points);
  });

  const unit = fc.record({
    totalPoints: fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100),
    entrants: fc.integer({ min: 1, max: 500 }),
    headCount: fc.integer({ min: 0, max: 500 }),
  });

  it('never rises by one more head', () => {
    fc.assert(
      fc.property(unit, (one) => {
        expect(unitPoints({ ...one, headCount: one.headCount + 1 })).toBeLessThanOrEqual(unitPoints(one));
      }),
    );
  });

  it('ranks every unit above those with fewer points and beside its equals', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const ranked = unitScores(units);
        expect(ranked).toHaveLength(units.length);
        for (const one of ranked) {
          expect(one.rank).toBe(ranked.filter((other) => other.points > one.points).length + 1);
        }
        expect(ranked.map((one) => one.rank)).toEqual(
          ranked.map((one) => one.rank).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('unitScores', () => {
  it('shares ranks, skips the next and keeps the order given', () => {
    const of = (id: string, totalPoints: number) => ({ id, totalPoints, entrants: 1, headCount: 1 });
    const ranked = unitScores([of('c', 50), of('a', 70), of('b', 50), of('d', 90), of('e', 10)]);
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['d', 1],
      ['a', 2],
      ['c', 3],
      ['b', 3],
      ['e', 5],
    ]);
  });
});
