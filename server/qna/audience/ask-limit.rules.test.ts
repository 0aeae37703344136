import { describe, expect, it } from 'vitest';
import { allowanceOf, FASTEST } from './ask-limit.rules.js';

const at = (minutes: number, ms = 0) => new Date(Date.UTC(2026, 10, 19, 7, minutes, 0, ms));
const limits = { maxPerPerson: 3, slowModeSeconds: 60 };
const nothing = { count: 0, latestAt: null };

it('lets nobody ask more than thirty times a minute, whatever the session allows', () => {
  expect(FASTEST).toEqual({ max: 30, windowMs: 60_000 });
});

describe('when somebody may ask again', () => {
  it('is so many seconds after the latest question, by name or without one', () => {
    const asked = [
      { count: 1, latestAt: at(10) },
      { count: 1, latestAt: at(12) },
    ];
    for (const both of [asked, asked.toReversed()]) {
      expect(allowanceOf(limits, both, at(12)).askAgainAt).toEqual(at(13));
      expect(allowanceOf(limits, both, at(12, 59_999)).askAgainAt).toEqual(at(13));
      expect(allowanceOf(limits, both, at(13)).askAgainAt).toBeNull();
    }
  });

  it('is at once before the first question, and where nobody has to wait', () => {
    expect(allowanceOf(limits, [nothing, nothing], at(0)).askAgainAt).toBeNull();
    expect(allowanceOf(limits, [], at(0)).askAgainAt).toBeNull();
    const fast = { ...limits, slowModeSeconds: 0 };
    expect(allowanceOf(fast, [{ count: 9, latestAt: at(0) }], at(0)).askAgainAt).toBeNull();
  });
});

describe('how many questions are left', () => {
  it.each([
    [[nothing, nothing], 3],
    [[{ count: 1, latestAt: at(0) }, nothing], 2],
    [
      [
        { count: 1, latestAt: at(0) },
        { count: 1, latestAt: at(1) },
      ],
      1,
    ],
    [
      [
        { count: 2, latestAt: at(0) },
        { count: 1, latestAt: at(1) },
      ],
      0,
    ],
    [[{ count: 99, latestAt: at(0) }], 0],
  ])('after %j: %i', (asked, left) => {
    expect(allowanceOf(limits, asked, at(30)).left).toBe(left);
  });

  it('is any number where the session sets none', () => {
    const many = [{ count: 99, latestAt: at(0) }];
    expect(allowanceOf({ ...limits, maxPerPerson: null }, many, at(30)).left).toBeNull();
  });
});
