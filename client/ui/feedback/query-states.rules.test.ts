import { describe, expect, it } from 'vitest';
import { refusalOf, standingOf, type Standing } from './query-states.rules.js';

describe('standingOf', () => {
  /** Failure, then what stands there: with nothing loaded, the same without a network, with an old answer. */
  const table: [string | null, Standing, Standing, Standing][] = [
    [null, 'loading', 'offline', 'content'],
    ['network', 'offline', 'offline', 'content'],
    ['unavailable', 'failed', 'failed', 'stale'],
    ['internal', 'failed', 'failed', 'stale'],
    ['rate.limited', 'failed', 'failed', 'stale'],
    ['not_found', 'missing', 'missing', 'missing'],
    ['input.invalid', 'missing', 'missing', 'missing'],
    ['auth.forbidden', 'forbidden', 'forbidden', 'forbidden'],
    ['auth.required', 'signed-out', 'signed-out', 'signed-out'],
  ];

  it.each(table)('after %s it is %s, without a network %s, with an old answer %s', (failure, ...expected) => {
    const of = (hasData: boolean, isOffline: boolean) => standingOf({ hasData, failure, isOffline });
    expect([of(false, false), of(false, true), of(true, false)]).toEqual(expected);
  });

  it('leaves what was loaded alone when the network goes', () => {
    expect(standingOf({ hasData: true, failure: null, isOffline: true })).toBe('content');
    expect(standingOf({ hasData: true, failure: 'network', isOffline: true })).toBe('content');
  });
});

describe('refusalOf', () => {
  it.each([
    // Whoever was signed in may be nobody by now: nothing is called missing before that is known.
    ['missing', true, null, 'asking'],
    ['missing', true, true, 'missing'],
    ['missing', true, false, 'sign-in'],
    ['signed-out', true, null, 'asking'],
    ['signed-out', true, false, 'sign-in'],
    ['signed-out', true, true, 'failed'],
    // Nobody is asked again who they are.
    ['missing', false, null, 'entrance'],
    ['signed-out', false, null, 'sign-in'],
  ] as const)('%s, signed in %s and then %s: %s', (...[standing, wasMember, isMember, expected]) => {
    expect(refusalOf({ standing, wasMember, isMember })).toBe(expected);
  });
});
