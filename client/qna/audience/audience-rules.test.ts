import { describe, expect, it } from 'vitest';
import {
  LONG_QUESTION_LENGTH,
  MAX_OWN_KEYS,
  MAX_QUESTION_LENGTH,
  listedInquiry,
  ownInquiry,
  questionText,
} from '../../../shared/qna/inquiry.schema.js';
import { askingOf } from './asking.rules.js';
import { newsOf, ownedOf, type NewsKind } from './own-news.rules.js';
import { LONG_FROM, MAX_KEYS, MAX_LENGTH, lengthOf, lengthSign } from './question-limits.rules.js';
import { arrange } from './shown-order.rules.js';

const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const at = '2026-11-26T07:00:00.000Z';

const listed = (nth: number, votes: number, minute = 0) =>
  listedInquiry.parse({
    id: idOf(nth),
    rev: 1,
    text: `Câu ${nth}`,
    author: null,
    askedAt: `2026-11-26T07:${String(minute).padStart(2, '0')}:00.000Z`,
    state: 'approved',
    votes,
    labels: [],
    edited: false,
    mergedCount: 0,
    answer: null,
    voted: false,
    own: false,
    fair: null,
  });

describe('length of a question', () => {
  it('is the contract’s', () => {
    expect([MAX_LENGTH, LONG_FROM, MAX_KEYS]).toEqual([
      MAX_QUESTION_LENGTH,
      LONG_QUESTION_LENGTH,
      MAX_OWN_KEYS,
    ]);
    for (const text of ['ab', 'abc', '😀'.repeat(300), '😀'.repeat(301), ` ${'a'.repeat(300)} `]) {
      const fits = lengthSign(text) === 'fine' || lengthSign(text) === 'long';
      expect(fits).toBe(questionText.safeParse(text).success);
    }
  });

  it('counts characters and warns before the end', () => {
    expect(lengthOf('😀😀')).toBe(2);
    expect(lengthSign('a'.repeat(259))).toBe('fine');
    expect(lengthSign('a'.repeat(260))).toBe('long');
    expect(lengthSign('a'.repeat(301))).toBe('over');
  });
});

describe('the order on screen', () => {
  const ids = (items: { id: string }[]) => items.map(({ id }) => Number(id.slice(-3)));

  it('is the due one at first', () => {
    const order = arrange(null, [listed(1, 2), listed(2, 5)], 'top');
    expect([ids(order.items), order.stale]).toEqual([[2, 1], false]);
  });

  it('does not move when votes overtake, and says so', () => {
    const order = arrange([idOf(1), idOf(2)], [listed(1, 2), listed(2, 5)], 'top');
    expect([ids(order.items), order.stale, order.heldBack]).toEqual([[1, 2], true, 0]);
  });

  it('is not stale for equal votes', () => {
    expect(arrange([idOf(1), idOf(2)], [listed(1, 5), listed(2, 5)], 'top').stale).toBe(false);
  });

  it('adds the next page below', () => {
    const order = arrange([idOf(1)], [listed(1, 5), listed(2, 3)], 'top');
    expect([ids(order.items), order.stale]).toEqual([[1, 2], false]);
  });

  it('holds back what belongs above', () => {
    const order = arrange([idOf(1), idOf(2)], [listed(1, 0, 5), listed(2, 0, 1), listed(3, 0, 9)], 'new');
    expect([ids(order.items), order.stale, order.heldBack]).toEqual([[1, 2], true, 1]);
  });

  it('loses what is gone without calling for a new order', () => {
    const order = arrange([idOf(1), idOf(2), idOf(3)], [listed(1, 5), listed(3, 1)], 'top');
    expect([ids(order.items), order.stale]).toEqual([[1, 3], false]);
  });

  it('shows a question once that slid from one page to the next', () => {
    expect(ids(arrange(null, [listed(1, 5), listed(2, 3), listed(1, 5)], 'top').items)).toEqual([1, 2]);
  });
});

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

describe('news of one’s own question', () => {
  const own = (rev: number, ...kinds: NewsKind[]) =>
    ownInquiry.parse({
      id: idOf(1),
      rev,
      number: 1,
      text: 'Câu hỏi',
      originalText: null,
      anonymous: true,
      askedAt: at,
      state: 'pending',
      votes: 0,
      decline: null,
      mergedInto: null,
      answer: null,
      opening: null,
      steps: kinds.map((kind) => ({ kind, at })),
      can: { edit: true, withdraw: true },
    });

  it('is the newest step, told once', () => {
    expect(newsOf(own(1, 'asked'), own(2, 'asked', 'approved'))).toBe('approved');
    expect(newsOf(own(2, 'asked', 'approved'), own(2, 'asked', 'approved'))).toBe(null);
    expect(newsOf(own(3, 'asked', 'approved', 'answering'), own(2, 'asked', 'approved'))).toBe(null);
  });

  it('tells which questions of the room are one’s own, and which hold one', () => {
    const into = (nth: number, target: number) =>
      ownInquiry.parse({
        ...own(1, 'asked', 'merged'),
        id: idOf(nth),
        mergedInto: { id: idOf(target), text: 'Câu gộp', answer: null },
      });
    const owned = ownedOf([own(1, 'asked'), into(2, 3)]);
    expect([...owned].toSorted()).toEqual(
      [
        [idOf(1), 'asked'],
        [idOf(2), 'asked'],
        [idOf(3), 'merged'],
      ].toSorted(),
    );
    // Merged into another one of one's own, it is that one's, not a part of somebody else's.
    expect(ownedOf([own(1, 'asked'), into(2, 1)]).get(idOf(1))).toBe('asked');
  });

  it('is not what the author did', () => {
    expect(newsOf(own(1, 'asked'), own(2, 'asked', 'withdrawn'))).toBe(null);
    expect(newsOf(undefined, own(1, 'asked'))).toBe(null);
  });
});
