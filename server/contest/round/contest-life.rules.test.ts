import { describe, expect, it } from 'vitest';
import { contestCanBe, isOver, roundCanBe } from './contest-life.rules.js';

const now = new Date('2026-11-30T08:00:00.000Z');
/** Closed `minutes` ago, with 30 s for what was under way and `extra` minutes for somebody. */
const closed = (minutes: number, extra = 0) => ({
  closesAt: new Date(now.getTime() - minutes * 60_000),
  graceMs: 30_000,
  longestExtraMinutes: extra,
});

it.each([
  ['a draft', 'draft', [closed(60)], { cancel: false, correct: false, archive: false, remove: true }],
  [
    'one that runs',
    'published',
    [closed(-60)],
    { cancel: true, correct: true, archive: false, remove: false },
  ],
  [
    'one whose last round is to come',
    'published',
    [closed(60), closed(-60)],
    { cancel: true, archive: false },
  ],
  ['one with results', 'published', [closed(60), closed(2)], { cancel: false, correct: true, archive: true }],
  ['one that closed a moment ago', 'published', [closed(0.25)], { cancel: true, archive: false }],
  ['one where somebody has time left', 'published', [closed(10, 15)], { cancel: true, archive: false }],
  ['one where nobody has any more', 'published', [closed(10, 9)], { cancel: false, archive: true }],
  [
    'a cancelled one',
    'cancelled',
    [closed(-60)],
    { cancel: false, correct: false, archive: true, remove: false },
  ],
] as const)('%s', (...[, state, rounds, expected]) => {
  expect(contestCanBe({ state }, rounds, now)).toMatchObject(expected);
});

it('is over at the very instant from which no answer counts', () => {
  const round = { closesAt: new Date(now.getTime() - 30_001), graceMs: 30_000, longestExtraMinutes: 0 };
  expect(isOver({ state: 'published' }, [round], now)).toBe(true);
  expect(isOver({ state: 'published' }, [round], new Date(now.getTime() - 1))).toBe(false);
});

describe('what may be done with a round', () => {
  const onClose = { kind: 'on_close' as const };
  const round = (minutes: number, allCounted = minutes > 1) => ({
    ...closed(minutes),
    allCounted,
    contestState: 'published' as const,
  });

  it.each([
    ['while it is open', round(-10), { extend: true, giveTime: true }],
    ['once its key is shown', round(10), { extend: false, giveTime: false }],
    ['while the last answers come in', round(0.25), { extend: true, giveTime: true }],
    [
      'once it was cancelled',
      { ...round(-10), contestState: 'cancelled' as const },
      { extend: false, giveTime: false },
    ],
    [
      'before it is published',
      { ...round(-10), contestState: 'draft' as const },
      { extend: false, giveTime: false },
    ],
  ])('%s', (_when, of, expected) => {
    expect(roundCanBe(of, onClose, now)).toEqual(expected);
  });

  it('may be extended after its close as long as nobody has seen the key', () => {
    expect(roundCanBe(round(10), { kind: 'never' }, now)).toEqual({ extend: true, giveTime: false });
  });
});
