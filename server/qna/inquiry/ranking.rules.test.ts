import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INQUIRY_SORTS } from '../../../shared/qna/inquiry.schema.js';
import { fairReasonOf, fairScore, ranked, rankedAfter, type RankKey } from './ranking.rules.js';

const key: fc.Arbitrary<RankKey> = fc.record({
  id: fc.uuid(),
  votes: fc.nat(50),
  views: fc.nat(200),
  askedAtMs: fc.integer({ min: 0, max: 20 }).map((step) => step * 300_000),
});
const keys = fc.uniqueArray(key, { selector: ({ id }) => id, maxLength: 40 });
const sort = fc.constantFrom(...INQUIRY_SORTS);

describe('an order of questions', () => {
  it('is total: whatever order they come in, the same one goes out', () => {
    fc.assert(
      fc.property(keys, sort, fc.infiniteStream(fc.nat()), (all, by, randoms) => {
        const shuffled = all
          .map((one) => ({ one, at: randoms.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ one }) => one);
        expect(ranked(shuffled, by)).toEqual(ranked(all, by));
        expect(ranked(all, by)).toHaveLength(all.length);
      }),
    );
  });

  it('read page by page holds every question once, and goes on where it stopped when that one is gone', () => {
    fc.assert(
      fc.property(keys, sort, fc.integer({ min: 1, max: 7 }), (all, by, size) => {
        const order = ranked(all, by);
        const read: RankKey[] = [];
        let place: RankKey | null = null;
        // One page more than there can be, so that an order that runs in a circle ends, and fails.
        for (let pages = 0; pages <= all.length; pages += 1) {
          const page = rankedAfter(order, by, place).slice(0, size);
          read.push(...page);
          place = page.at(-1) ?? null;
          if (page.length < size) break;
        }
        expect(read).toEqual(order);
        const gone = order[0];
        if (gone) expect(rankedAfter(order.slice(1), by, gone)).toEqual(order.slice(1));
      }),
    );
  });

  it('puts the older of two with as many votes first, and by votes and by age the lower id of two alike', () => {
    const plain: RankKey = { id: 'b', votes: 2, views: 0, askedAtMs: 5 };
    const [older, alike] = [
      { ...plain, id: 'c', askedAtMs: 4 },
      { ...plain, id: 'a' },
    ];
    for (const keys of [
      [plain, older, alike],
      [alike, plain, older],
    ]) {
      expect(ranked(keys, 'top').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      expect(ranked(keys, 'new').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    }
  });

  it('puts more votes first, or the later question', () => {
    const one = { id: 'a', votes: 2, views: 0, askedAtMs: 1 };
    const other = { id: 'b', votes: 9, views: 0, askedAtMs: 0 };
    expect(ranked([one, other], 'top').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(ranked([one, other], 'new').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the fair order', () => {
  it('falls with every view that brings no vote and rises with every vote', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(1000), (votes, more) => {
        const views = votes + more;
        expect(fairScore({ votes, views: views + 1 })).toBeLessThanOrEqual(fairScore({ votes, views }));
        expect(fairScore({ votes: votes + 1, views: views + 1 })).toBeGreaterThanOrEqual(
          fairScore({ votes, views: views + 1 }),
        );
        expect(fairScore({ votes, views })).toBeGreaterThanOrEqual(0);
        expect(fairScore({ votes, views })).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('brings what nobody has seen before what many saw and few support, and what all support before that', () => {
    const unseen = { id: 'a', votes: 0, views: 0, askedAtMs: 0 };
    const liked = { id: 'b', votes: 90, views: 100, askedAtMs: 0 };
    const passedOver = { id: 'c', votes: 5, views: 100, askedAtMs: 0 };
    expect(ranked([passedOver, liked, unseen], 'fair').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it.each<[string, Partial<RankKey>, Partial<RankKey>]>([
    ['the one fewer have seen', { votes: 0, views: 0 }, { votes: 3, views: 3 }],
    ['of equally known ones the older', { askedAtMs: 1 }, { askedAtMs: 2 }],
    ['of those asked together the one with the lower id, which is random', { id: 'a' }, { id: 'b' }],
  ])('puts first, where the scores are equal, %s', (_, first, second) => {
    const plain: RankKey = { id: 'm', votes: 4, views: 9, askedAtMs: 0 };
    const [one, other] = [
      { ...plain, ...first },
      { ...plain, ...second },
    ];
    expect(fairScore(one)).toBe(fairScore(other));
    for (const keys of [
      [one, other],
      [other, one],
    ])
      expect(ranked(keys, 'fair')).toEqual([one, other]);
  });

  it('agrees with the published interval: 10 of 20 at one-sided 90 % reach 0.638', () => {
    expect(fairScore({ votes: 10, views: 20 })).toBeCloseTo(0.638, 3);
  });

  it('says why, and never claims fewer views than votes', () => {
    expect(fairReasonOf({ votes: 0, views: 3 })).toEqual({ kind: 'few_views', views: 3, votes: 0 });
    expect(fairReasonOf({ votes: 12, views: 4 })).toEqual({ kind: 'support', views: 12, votes: 12 });
    expect(fairReasonOf({ votes: 2, views: 40 })).toEqual({ kind: 'seen', views: 40, votes: 2 });
    expect(fairReasonOf({ votes: 2, views: 9 }).kind).toBe('few_views');
    expect(fairReasonOf({ votes: 2, views: 10 }).kind).toBe('seen');
    expect(fairReasonOf({ votes: 5, views: 10 }).kind).toBe('support');
  });
});
