import { describe, expect, it } from 'vitest';
import { settleOrder } from './settled-order.rules.js';

describe('the order on the screen', () => {
  const shown = { ids: ['a', 'b', 'c'], changedAt: 10_000 };

  it('stays for five seconds and then follows', () => {
    expect(settleOrder(shown, ['b', 'a', 'c'], 14_999)).toEqual({ order: shown, dueAt: 15_000 });
    expect(settleOrder(shown, ['b', 'a', 'c'], 15_000)).toEqual({
      order: { ids: ['b', 'a', 'c'], changedAt: 15_000 },
      dueAt: null,
    });
  });

  it('drops at once what may not be shown any more', () => {
    expect(settleOrder(shown, ['a', 'c'], 11_000)).toEqual({
      order: { ids: ['a', 'c'], changedAt: 10_000 },
      dueAt: null,
    });
    expect(settleOrder(shown, ['c', 'a', 'd'], 11_000)).toEqual({
      order: { ids: ['a', 'c'], changedAt: 10_000 },
      dueAt: 15_000,
    });
  });

  it('begins at once', () => {
    expect(settleOrder({ ids: [], changedAt: 10_000 }, ['a'], 10_001).order.ids).toEqual(['a']);
  });

  it('is the same object while nothing leaves, so that nothing is drawn anew', () => {
    expect(settleOrder(shown, ['a', 'b', 'c'], 99_000).order).toBe(shown);
    expect(settleOrder(shown, ['b', 'a', 'c'], 11_000).order).toBe(shown);
  });

  it('has nothing to wait for when nothing changed', () => {
    expect(settleOrder(shown, ['a', 'b', 'c'], 99_000)).toEqual({ order: shown, dueAt: null });
  });
});
