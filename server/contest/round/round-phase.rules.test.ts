import { describe, expect, it } from 'vitest';
import type { Visibility } from '../../../shared/contest/contest.schema.js';
import { contestPhaseOf, isVisible, phaseOf, visibleAt } from './round-phase.rules.js';

const at = (time: string, shiftMs = 0) => new Date(Date.parse(`2026-11-${time}:00.000Z`) + shiftMs);
const opensAt = at('16T01:00');
const closesAt = at('22T16:59');
const round = { contestState: 'published' as const, opensAt, closesAt };

describe('phaseOf', () => {
  it.each([
    ['1 ms before the opening', at('16T01:00', -1), 'upcoming'],
    ['at the opening', opensAt, 'open'],
    ['1 ms after the opening', at('16T01:00', 1), 'open'],
    ['1 ms before the close', at('22T16:59', -1), 'open'],
    ['at the close', closesAt, 'closed'],
    ['1 ms after the close', at('22T16:59', 1), 'closed'],
  ])('%s', (_, now, phase) => {
    expect(phaseOf(round, now)).toBe(phase);
  });

  it.each(['draft', 'cancelled'] as const)('%s whatever the clock says', (contestState) => {
    for (const now of [at('01T00:00'), at('18T00:00'), at('30T00:00')]) {
      expect(phaseOf({ ...round, contestState }, now)).toBe(contestState);
    }
  });

  it.each([
    [null, closesAt],
    [opensAt, null],
    [null, null],
  ])('never opens without a whole window', (opens, closes) => {
    const now = at('30T00:00');
    expect(phaseOf({ contestState: 'published', opensAt: opens, closesAt: closes }, now)).toBe('upcoming');
  });
});

describe('contestPhaseOf', () => {
  const second = { opensAt: at('24T01:00'), closesAt: at('28T01:00') };

  it.each([
    ['before all rounds', at('16T01:00', -1), 'upcoming'],
    ['at the first opening', opensAt, 'running'],
    ['between two rounds', at('23T00:00'), 'running'],
    ['1 ms before the last close', at('28T01:00', -1), 'running'],
    ['at the last close', second.closesAt, 'closed'],
  ])('%s', (_, now, phase) => {
    expect(contestPhaseOf([round, second], 'published', now)).toBe(phase);
    expect(contestPhaseOf([second, round], 'published', now)).toBe(phase);
  });

  it('is what the state says until it is published', () => {
    expect(contestPhaseOf([round], 'draft', at('18T00:00'))).toBe('draft');
    expect(contestPhaseOf([round], 'cancelled', at('18T00:00'))).toBe('cancelled');
  });

  it('is upcoming without rounds', () => {
    expect(contestPhaseOf([], 'published', at('18T00:00'))).toBe('upcoming');
  });
});

describe('visibility', () => {
  const submittedAt = at('17T03:00');
  const named = at('25T00:00');
  const cases: [Visibility, Date][] = [
    [{ kind: 'on_submission' }, submittedAt],
    [{ kind: 'on_close' }, closesAt],
    [{ kind: 'at', at: named.toISOString() }, named],
    [{ kind: 'at', at: '2026-11-25T07:00:00+07:00' }, named],
  ];

  it.each(cases)('%o opens exactly at its instant', (visibility, from) => {
    const frame = { closesAt, submittedAt };
    expect(visibleAt(visibility, frame)).toEqual(from);
    expect(isVisible(visibility, frame, new Date(from.getTime() - 1))).toBe(false);
    expect(isVisible(visibility, frame, from)).toBe(true);
    expect(isVisible(visibility, frame, new Date(from.getTime() + 1))).toBe(true);
  });

  it.each([
    [{ kind: 'never' }, { closesAt, submittedAt }],
    [{ kind: 'on_submission' }, { closesAt, submittedAt: null }],
    [{ kind: 'on_close' }, { closesAt: null, submittedAt }],
  ] satisfies [Visibility, object][])('%o stays shut', (visibility, frame) => {
    expect(visibleAt(visibility, frame)).toBeNull();
    expect(isVisible(visibility, frame, at('30T00:00'))).toBe(false);
  });
});
