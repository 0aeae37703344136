import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareWrites,
  epochIsKnown,
  outcomeOf,
  wins,
  type ArrivedWrite,
  type WriteOrder,
} from './saving.rules.js';

const deadlineAt = new Date('2026-11-22T10:30:00.000Z');
const graceMs = 30_000;
const inTime = new Date('2026-11-22T10:12:00.000Z');
const order = (epoch: number, sequence: number): WriteOrder => ({ epoch, sequence });

const arrived = (differences: Partial<ArrivedWrite>): ArrivedWrite => ({
  closedBy: null,
  leadingEpoch: 2,
  write: order(2, 5),
  present: null,
  receivedAt: inTime,
  deadlineAt,
  graceMs,
  ...differences,
});

describe('wins', () => {
  it.each([
    [order(1, 1), null, true],
    [order(1, 2), order(1, 1), true],
    [order(1, 1), order(1, 1), false],
    [order(1, 1), order(1, 2), false],
    [order(2, 1), order(1, 900), true],
    [order(1, 900), order(2, 1), false],
  ])('%o against %o: %s', (candidate, present, result) => {
    expect(wins(candidate, present)).toBe(result);
  });
});

describe('outcomeOf', () => {
  const limit = (shiftMs: number) => new Date(deadlineAt.getTime() + graceMs + shiftMs);

  it.each<[string, Partial<ArrivedWrite>, string]>([
    ['first write of the leader', {}, 'saved'],
    ['after an older write', { present: order(2, 4) }, 'saved'],
    ['over an older device', { present: order(1, 99) }, 'saved'],
    ['behind a newer write of the same device', { present: order(2, 6) }, 'superseded'],
    ['in the grace', { receivedAt: limit(-1) }, 'saved'],
    ['at the end of the grace', { receivedAt: limit(0) }, 'saved'],
    ['1 ms after the grace', { receivedAt: limit(1) }, 'late'],
    ['after submission', { closedBy: 'member' }, 'late'],
    ['in time, but the server had closed the attempt', { closedBy: 'server' }, 'saved'],
    ['too late, the server had closed the attempt', { closedBy: 'server', receivedAt: limit(1) }, 'late'],
    ['from the older device', { write: order(1, 7) }, 'held'],
    ['from the older device, answered since', { write: order(1, 7), present: order(2, 1) }, 'held'],
    ['from the older device, late', { write: order(1, 7), receivedAt: limit(1) }, 'late'],
    ['replaced by the older device itself', { write: order(1, 7), present: order(1, 8) }, 'superseded'],
    ['repeated', { present: order(2, 5) }, 'saved'],
    ['repeated after the take-over', { write: order(1, 7), present: order(1, 7) }, 'saved'],
    ['repeated after the deadline', { present: order(2, 5), receivedAt: limit(1) }, 'saved'],
    ['repeated after submission', { present: order(2, 5), closedBy: 'member' }, 'saved'],
  ])('%s', (_, differences, outcome) => {
    expect(outcomeOf(arrived(differences))).toBe(outcome);
  });

  it('knows only the epochs given out', () => {
    expect(epochIsKnown(order(2, 1), 2)).toBe(true);
    expect(epochIsKnown(order(1, 1), 2)).toBe(true);
    expect(epochIsKnown(order(3, 1), 2)).toBe(false);
  });
});

/** A row that follows the rules: it takes what is saved and wins, and hands everything else back by its outcome. */
function replay(writes: readonly WriteOrder[], leadingEpochAt: (arrival: number) => number) {
  let row: WriteOrder | null = null;
  const outcomes = writes.map((write, arrival) => {
    const outcome = outcomeOf(arrived({ write, present: row, leadingEpoch: leadingEpochAt(arrival) }));
    if (outcome === 'saved' && wins(write, row)) row = write;
    return { write, outcome, row };
  });
  return { row: row as WriteOrder | null, outcomes };
}

const writeOf = (maxEpoch: number) =>
  fc.record({ epoch: fc.integer({ min: 1, max: maxEpoch }), sequence: fc.integer({ min: 1, max: 12 }) });

describe('a row under writes in any order', () => {
  it('ends the same, duplicates and stale devices included', () => {
    const sets = fc
      .array(writeOf(3), { minLength: 1, maxLength: 12 })
      .chain((set) =>
        fc.tuple(
          fc.constant(set),
          fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2, maxLength: set.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(sets, ([set, arrivals]) => {
        const leader = set.filter((write) => write.epoch === 3).toSorted(compareWrites);
        expect(replay(arrivals, () => 3).row).toEqual(leader.at(-1) ?? null);
      }),
    );
  });

  it('never falls back and never loses a choice across a take-over', () => {
    const story = fc.tuple(fc.array(writeOf(1), { maxLength: 8 }), fc.array(writeOf(2), { maxLength: 8 }));
    fc.assert(
      fc.property(story, ([before, after]) => {
        const { outcomes } = replay([...before, ...after], (arrival) => (arrival < before.length ? 1 : 2));
        let previous: WriteOrder | null = null;
        for (const { write, outcome, row } of outcomes) {
          if (previous !== null && row !== null)
            expect(compareWrites(row, previous)).toBeGreaterThanOrEqual(0);
          if (outcome === 'saved') expect(row).toEqual(write);
          if (outcome === 'superseded') expect(row !== null && compareWrites(row, write) > 0).toBe(true);
          if (outcome === 'held') expect(write.epoch).toBe(1);
          expect(outcome).not.toBe('late');
          previous = row;
        }
      }),
    );
  });
});
