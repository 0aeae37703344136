import { describe, expect, it } from 'vitest';
import {
  inquiryPage,
  ownInquiries,
  ownInquiry,
  publicInquiry,
  type PublicInquiry,
} from '../../../shared/qna/inquiry.schema.js';
import { applyCounts, applyOwn, applyTick, applyVote, isBehind } from './room-tick.rules.js';

const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
const at = '2026-11-26T07:00:00.000Z';

const inquiry = (nth: number, facts: Partial<PublicInquiry> = {}): PublicInquiry =>
  publicInquiry.parse({
    id: idOf(nth),
    rev: 1,
    text: `Câu ${nth}`,
    author: null,
    askedAt: at,
    state: 'approved',
    votes: nth,
    labels: [],
    edited: false,
    mergedCount: 0,
    answer: null,
    ...facts,
  });

const list = (inquiries: PublicInquiry[], next: string | null = null) => ({
  pages: [
    inquiryPage.parse({
      items: inquiries.map((one) => ({ ...one, voted: false, own: false, fair: null })),
      next,
      serverNow: at,
    }),
  ],
  pageParams: [''],
});
const OPEN = { show: 'open', sort: 'top' } as const;
const nothing = { changed: [], gone: [], votes: [] };
const shown = (lists: Pick<ReturnType<typeof list>, 'pages'>) =>
  lists.pages.flatMap((page) => page.items.map((item) => [Number(item.id.slice(-3)), item.rev, item.votes]));

describe('a tick', () => {
  it('changes nothing when it says nothing', () => {
    const before = list([inquiry(1)]);
    expect(applyTick(before, nothing, OPEN)).toBe(before);
  });

  it('lets the higher rev stay', () => {
    const before = list([inquiry(1, { rev: 3, text: 'mới' })]);
    const older = applyTick(before, { ...nothing, changed: [inquiry(1, { rev: 2, text: 'cũ' })] }, OPEN);
    expect(older.pages[0]?.items[0]?.text).toBe('mới');
    const newer = applyTick(before, { ...nothing, changed: [inquiry(1, { rev: 4, text: 'nữa' })] }, OPEN);
    expect(newer.pages[0]?.items[0]?.text).toBe('nữa');
  });

  it('keeps what the reader did with a question', () => {
    const voted = applyVote(list([inquiry(1)]), idOf(1), true);
    const after = applyTick(voted, { ...nothing, changed: [inquiry(1, { rev: 2 })] }, OPEN);
    expect(after.pages[0]?.items[0]?.voted).toBe(true);
  });

  it('sets votes where they are and moves nothing', () => {
    const after = applyTick(
      list([inquiry(1), inquiry(2)]),
      { ...nothing, votes: [[inquiry(2).id, 99]] },
      OPEN,
    );
    expect(shown(after)).toEqual([
      [1, 1, 1],
      [2, 1, 99],
    ]);
  });

  it('takes away what is gone, also when the same tick changed it', () => {
    const tick = { changed: [inquiry(1, { rev: 2 })], gone: [inquiry(1).id], votes: [] };
    expect(shown(applyTick(list([inquiry(1), inquiry(2)]), tick, OPEN))).toEqual([[2, 1, 2]]);
    expect(shown(applyTick(list([]), tick, OPEN))).toEqual([]);
  });

  it('carries an answered question from the open list to the answered one', () => {
    const tick = { ...nothing, changed: [inquiry(1, { rev: 2, state: 'answered' })] };
    expect(shown(applyTick(list([inquiry(1)]), tick, OPEN))).toEqual([]);
    expect(shown(applyTick(list([]), tick, { show: 'answered', sort: 'top' }))).toEqual([[1, 2, 1]]);
  });

  it('adds a new question to a list that is loaded to its end, and only there', () => {
    const tick = { ...nothing, changed: [inquiry(9)] };
    expect(shown(applyTick(list([inquiry(1)]), tick, OPEN)).map(([nth]) => nth)).toEqual([1, 9]);
    expect(shown(applyTick(list([inquiry(1)], 'more'), tick, OPEN)).map(([nth]) => nth)).toEqual([1]);
  });
});

describe('a list loaded in part', () => {
  const behindAfter = (tick: object, sort: 'top' | 'new') =>
    isBehind(
      applyTick(list([inquiry(5), inquiry(3)], 'more'), { ...nothing, ...tick }, { show: 'open', sort }),
    );

  it('is behind when a question that is not loaded belongs among the loaded', () => {
    expect(behindAfter({ votes: [[idOf(9), 4]] }, 'top')).toBe(true);
    expect(behindAfter({ changed: [inquiry(9)] }, 'top')).toBe(true);
    expect(behindAfter({ changed: [inquiry(1)] }, 'new')).toBe(true);
  });

  it('is not behind for what belongs further down, or is loaded', () => {
    expect(behindAfter({ votes: [[idOf(9), 3]] }, 'top')).toBe(false);
    expect(behindAfter({ votes: [[idOf(5), 50]] }, 'top')).toBe(false);
    expect(behindAfter({ changed: [inquiry(1)] }, 'top')).toBe(false);
    expect(behindAfter({ votes: [[idOf(9), 40]] }, 'new')).toBe(false);
  });
});

describe('a vote', () => {
  it('counts once however often it is pressed', () => {
    const once = applyVote(list([inquiry(1)]), idOf(1), true);
    expect(shown(applyVote(once, idOf(1), true))).toEqual([[1, 1, 2]]);
    expect(shown(applyVote(once, idOf(1), false))).toEqual([[1, 1, 1]]);
  });

  it('gives way to the server’s count', () => {
    const voted = applyVote(list([inquiry(1)]), idOf(1), true);
    const counted = applyCounts(voted, [[idOf(1), 7]]);
    expect(counted.pages[0]?.items[0]).toMatchObject({ voted: true, votes: 7 });
  });
});

describe('news of one’s own question', () => {
  const own = (rev: number) =>
    ownInquiry.parse({
      id: idOf(1),
      rev,
      number: 4,
      text: `Bản ${rev}`,
      originalText: null,
      anonymous: true,
      askedAt: at,
      state: 'pending',
      votes: 0,
      decline: null,
      mergedInto: null,
      answer: null,
      opening: null,
      steps: [],
      can: { edit: true, withdraw: true },
    });
  const key = 'k'.repeat(43);
  const held = ownInquiries.parse({
    items: [{ ...own(2), key }],
    next: null,
    askAgainAt: null,
    left: null,
    serverNow: at,
  });

  it('replaces the older and keeps the key', () => {
    expect(applyOwn(held, own(3)).items).toMatchObject([{ rev: 3, key }]);
    expect(applyOwn(held, own(1))).toBe(held);
  });

  it('stands first when it is new', () => {
    expect(applyOwn({ ...held, items: [] }, own(1)).items).toMatchObject([{ rev: 1, key: null }]);
  });
});
