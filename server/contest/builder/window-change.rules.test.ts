import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeWindow, type Window } from './window-change.rules.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 7, minute));
const window = (opens: number, closes: number): Window => ({ opensAt: at(opens), closesAt: at(closes) });
const current = window(10, 30);

type Case = { what: string; wanted: Window; now: number; outcome: Window | string };

describe('changing a window', () => {
  it.each<Case>([
    { what: 'nothing, while open', wanted: window(10, 30), now: 20, outcome: window(10, 30) },
    { what: 'nothing, after the close', wanted: window(10, 30), now: 40, outcome: window(10, 30) },
    { what: 'a later close', wanted: window(10, 31), now: 20, outcome: window(10, 31) },
    {
      what: 'a close in the past, after the close',
      wanted: window(10, 35),
      now: 40,
      outcome: 'contest.window_invalid',
    },
    { what: 'a close that is right now', wanted: window(10, 40), now: 40, outcome: 'contest.window_invalid' },
    { what: 'an earlier close', wanted: window(10, 29), now: 5, outcome: 'contest.window_only_extends' },
    { what: 'a later opening before it came', wanted: window(12, 30), now: 5, outcome: window(12, 30) },
    { what: 'an earlier opening before it came', wanted: window(7, 30), now: 5, outcome: window(7, 30) },
    { what: 'an opening in the past is now', wanted: window(1, 30), now: 5, outcome: window(5, 30) },
    {
      what: 'another opening at the instant it came',
      wanted: window(11, 30),
      now: 10,
      outcome: 'contest.window_only_extends',
    },
    { what: 'an opening at the close', wanted: window(30, 30), now: 5, outcome: 'contest.window_invalid' },
  ])('$what', ({ wanted, now, outcome }) => {
    const change = changeWindow(current, wanted, at(now));
    expect(change.ok ? change.window : change.failure.code).toEqual(outcome);
  });

  it('whatever is wanted, the close never comes earlier and what has opened stays open', () => {
    const minute = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(minute, minute, minute, (opens, closes, now) => {
        const change = changeWindow(current, window(opens, closes), at(now));
        if (!change.ok) return;
        expect(change.window.closesAt.getTime()).toBeGreaterThanOrEqual(current.closesAt.getTime());
        expect(change.window.opensAt.getTime()).toBeLessThan(change.window.closesAt.getTime());
        if (current.opensAt <= at(now)) expect(change.window.opensAt).toEqual(current.opensAt);
      }),
    );
  });
});
