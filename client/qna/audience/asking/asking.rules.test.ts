import { describe, expect, it } from 'vitest';
import { askingOf } from './asking.rules.js';

const at = '2026-11-26T07:00:00.000Z';

describe('whether one may ask', () => {
  const live = { accepting: true, voting: true, endedAt: null, now: null, nextId: null } as const;
  const session = {
    startsAt: at,
    maxPerPerson: null,
    live: {
      ...live,
      projection: { inquiryId: null, blackout: false, dark: false },
      counts: { shown: 0, answered: 0, votes: 0 },
      present: 1,
    },
  } as const;
  const facts = { session, own: { askAgainAt: null, left: null }, waiting: 0, now: Date.parse(at) };

  it.each([
    ['open', facts],
    ['ended', { ...facts, session: { ...session, live: { ...session.live, endedAt: at } } }],
    ['closed', { ...facts, session: { ...session, live: { ...session.live, accepting: false } } }],
    ['enough', { ...facts, own: { askAgainAt: null, left: 0 } }],
    ['enough', { ...facts, own: { askAgainAt: null, left: 1 }, waiting: 1 }],
    [
      'upcoming',
      { ...facts, now: facts.now - 1, session: { ...session, live: { ...session.live, accepting: false } } },
    ],
    ['open', { ...facts, now: facts.now - 1 }],
  ] as const)('is %s', (kind, given) => {
    expect(askingOf(given).kind).toBe(kind);
  });

  it('counts the seconds of the slow mode up to the full one', () => {
    const own = { askAgainAt: '2026-11-26T07:00:39.200Z', left: null };
    expect(askingOf({ ...facts, own })).toEqual({ kind: 'wait', seconds: 40 });
    expect(askingOf({ ...facts, own, now: Date.parse(own.askAgainAt) }).kind).toBe('open');
  });
});
