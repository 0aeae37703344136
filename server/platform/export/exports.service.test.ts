import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../log.js';
import { Workers } from '../workers/workers.service.js';
import { Exports } from './exports.service.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

let exports: Exports;
let made: string[];
let ends: Map<string, () => void>;
beforeEach(() => {
  exports = new Exports(new Workers(createLogger('silent')));
  made = [];
  ends = new Map();
});

function order(person: string, key: string, bytes = 10): Promise<Buffer> {
  return exports.file({
    key,
    person,
    make: () =>
      new Promise((settle) => {
        made.push(key);
        ends.set(key, () => settle(Buffer.alloc(bytes)));
      }),
  });
}

async function end(key: string): Promise<void> {
  ends.get(key)?.();
  await settled();
}

describe('a file to take along', () => {
  it('is made once for all who ask for it, and kept', async () => {
    const asked = [order('an', 'a'), order('an', 'a'), order('bình', 'a')];
    await settled();
    await end('a');
    expect(new Set(await Promise.all(asked)).size).toBe(1);
    await order('chi', 'a');
    expect(made).toEqual(['a']);
  });

  it('is made one at a time for one person, while others have theirs made', async () => {
    for (const key of ['1', '2', '3']) void order('an', key);
    void order('bình', '4');
    await settled();
    expect(made).toEqual(['1', '4']);
    await end('1');
    expect(made).toEqual(['1', '4', '2']);
  });

  it('is refused to who has ten waiting already, and to nobody else', async () => {
    for (let key = 0; key <= 10; key += 1) void order('an', `an ${key}`);
    await expect(order('an', 'one more')).rejects.toMatchObject({ kind: { code: 'busy' } });
    void order('bình', 'bình');
    await settled();
    expect(made).toEqual(['an 0', 'bình']);
  });

  it('gives way when others need the room', async () => {
    for (const key of ['a', 'b', 'c']) {
      const asked = order('an', key, 12_000_000);
      await settled();
      await end(key);
      await asked;
    }
    void order('an', 'a');
    void order('bình', 'c');
    await settled();
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });
});
