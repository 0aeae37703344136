import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deskInquiryOf as inquiry, inquiryIdOf as idOf } from '../../../../test/support/desk-inquiry.js';
import { ColumnHolds, HELD_FOR_MS } from './column-holds.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a column', () => {
  it('is held while somebody is in it and for two seconds more, and is told once it is let go', () => {
    const holds = new ColumnHolds();
    const told = vi.fn();
    holds.subscribe(told);
    holds.enter('pending', 'pointer');
    holds.leave('pending', 'pointer');
    vi.advanceTimersByTime(HELD_FOR_MS - 1);
    expect(holds.read().presence.pending).toBe('pointer');
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(holds.read().presence.pending).toBe(null);
    expect(told).toHaveBeenCalledOnce();
  });

  it('stays held when whoever left comes back in time, and while the focus is left in it', () => {
    const holds = new ColumnHolds();
    holds.enter('pending', 'pointer');
    holds.enter('pending', 'focus');
    holds.leave('pending', 'pointer');
    vi.advanceTimersByTime(HELD_FOR_MS - 1);
    holds.enter('pending', 'pointer');
    vi.advanceTimersByTime(HELD_FOR_MS);
    expect(holds.read().presence.pending).toBe('pointer');
    holds.leave('pending', 'pointer');
    vi.advanceTimersByTime(HELD_FOR_MS);
    expect(holds.read().presence.pending).toBe('focus');
  });

  it('loses the focus to another, also where nothing said that it left', () => {
    const holds = new ColumnHolds();
    holds.enter('pending', 'focus');
    holds.enter('approved', 'focus');
    vi.advanceTimersByTime(HELD_FOR_MS);
    expect(holds.read().presence).toEqual({ pending: null, approved: 'focus' });
  });
});

describe('what this desk did itself', () => {
  it('is known by the revision it was done to, with what, also once it is done', () => {
    const holds = new ColumnHolds();
    holds.used('pointer');
    holds.own([inquiry(1, { rev: 4 })]);
    expect(holds.read().own.get(idOf(1))).toEqual({ rev: 4, by: 'pointer' });
    holds.used('key');
    holds.own([inquiry(1, { rev: 6 })], { isDone: true });
    expect(holds.read().own.get(idOf(1)), 'the press is what moved it').toEqual({ rev: 5, by: 'pointer' });
  });

  it('is remembered of the last 200 questions', () => {
    const holds = new ColumnHolds();
    holds.own(Array.from({ length: 201 }, (_one, number) => inquiry(number)));
    expect(holds.read().own.size).toBe(200);
    expect(holds.read().own.has(idOf(0))).toBe(false);
  });
});
