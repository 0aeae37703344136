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

describe('a list of several pages', () => {
  const two = { ...list([inquiry(8), inquiry(7)], 'more'), pageParams: ['', 'more'] };
  const both = { ...two, pages: [...two.pages, ...list([inquiry(2), inquiry(1)]).pages] };

  it('changes where the question is, and leaves the other page the same object', () => {
    const after = applyTick(both, { ...nothing, votes: [[idOf(1), 40]] }, OPEN);
    expect(shown(after).at(-1)).toEqual([1, 1, 40]);
    expect(after.pages[0]).toBe(both.pages[0]);
    expect(after.pages[1]).not.toBe(both.pages[1]);
  });

  it('is the same object for a count that it has already', () => {
    expect(applyTick(both, { ...nothing, votes: [[idOf(1), 1]] }, OPEN)).toBe(both);
    expect(applyTick(both, { ...nothing, gone: [idOf(99)] }, OPEN)).toBe(both);
  });

  it('takes in what is new at its very end, once, with the count of the same tick and nothing of the reader’s', () => {
    const tick = { changed: [inquiry(9, { state: 'approved' })], gone: [], votes: [[idOf(9), 3]] as const };
    const after = applyTick(both, tick, OPEN);
    expect(shown(after).map(([nth]) => nth)).toEqual([8, 7, 2, 1, 9]);
    expect(after.pages[1]?.items.at(-1)).toMatchObject({ votes: 3, voted: false, own: false, fair: null });
    expect(isBehind(after)).toBe(false);
  });

  it('takes in nothing that belongs to the other list', () => {
    const tick = { ...nothing, changed: [inquiry(9, { state: 'answered' })] };
    expect(applyTick(both, tick, OPEN)).toBe(both);
    expect(applyTick(both, { ...nothing, changed: [inquiry(9)] }, { show: 'answered', sort: 'top' })).toBe(
      both,
    );
  });
});

describe('a list loaded in part', () => {
  it('is not behind for what has gone or went to the other list', () => {
    const part = list([inquiry(5), inquiry(3)], 'more');
    const gone = { changed: [inquiry(9)], gone: [idOf(9)], votes: [] };
    expect(isBehind(applyTick(part, gone, { show: 'open', sort: 'new' }))).toBe(false);
    const answered = { ...nothing, changed: [inquiry(9, { state: 'answered' })] };
    expect(isBehind(applyTick(part, answered, { show: 'open', sort: 'new' }))).toBe(false);
  });

  it('stays behind until it is fetched, and one that was never loaded is not', () => {
    expect(isBehind(undefined)).toBe(false);
    expect(isBehind({ behind: false })).toBe(false);
    expect(isBehind({ behind: true })).toBe(true);
    const empty = list([], 'more');
    expect(isBehind(applyTick(empty, { ...nothing, changed: [inquiry(9)] }, OPEN))).toBe(true);
  });

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

  it('changes its own question alone, and no count below nothing', () => {
    const voted = applyVote(list([inquiry(1), inquiry(2)]), idOf(2), true);
    expect(shown(voted)).toEqual([
      [1, 1, 1],
      [2, 1, 3],
    ]);
    const none = applyCounts(applyVote(list([inquiry(1)]), idOf(1), true), [[idOf(1), 0]]);
    expect(shown(applyVote(none, idOf(1), false))).toEqual([[1, 1, 0]]);
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
    expect(applyOwn(held, { ...own(2), text: 'cùng bản' }).items[0]?.text).toBe('cùng bản');
  });

  it('leaves the other questions as they are', () => {
    const other = { ...own(5), id: inquiry(2).id, key: null };
    const both = { ...held, items: [...held.items, other] };
    expect(applyOwn(both, own(3)).items).toMatchObject([
      { rev: 3, key },
      { rev: 5, key: null },
    ]);
    expect(applyOwn(both, { ...own(1), id: inquiry(3).id }).items.map(({ id }) => id)).toEqual(
      [3, 1, 2].map(idOf),
    );
  });

  it('stands first when it is new', () => {
    expect(applyOwn({ ...held, items: [] }, own(1)).items).toMatchObject([{ rev: 1, key: null }]);
  });
});
