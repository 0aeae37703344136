import { describe, expect, it } from 'vitest';
import { listedInquiry } from '../../../../shared/qna/inquiry.schema.js';
import { arrange } from './shown-order.rules.js';

const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

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

  it('is, for the fair one, as the server listed it, whatever votes and times say', () => {
    expect(ids(arrange(null, [listed(2, 1, 9), listed(1, 9, 1), listed(3, 5, 5)], 'fair').items)).toEqual([
      2, 1, 3,
    ]);
    expect(ids(arrange(null, [listed(2, 1, 1), listed(1, 9, 9)], 'new').items)).toEqual([1, 2]);
  });

  it('is stale when two of several changed places', () => {
    const order = arrange([1, 2, 3].map(idOf), [listed(1, 9), listed(2, 3), listed(3, 5)], 'top');
    expect([ids(order.items), order.stale]).toEqual([[1, 2, 3], true]);
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
