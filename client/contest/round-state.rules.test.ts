import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundView, type RoundView } from '../../shared/contest/contest.schema.js';
import {
  canStart,
  focusRoundOf,
  hiddenRoundOf,
  isOpenAt,
  momentsOf,
  roundStateOf,
  standingsRoundOf,
} from './round-state.rules.js';

const at = (text: string) => Date.parse(`2026-11-${text}:00.000Z`);
const iso = (text: string) => new Date(at(text)).toISOString();
const uuid = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`;
const ATTEMPT = uuid(900);

const own = {
  eligible: true,
  runningAttemptId: null,
  runningDeadlineAt: null,
  closesAt: null,
  attemptsUsed: 0,
  attemptsLeft: 2,
  countedAttemptId: null,
  score: null,
  rank: null,
};

type Changes = Partial<Omit<RoundView, 'own'>> & { number?: number; own?: Partial<RoundView['own']> };

/** A round from 9 to 15 November; two attempts, none used. */
function round({ number = 1, own: ownChanges, ...changes }: Changes = {}): RoundView {
  return roundView.parse({
    id: uuid(number),
    contestId: uuid(500),
    ordinal: number,
    title: `Vòng ${number}`,
    opensAt: iso('09T01:00'),
    closesAt: iso('15T16:00'),
    durationMinutes: 30,
    attemptsAllowed: 2,
    counting: 'best',
    graceSeconds: 30,
    eligibility: { kind: 'all' },
    shuffleQuestions: true,
    shuffleOptions: true,
    pointsPerQuestion: 5,
    resultsVisible: { kind: 'on_submission' },
    answersVisible: { kind: 'on_close' },
    standingsVisible: { kind: 'on_close' },
    phase: 'open',
    questionCount: 20,
    maxScore: 100,
    standingsVisibleNow: false,
    standingsVisibleAt: null,
    own: { ...own, ...ownChanges },
    ...changes,
  });
}

const during = at('10T01:00');
const after = at('16T01:00');

describe('the state of a round', () => {
  it('follows the clock and not what the server said before', () => {
    expect(roundStateOf(round({ phase: 'upcoming' }), at('09T01:00')).kind).toBe('fresh');
    expect(roundStateOf(round({ phase: 'upcoming' }), at('09T01:00') - 1)).toEqual({
      kind: 'upcoming',
      opensAt: at('09T01:00'),
    });
    expect(roundStateOf(round(), at('15T16:00')).kind).toBe('closed');
    expect(roundStateOf(round(), at('15T16:00') - 1).kind).toBe('fresh');
  });

  it.each<[string, Partial<RoundView['own']>, string]>([
    ['never tried', {}, 'fresh'],
    ['tried, attempts left', { attemptsUsed: 1, attemptsLeft: 1 }, 'again'],
    ['tried, unlimited', { attemptsUsed: 7, attemptsLeft: null }, 'again'],
    ['none left', { attemptsUsed: 2, attemptsLeft: 0 }, 'used_up'],
    ['of another unit', { eligible: false }, 'not_eligible'],
    ['running', { runningAttemptId: ATTEMPT, runningDeadlineAt: iso('10T01:30') }, 'running'],
    [
      'running till the deadline only',
      { runningAttemptId: ATTEMPT, runningDeadlineAt: iso('10T01:00'), attemptsUsed: 1, attemptsLeft: 1 },
      'again',
    ],
  ])('while open: %s', (_case, changes, kind) => {
    expect(roundStateOf(round({ own: changes }), during).kind).toBe(kind);
  });

  it('of a visitor without a place in it may be looked at, not entered', () => {
    const looking = { ...round(), own: null };
    expect(roundStateOf(looking, during)).toEqual({ kind: 'not_eligible' });
    expect(roundStateOf(looking, after)).toEqual({ kind: 'closed' });
    expect(momentsOf([looking])).toEqual([at('09T01:00'), at('15T16:00')]);
  });

  it('is coming while it has no opening yet, also for a draft whose time has come', () => {
    expect(roundStateOf(round({ phase: 'upcoming', opensAt: null }), during)).toEqual({
      kind: 'upcoming',
      opensAt: null,
    });
    expect(roundStateOf(round({ phase: 'draft' }), during)).toEqual({
      kind: 'upcoming',
      opensAt: at('09T01:00'),
    });
  });

  it('stays open without a close', () => {
    expect(roundStateOf(round({ closesAt: null }), after).kind).toBe('fresh');
  });

  it('runs on while its deadline is not known', () => {
    expect(roundStateOf(round({ own: { runningAttemptId: ATTEMPT } }), during)).toEqual({
      kind: 'running',
      attemptId: ATTEMPT,
      deadlineAt: null,
    });
  });

  it('names the number of the attempt one may start', () => {
    expect(roundStateOf(round({ own: { attemptsUsed: 1, attemptsLeft: 1 } }), during)).toEqual({
      kind: 'again',
      next: 2,
    });
  });

  it('goes on past the close for who has extra time', () => {
    const extra = { runningAttemptId: ATTEMPT, runningDeadlineAt: iso('16T02:00') };
    expect(roundStateOf(round({ own: extra }), after).kind).toBe('running');
  });

  it('lets who has extra time start past the close for all, up to the own one', () => {
    const own = { closesAt: iso('16T02:00') };
    expect(roundStateOf(round({ own }), after).kind).toBe('fresh');
    expect(roundStateOf(round({ own }), at('16T02:00')).kind).toBe('closed');
    expect(momentsOf([round({ own })])).toContain(at('16T02:00'));
  });

  it('waits for results after the close, with their instant where there is one', () => {
    const submitted = { attemptsUsed: 1, countedAttemptId: ATTEMPT };
    const later = round({ own: submitted, resultsVisible: { kind: 'at', at: iso('23T01:00') } });
    expect(roundStateOf(later, after)).toEqual({ kind: 'pending', at: iso('23T01:00') });
    expect(roundStateOf(round({ own: submitted, resultsVisible: { kind: 'on_close' } }), after)).toEqual({
      kind: 'pending',
      at: null,
    });
    const never = round({ own: submitted, resultsVisible: { kind: 'never' } });
    expect(roundStateOf(never, after).kind).toBe('closed');
    expect(roundStateOf(round({ own: { ...submitted, score: 95 } }), after).kind).toBe('closed');
    expect(roundStateOf(round(), after).kind).toBe('closed');
  });

  it('waits for each instant it knows of, once each, and for none it does not', () => {
    const known = round({
      standingsVisibleAt: iso('16T00:00'),
      resultsVisible: { kind: 'at', at: iso('17T00:00') },
      own: { runningAttemptId: ATTEMPT, runningDeadlineAt: iso('10T01:30') },
    });
    expect(momentsOf([known]).toSorted()).toEqual(
      ['09T01:00', '10T01:30', '15T16:00', '16T00:00', '17T00:00'].map(at),
    );
    expect(momentsOf([round({ opensAt: null, closesAt: null })])).toEqual([]);
  });

  it('is cancelled whatever the clock says', () => {
    expect(roundStateOf(round({ phase: 'cancelled' }), during).kind).toBe('cancelled');
  });

  it('changes only at the instants that are waited for', () => {
    const minute = fc.integer({ min: at('08T00:00'), max: at('17T00:00') });
    fc.assert(
      fc.property(minute, minute, fc.boolean(), (one, two, isRunning) => {
        const running = { runningAttemptId: ATTEMPT, runningDeadlineAt: iso('12T00:00') };
        const subject = round({ phase: 'upcoming', own: isRunning ? running : {} });
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        const passed = momentsOf([subject]).some((moment) => from < moment && moment <= to);
        if (!passed) expect(roundStateOf(subject, to)).toEqual(roundStateOf(subject, from));
      }),
    );
  });
});

describe('the round a page is about', () => {
  const closed = round({ number: 1 });
  const open = round({ number: 2, opensAt: iso('16T00:00'), closesAt: iso('22T00:00') });
  const next = round({ number: 3, opensAt: iso('23T00:00'), closesAt: iso('29T00:00') });

  it('is the open one, then the next one, then none', () => {
    const rounds = [closed, open, next];
    expect(focusRoundOf(rounds, after)?.round.ordinal).toBe(2);
    expect(focusRoundOf(rounds, at('22T12:00'))?.round.ordinal).toBe(3);
    expect(focusRoundOf(rounds, at('29T12:00'))).toBeNull();
    expect(focusRoundOf([], after)).toBeNull();
  });

  it('is, of several, the open one that closes first and the coming one that opens first', () => {
    const soon = round({ number: 6, opensAt: iso('16T00:00'), closesAt: iso('20T00:00') });
    const endless = round({ number: 7, opensAt: iso('16T00:00'), closesAt: null });
    expect(focusRoundOf([endless, open, soon], after)?.round.ordinal).toBe(6);
    expect(focusRoundOf([endless], after)?.round.ordinal).toBe(7);
    const unset = round({ number: 8, phase: 'upcoming', opensAt: null });
    const later = round({ number: 9, opensAt: iso('25T00:00'), closesAt: iso('29T00:00') });
    expect(focusRoundOf([unset, later, next], after)?.round.ordinal).toBe(3);
    expect(focusRoundOf([unset], after)).toBeNull();
  });

  it('is also an open one with attempts left, or one that is for others', () => {
    const again = round({ number: 4, closesAt: iso('17T00:00'), own: { attemptsUsed: 1, attemptsLeft: 1 } });
    const others = round({ number: 5, closesAt: iso('17T00:00'), own: { eligible: false } });
    expect(focusRoundOf([next, again], after)?.state).toEqual({ kind: 'again', next: 2 });
    expect(focusRoundOf([next, others], after)?.state).toEqual({ kind: 'not_eligible' });
  });

  it('prefers the running attempt, then what one may enter, over what closes first', () => {
    const usedUp = round({ number: 4, closesAt: iso('17T00:00'), own: { attemptsUsed: 2, attemptsLeft: 0 } });
    const running = round({
      number: 5,
      own: { runningAttemptId: ATTEMPT, runningDeadlineAt: iso('16T02:00') },
    });
    expect(focusRoundOf([usedUp, open], after)?.round.ordinal).toBe(2);
    expect(focusRoundOf([usedUp], after)?.state).toEqual({ kind: 'used_up' });
    expect(focusRoundOf([open, running], after)?.round.ordinal).toBe(5);
  });

  it('offers a start exactly in fresh rounds and those with attempts left', () => {
    expect(canStart({ kind: 'fresh' })).toBe(true);
    expect(canStart({ kind: 'again', next: 2 })).toBe(true);
    expect(canStart({ kind: 'used_up' })).toBe(false);
  });

  it('takes a cancelled round for open at no time', () => {
    expect(isOpenAt(open, after)).toBe(true);
    expect(isOpenAt({ ...open, phase: 'cancelled' }, after)).toBe(false);
    expect(isOpenAt(open, at('22T00:00'))).toBe(false);
  });

  it('takes a round for open from its first instant, and neither a draft nor one without an opening', () => {
    expect(isOpenAt(open, at('16T00:00'))).toBe(true);
    expect(isOpenAt(open, at('16T00:00') - 1)).toBe(false);
    expect(isOpenAt({ ...open, phase: 'draft' }, after)).toBe(false);
    expect(isOpenAt({ ...open, opensAt: null }, after)).toBe(false);
    expect(isOpenAt({ ...open, closesAt: null }, after)).toBe(true);
  });
});

describe('the standings on the page', () => {
  const first = round({ number: 1, standingsVisibleNow: true });
  const second = round({ number: 2, opensAt: iso('16T00:00'), closesAt: iso('22T00:00') });

  it('are those of the last round whose standings are out', () => {
    expect(standingsRoundOf([first, second])?.ordinal).toBe(1);
    expect(standingsRoundOf([second])).toBeNull();
    expect(standingsRoundOf([first, { ...second, standingsVisibleNow: true }])?.ordinal).toBe(2);
    expect(standingsRoundOf([{ ...second, standingsVisibleNow: true }, first])?.ordinal).toBe(2);
  });

  it('are not those of a cancelled round, which keeps nothing back either', () => {
    expect(
      standingsRoundOf([first, { ...second, standingsVisibleNow: true, phase: 'cancelled' }])?.ordinal,
    ).toBe(1);
    expect(hiddenRoundOf([{ ...second, phase: 'cancelled' }], after)).toBeNull();
  });

  it('say which started round keeps its own back', () => {
    expect(hiddenRoundOf([first, second], after)?.ordinal).toBe(2);
    expect(hiddenRoundOf([first, second], during)).toBeNull();
    expect(hiddenRoundOf([second], at('16T00:00'))?.ordinal, 'from its first instant').toBe(2);
    const earlier = { ...first, standingsVisibleNow: false };
    expect(hiddenRoundOf([earlier, second], after)?.ordinal, 'the one that started last').toBe(2);
  });
});
