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

  it('says how many are left, those that wait on this device counted as asked', () => {
    const leftOf = (left: number | null, waiting = 0, maxPerPerson: number | null = null) =>
      askingOf({ ...facts, session: { ...session, maxPerPerson }, own: { askAgainAt: null, left }, waiting });
    expect(leftOf(3, 1)).toEqual({ kind: 'open', left: 2 });
    expect(leftOf(null)).toEqual({ kind: 'open', left: null });
    expect(leftOf(1, 5, 4), 'more than are left').toEqual({ kind: 'enough', allowed: 4 });
  });

  it('goes by the rule of the session while one’s own questions are not loaded', () => {
    const loading = { ...facts, own: undefined };
    expect(askingOf(loading)).toEqual({ kind: 'open', left: null });
    expect(askingOf({ ...loading, session: { ...session, maxPerPerson: 2 }, waiting: 1 })).toEqual({
      kind: 'open',
      left: 1,
    });
  });

  it('says whether one may still vote when no questions are taken', () => {
    const closed = (voting: boolean) =>
      askingOf({ ...facts, session: { ...session, live: { ...session.live, accepting: false, voting } } });
    expect(closed(true)).toEqual({ kind: 'closed', voting: true });
    expect(closed(false)).toEqual({ kind: 'closed', voting: false });
  });

  it('counts the seconds of the slow mode up to the full one', () => {
    const own = { askAgainAt: '2026-11-26T07:00:39.200Z', left: null };
    expect(askingOf({ ...facts, own })).toEqual({ kind: 'wait', seconds: 40 });
    expect(askingOf({ ...facts, own, now: Date.parse(own.askAgainAt) }).kind).toBe('open');
  });
});
