import { describe, expect, it } from 'vitest';
import { BatchWriter } from './batch-writer.js';

describe('BatchWriter', () => {
  it('puts writes that arrive together into one statement and answers each its own result', async () => {
    const batches: number[][] = [];
    const writer = new BatchWriter<number, number>({
      flush: async (items) => {
        batches.push(items);
        return items.map((item) => item * 2);
      },
    });
    const results = await Promise.all([1, 2, 3].map((item) => writer.write(item)));
    expect(results).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('never has more rows in a statement or statements in flight than allowed', async () => {
    let running = 0;
    let most = 0;
    const sizes: number[] = [];
    const writer = new BatchWriter<number, number>({
      maxRows: 10,
      maxInFlight: 2,
      flush: async (items) => {
        running += 1;
        most = Math.max(most, running);
        sizes.push(items.length);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return items;
      },
    });
    await Promise.all(Array.from({ length: 95 }, (_, index) => writer.write(index)));
    expect(most).toBe(2);
    expect(Math.max(...sizes)).toBe(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(95);
  });

  it('keeps the good items of a batch when one of them is refused', async () => {
    const writer = new BatchWriter<number, number>({
      flush: async (items) => {
        if (items.includes(13)) throw new Error('unlucky');
        return items;
      },
    });
    const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => writer.write(index)));
    const refused = settled.flatMap((result, index) => (result.status === 'rejected' ? [index] : []));
    expect(refused).toEqual([13]);
  });

  it('refuses what it has no room for instead of growing', async () => {
    const writer = new BatchWriter<number, number>({ maxQueued: 3, flush: async (items) => items });
    const settled = await Promise.allSettled([1, 2, 3, 4].map((item) => writer.write(item)));
    expect(settled.map((result) => result.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
  });

  it('rejects the whole batch at once when the database is away', async () => {
    let calls = 0;
    const writer = new BatchWriter<number, number>({
      flush: async () => {
        calls += 1;
        throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
      },
    });
    const settled = await Promise.allSettled([1, 2, 3, 4].map((item) => writer.write(item)));
    expect(settled.every((result) => result.status === 'rejected')).toBe(true);
    expect(calls).toBe(1);
  });
});
