import { describe, expect, it } from 'vitest';
import { runningAttempt, type RunningAttempt } from '../../shared/contest/attempt.schema.js';
import { currentRound, type CurrentRound } from '../../shared/contest/home.schema.js';
import { partOfDay } from './greeting.rules.js';
import { instantsOf, stageOf, timelineContestOf, urgentOf, type Urgent } from './urgency.rules.js';

const minute = (number: number) => new Date(Date.UTC(2026, 10, 19, 7, number)).toISOString();
const now = Date.parse(minute(0));
const uuid = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`;

const round = (number: number, [opens, closes]: [number, number], changes: Partial<CurrentRound> = {}) =>
  currentRound.parse({
    roundId: uuid(number),
    contestId: uuid(100 + number),
    contestTitle: 'Cuộc thi',
    roundTitle: `Vòng ${number}`,
    ordinal: number,
    phase: 'open',
    opensAt: minute(opens),
    closesAt: minute(closes),
    durationMinutes: 30,
    questionCount: 20,
    attemptsUsed: 0,
    attemptsLeft: 2,
    running: false,
    reminder: null,
    ...changes,
  });

const attempt = (number: number, deadline: number): RunningAttempt =>
  runningAttempt.parse({
    id: uuid(200 + number),
    contestId: uuid(100 + number),
    contestTitle: 'Cuộc thi',
    roundId: uuid(number),
    roundTitle: `Vòng ${number}`,
    ordinal: 1,
    attemptsAllowed: 2,
    answered: 9,
    questionCount: 20,
    resumeAt: 7,
    startedAt: minute(-10),
    deadlineAt: minute(deadline),
  });

const named = (one: Urgent | null) =>
  one && `${one.kind} ${one.kind === 'running' ? one.attempt.roundTitle : one.round.roundTitle}`;

describe('what is urgent', () => {
  it('is a running attempt, then what closes first, then what opens first', () => {
    const rounds = [
      round(1, [-60, 40]),
      round(2, [-60, 20]),
      round(3, [50, 90]),
      round(4, [30, 90]),
      round(5, [-60, 90]),
    ];
    const urgent = urgentOf({ attempts: [attempt(5, 10)], rounds }, now);
    expect(urgent.map(named)).toEqual([
      'running Vòng 5',
      'open Vòng 2',
      'open Vòng 1',
      'upcoming Vòng 4',
      'upcoming Vòng 3',
    ]);
  });

  it('is nothing that is over by the clock or cannot be entered any more', () => {
    const rounds = [round(1, [-60, 0]), round(2, [-60, 30], { attemptsLeft: 0 })];
    expect(urgentOf({ attempts: [attempt(3, 0)], rounds }, now)).toEqual([]);
  });

  it('counts a coming round as open from its first instant, which is waited for', () => {
    const known = { attempts: [], rounds: [round(1, [5, 30], { phase: 'upcoming' })] };
    expect(urgentOf(known, Date.parse(minute(5))).map(named)).toEqual(['open Vòng 1']);
    expect(instantsOf(known)).toEqual([Date.parse(minute(5)), Date.parse(minute(30))]);
  });

  it('puts of several running attempts the one first that ends first, and looks again at each deadline', () => {
    const known = { attempts: [attempt(1, 20), attempt(2, 10)], rounds: [] };
    expect(urgentOf(known, now).map(named)).toEqual(['running Vòng 2', 'running Vòng 1']);
    expect(instantsOf(known)).toEqual([Date.parse(minute(20)), Date.parse(minute(10))]);
  });

  it('offers a round again once the attempt at it is over', () => {
    const known = { attempts: [attempt(1, 5)], rounds: [round(1, [-60, 40])] };
    expect(urgentOf(known, now).map(named)).toEqual(['running Vòng 1']);
    expect(urgentOf(known, Date.parse(minute(5))).map(named)).toEqual(['open Vòng 1']);
  });

  it('is no round from the instant it closes on', () => {
    const known = { attempts: [], rounds: [round(1, [-60, 5])] };
    expect(urgentOf(known, Date.parse(minute(5)) - 1).map(named)).toEqual(['open Vòng 1']);
    expect(urgentOf(known, Date.parse(minute(5)))).toEqual([]);
  });

  it('leaves unlimited rounds open', () => {
    const rounds = [round(1, [-60, 30], { attemptsLeft: null, attemptsUsed: 9 })];
    expect(urgentOf({ attempts: [], rounds }, now).map(named)).toEqual(['open Vòng 1']);
  });
});

describe('the top of the page', () => {
  const stage = (known: { attempts: RunningAttempt[]; rounds: CurrentRound[] }) => {
    const { card, hero } = stageOf(urgentOf(known, now));
    return [named(card), named(hero)];
  };

  it.each<[string, { attempts: RunningAttempt[]; rounds: CurrentRound[] }, (string | null)[]]>([
    ['nothing', { attempts: [], rounds: [] }, [null, null]],
    ['one coming', { attempts: [], rounds: [round(1, [5, 30])] }, [null, 'upcoming Vòng 1']],
    [
      'two coming: nothing goes on',
      { attempts: [], rounds: [round(1, [5, 30]), round(2, [6, 30])] },
      [null, 'upcoming Vòng 1'],
    ],
    ['one open', { attempts: [], rounds: [round(1, [-5, 30])] }, [null, 'open Vòng 1']],
    [
      'open and coming',
      { attempts: [], rounds: [round(1, [-5, 30]), round(2, [5, 30])] },
      [null, 'open Vòng 1'],
    ],
    [
      'two open, the later one first',
      { attempts: [], rounds: [round(1, [-5, 90]), round(2, [-5, 40]), round(3, [5, 30])] },
      [null, 'open Vòng 2'],
    ],
    [
      'running, open and coming',
      { attempts: [attempt(1, 10)], rounds: [round(2, [5, 30]), round(3, [-5, 60])] },
      ['running Vòng 1', 'open Vòng 3'],
    ],
    ['running only', { attempts: [attempt(1, 10)], rounds: [] }, ['running Vòng 1', null]],
    ['running twice', { attempts: [attempt(1, 10), attempt(2, 20)], rounds: [] }, ['running Vòng 1', null]],
    [
      'running and coming',
      { attempts: [attempt(1, 10)], rounds: [round(2, [5, 30])] },
      ['running Vòng 1', 'upcoming Vòng 2'],
    ],
  ])('with %s', (_case, known, expected) => {
    expect(stage(known)).toEqual(expected);
  });

  it('draws the rounds of an open or coming round, where that is the most urgent', () => {
    expect(timelineContestOf(urgentOf({ attempts: [], rounds: [round(2, [-5, 30])] }, now), 'last')).toBe(
      uuid(102),
    );
    expect(timelineContestOf(urgentOf({ attempts: [], rounds: [round(3, [5, 30])] }, now), null)).toBe(
      uuid(103),
    );
  });

  it('draws the rounds of the most urgent contest, else of the last standings', () => {
    expect(timelineContestOf(urgentOf({ attempts: [attempt(1, 10)], rounds: [] }, now), 'last')).toBe(
      uuid(101),
    );
    expect(timelineContestOf([], 'last')).toBe('last');
    expect(timelineContestOf([], null)).toBeNull();
  });
});

it('greets by the hour', () => {
  expect([4, 10, 11, 12, 13, 17, 18, 23, 0, 3].map(partOfDay)).toEqual([
    'morning',
    'morning',
    'noon',
    'noon',
    'afternoon',
    'afternoon',
    'evening',
    'evening',
    'evening',
    'evening',
  ]);
});
