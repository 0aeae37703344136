import { expect, it } from 'vitest';
import { contestCanBe, isOver } from './contest-life.rules.js';

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
] as const)('%s', (_what, state, rounds, expected) => {
  expect(contestCanBe({ state }, rounds, now)).toMatchObject(expected);
});

it('is over at the very instant from which no answer counts', () => {
  const round = { closesAt: new Date(now.getTime() - 30_001), graceMs: 30_000, longestExtraMinutes: 0 };
  expect(isOver({ state: 'published' }, [round], now)).toBe(true);
  expect(isOver({ state: 'published' }, [round], new Date(now.getTime() - 1))).toBe(false);
});
