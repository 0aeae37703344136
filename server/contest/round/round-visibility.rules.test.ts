import { describe, expect, it } from 'vitest';
import type { Visibility } from '../../../shared/contest/contest.schema.js';
import { keptBehind, shown, tellsNothing, type ShownRound } from './round-visibility.rules.js';

/** A clock of 24 November with its milliseconds, UTC. */
const at = (clock: string) => new Date(`2026-11-24T${clock}Z`);
const from = (clock: string): Visibility => ({ kind: 'at', at: at(clock).toISOString() });
const ON_CLOSE: Visibility = { kind: 'on_close' };

const plain: ShownRound = { closesAt: at('16:00:00.000'), graceMs: 30_000, longestExtraMinutes: 0 };
const withExtra: ShownRound = { ...plain, longestExtraMinutes: 20 };

describe('what is shown on close', () => {
  const counting = { ...withExtra, submittedAt: null, allCounted: false };

  it('is shown once the last attempt is counted, and no earlier whatever the clock says', () => {
    expect(shown(ON_CLOSE, { ...counting, allCounted: true }, at('16:20:30.001'))).toEqual({
      now: true,
      at: null,
    });
    for (const clock of ['16:20:30.001', '16:20:30.002', '17:00:00.000'])
      expect(shown(ON_CLOSE, counting, at(clock)).now).toBe(false);
  });

  it.each([
    ['the last deadline', withExtra, '12:00:00.000', '16:20:30.001'],
    ['the last deadline, a millisecond before it', withExtra, '16:20:30.000', '16:20:30.001'],
    ['a moment later, from then on', withExtra, '16:20:30.001', '16:20:33.001'],
    ['the end of the grace where nobody has extra time', plain, '16:00:30.000', '16:00:30.001'],
    [
      'a millisecond after the close without a grace',
      { ...plain, graceMs: 0 },
      '16:00:00.000',
      '16:00:00.001',
    ],
  ])('is announced for %s', (...[, round, now, announced]) => {
    const waiting = { ...round, submittedAt: null, allCounted: false };
    expect(shown(ON_CLOSE, waiting, at(now))).toEqual({ now: false, at: at(announced) });
  });
});

describe('what is shown otherwise', () => {
  const round = { ...plain, submittedAt: at('15:10:00.000'), allCounted: false };

  it('on submission, from that instant on, and unknown until then', () => {
    const visibility: Visibility = { kind: 'on_submission' };
    expect(shown(visibility, { ...round, submittedAt: null }, at('15:10:00.000'))).toEqual({
      now: false,
      at: null,
    });
    expect(shown(visibility, round, at('15:10:00.000'))).toEqual({ now: true, at: null });
  });

  it('at an instant, from it on', () => {
    expect(shown(from('18:00:00.000'), round, at('17:59:59.999'))).toEqual({
      now: false,
      at: at('18:00:00.000'),
    });
    expect(shown(from('18:00:00.000'), round, at('18:00:00.000'))).toEqual({ now: true, at: null });
  });

  it('never', () => {
    expect(shown({ kind: 'never' }, round, at('23:59:59.999'))).toEqual({ now: false, at: null });
  });
});

describe('saying which of several attempts counts', () => {
  it.each([
    ['best', 2, false],
    ['best', null, false],
    ['best', 1, true],
    ['first', 2, true],
    ['first', null, true],
    ['last', 3, true],
  ] as const)('%s of %s tells nothing of the score: %s', (counting, attemptsAllowed, result) => {
    expect(tellsNothing({ counting, attemptsAllowed })).toBe(result);
  });
});

describe('answers promised for an instant, when the round is moved', () => {
  const longer: ShownRound = { ...plain, closesAt: at('19:00:00.000') };

  it.each<[string, Visibility, { before: ShownRound; after: ShownRound }, Visibility]>([
    ['wait for a close that passes them', from('17:00:00.000'), { before: plain, after: longer }, ON_CLOSE],
    [
      'wait where they came at the very last instant that counted',
      from('16:00:30.000'),
      { before: plain, after: longer },
      ON_CLOSE,
    ],
    [
      'keep an instant before it: so it was meant',
      from('16:00:29.999'),
      { before: plain, after: longer },
      from('16:00:29.999'),
    ],
    [
      'keep an instant while the round was open',
      from('12:00:00.000'),
      { before: plain, after: longer },
      from('12:00:00.000'),
    ],
    [
      'keep one that stays behind',
      from('19:00:30.001'),
      { before: plain, after: longer },
      from('19:00:30.001'),
    ],
    [
      'wait where one would come with the last answer that counts',
      from('19:00:30.000'),
      { before: plain, after: longer },
      ON_CLOSE,
    ],
    [
      'wait for extra time that passes them',
      from('16:10:00.000'),
      { before: plain, after: withExtra },
      ON_CLOSE,
    ],
    [
      'keep theirs when nothing moved',
      from('17:00:00.000'),
      { before: plain, after: plain },
      from('17:00:00.000'),
    ],
    ['on close stay on close', ON_CLOSE, { before: plain, after: longer }, ON_CLOSE],
    ['never stay so', { kind: 'never' }, { before: plain, after: longer }, { kind: 'never' }],
  ])('%s', (...[, answers, change, kept]) => {
    expect(keptBehind(answers, change)).toEqual(kept);
  });
});
