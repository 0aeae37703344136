import { describe, expect, it } from 'vitest';
import { unitId, type UnitId } from '../../../shared/kernel/ids.js';
import { countsOf, turnoutOf, turnoutPhase } from './turnout.rules.js';
import type { UnitCounts } from './unit-progress.rules.js';

const idOf = (number: number): UnitId =>
  unitId.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);

describe('who has entered', () => {
  it('is everybody counted once: missing, still at it, or done', () => {
    expect(turnoutOf({ total: 40, entered: 25, submitted: 20 })).toEqual({
      total: 40,
      missing: 15,
      running: 5,
      done: 20,
    });
    expect(turnoutOf({ total: 3, entered: 0, submitted: 0 })).toEqual({
      total: 3,
      missing: 3,
      running: 0,
      done: 0,
    });
  });

  it('adds the units of the scope up, those without anybody too, and no other unit', () => {
    const byUnit = new Map<UnitId, UnitCounts>([
      [idOf(1), { total: 10, entered: 6, submitted: 4 }],
      [idOf(2), { total: 5, entered: 5, submitted: 5 }],
      [idOf(3), { total: 100, entered: 50, submitted: 50 }],
    ]);
    expect(countsOf(byUnit, new Set([idOf(1), idOf(2), idOf(9)]))).toEqual({
      total: 15,
      missing: 4,
      running: 2,
      done: 9,
    });
    expect(countsOf(byUnit, new Set())).toEqual({ total: 0, missing: 0, running: 0, done: 0 });
  });
});

describe('a round', () => {
  const window = { opensAt: new Date('2026-11-16T01:00:00Z'), closesAt: new Date('2026-11-22T16:59:00Z') };

  it.each([
    ['2026-11-16T00:59:59.999Z', 'upcoming'],
    ['2026-11-16T01:00:00.000Z', 'open'],
    ['2026-11-22T16:58:59.999Z', 'open'],
    ['2026-11-22T16:59:00.000Z', 'closed'],
  ])('at %s is %s', (now, phase) => {
    expect(turnoutPhase(window, new Date(now))).toBe(phase);
  });
});
