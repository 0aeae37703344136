import { describe, expect, it } from 'vitest';
import { differences, type World } from './world.rules.js';

const world: World = {
  counts: { units: 3, members: 20, roles: 2, questions: 9, contests: 1 },
  rounds: [
    {
      title: 'Vòng một',
      entries: ['an', 'binh'].map((memberId) => ({
        memberId,
        answers: 10,
        points: 75.5,
        ranked: 75.5,
        correct: 7,
        timeUsedMs: 600_000,
        submittedBy: 'member',
      })),
    },
  ],
  sessions: [
    {
      title: 'Buổi một',
      ended: true,
      inquiries: [
        { text: 'Vì sao?', state: 'answered', next: false, cast: 12, votes: 15 },
        { text: 'Bao giờ?', state: 'merged', next: false, cast: 5, votes: 0 },
      ],
    },
  ],
};

type Round = World['rounds'][number];
type Session = World['sessions'][number];
const [round] = world.rounds;
const [session] = world.sessions;

const entry = (change: Partial<Round['entries'][number]>): World =>
  withRound((entries) => entries.map((one) => (one.memberId === 'binh' ? { ...one, ...change } : one)));
const withRound = (change: (entries: Round['entries']) => Round['entries']): World => ({
  ...world,
  rounds: world.rounds.map((one) => ({ ...one, entries: change(one.entries) })),
});
const inquiry = (change: Partial<Session['inquiries'][number]>): World => ({
  ...world,
  sessions: world.sessions.map((one) => ({
    ...one,
    inquiries: one.inquiries.map((asked) => (asked.text === 'Vì sao?' ? { ...asked, ...change } : asked)),
  })),
});

describe('the look at a finished demo world', () => {
  it('finds nothing in a world that is as it was meant, in whatever order its rows come', () => {
    const turned: World = {
      ...world,
      rounds: world.rounds.map((one) => ({ ...one, entries: one.entries.toReversed() })),
      sessions: world.sessions.map((one) => ({ ...one, inquiries: one.inquiries.toReversed() })),
    };
    expect(differences(world, turned)).toEqual([]);
  });

  it.each<[string, World, RegExp]>([
    ['an entry without points', entry({ points: 0 }), /1 of 2 entries have no points/],
    ['points that are not the intended', entry({ points: 75 }), /that of binh: points 75 instead of 75.5/],
    ['a place by other points', entry({ ranked: 80 }), /ranked 80 instead of 75.5/],
    ['a lost answer', entry({ answers: 9 }), /answers 9 instead of 10/],
    ['an answer graded wrong', entry({ correct: 6 }), /correct 6 instead of 7/],
    ['another time', entry({ timeUsedMs: 1 }), /timeUsedMs 1 instead of 600000/],
    [
      'an attempt that the server closed',
      entry({ submittedBy: 'server' }),
      /submittedBy server instead of member/,
    ],
    ['a missing entry', withRound((entries) => entries.slice(1)), /1 of 2 entries are wrong.*missing/],
    [
      'an entry too many',
      withRound((entries) => entries.concat(entries.map((one) => ({ ...one, memberId: 'chi' })).slice(1))),
      /1 of 3 entries are wrong.*nobody meant/,
    ],
    ['a missing round', { ...world, rounds: [] }, /the round “Vòng một” is missing/],
    [
      'a round too many',
      { ...world, rounds: [...world.rounds, { title: 'Vòng hai', entries: [] }] },
      /the round “Vòng hai” was not meant/,
    ],
    ['a missing member', { ...world, counts: { ...world.counts, members: 19 } }, /members 19 instead of 20/],
    ['uncounted support', inquiry({ votes: 14 }), /“Vì sao\?”: votes 14 instead of 15/],
    ['a lost vote', inquiry({ cast: 11 }), /cast 11 instead of 12/],
    ['another state', inquiry({ state: 'approved' }), /state approved instead of answered/],
    ['a question that comes next', inquiry({ next: true }), /next true instead of false/],
    [
      'a missing question',
      { ...world, sessions: world.sessions.map((one) => ({ ...one, inquiries: one.inquiries.slice(1) })) },
      /“Vì sao\?” is missing/,
    ],
    [
      'a session that goes on',
      { ...world, sessions: world.sessions.map((one) => ({ ...one, ended: false })) },
      /“Buổi một” has not ended/,
    ],
    ['a missing session', { ...world, sessions: [] }, /the session “Buổi một” is missing/],
  ])('names %s', (_what, found, sentence) => {
    expect(differences(world, found).join('; ')).toMatch(sentence);
    expect(differences(world, found)).not.toEqual([]);
  });

  it('has something to look at', () => {
    expect(round?.entries).toHaveLength(2);
    expect(session?.inquiries).toHaveLength(2);
  });
});
