const POINT_UNITS = 100;

export type UnitResult = {
  /** Counted scores of the unit's entrants, added up; two decimals. */
  totalPoints: number;
  entrants: number;
  /** Head-count frozen with the round. */
  headCount: number;
};

/**
 * A unit's points: the sum of its counted scores over its head-count, rounded half up to 2 decimals; who does not
 * enter adds nothing. A head-count that lags behind the entrants never lifts a unit: then the entrants divide.
 */
export function unitPoints({ totalPoints, entrants, headCount }: UnitResult): number {
  const base = Math.max(headCount, entrants, 1);
  const hundredths = Math.round(totalPoints * POINT_UNITS);
  return Math.floor((2 * hundredths + base) / (2 * base)) / POINT_UNITS;
}

export type ScoredUnit<Unit extends UnitResult> = Unit & { points: number; rank: number };

/** Units by points; equal points share a rank, the next is skipped, and the order given is kept among them. */
export function unitScores<Unit extends UnitResult>(units: readonly Unit[]): ScoredUnit<Unit>[] {
  const scored = units.map((unit) => ({ ...unit, points: unitPoints(unit) }));
  const sorted = scored.toSorted((one, two) => two.points - one.points);
  let rank = 0;
  return sorted.map((unit, at) => {
    if (sorted[at - 1]?.points !== unit.points) rank = at + 1;
    return { ...unit, rank };
  });
}
