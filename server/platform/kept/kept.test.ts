import { beforeEach, describe, expect, it } from 'vitest';
import { atMost, forGood, Kept } from './kept.js';

class SetClock {
  atMs = 1_000_000;
  nowMs(): number {
    return this.atMs;
  }
}

/** A database that counts how often it is asked and answers when it is told to. */
class Shelf {
  reads = 0;
  private waiting: ((answer: Promise<string>) => void)[] = [];

  readonly read = (): Promise<string> => {
    this.reads += 1;
    return new Promise((resolve) => this.waiting.push(resolve));
  };

  async answer(text: string): Promise<void> {
    for (const resolve of this.waiting.splice(0)) resolve(Promise.resolve(text));
    await new Promise((resolve) => setImmediate(resolve));
  }

  async fail(): Promise<void> {
    for (const resolve of this.waiting.splice(0)) resolve(Promise.reject(new Error('away')));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

let clock: SetClock;
let shelf: Shelf;
beforeEach(() => {
  clock = new SetClock();
  shelf = new Shelf();
});

const second = (max = 10) => new Kept<string>({ max, isFresh: atMost(1_000) }, clock);

/** Has the key read and answered. */
async function fill(kept: Kept<string>, key: string, text: string): Promise<void> {
  const reading = kept.get(key, shelf.read);
  await shelf.answer(text);
  await reading;
}

describe('Kept', () => {
  it('reads once however many ask at once', async () => {
    const kept = second();
    const asked = Array.from({ length: 1_000 }, async () => kept.get('a', shelf.read));
    await shelf.answer('one');
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['one']));
    expect(shelf.reads).toBe(1);
  });

  it('knows without a promise what was read, until its second is over', async () => {
    const kept = second();
    await fill(kept, 'a', 'one');
    clock.atMs += 999;
    expect(kept.get('a', shelf.read)).toBe('one');
    clock.atMs += 1;
    void kept.get('a', shelf.read);
    expect(shelf.reads).toBe(2);
  });

  it('counts the age from the beginning of the reading', async () => {
    const kept = second();
    const reading = kept.get('a', shelf.read);
    clock.atMs += 800;
    await shelf.answer('one');
    await reading;
    clock.atMs += 200;
    void kept.get('a', shelf.read);
    expect(shelf.reads).toBe(2);
  });

  it('trusts nothing after the clock was set back', async () => {
    const kept = second();
    await fill(kept, 'a', 'one');
    clock.atMs -= 1;
    void kept.get('a', shelf.read);
    expect(shelf.reads).toBe(2);
  });

  it('reads anew after a change', async () => {
    const kept = second();
    await fill(kept, 'a', 'one');
    kept.forget('a');
    await fill(kept, 'a', 'two');
    expect(kept.get('a', shelf.read)).toBe('two');
  });

  it.each(['forget', 'clear'] as const)('keeps nothing that arrives after %s', async (how) => {
    const kept = second();
    const early = kept.get('a', shelf.read);
    if (how === 'forget') kept.forget('a');
    else kept.clear();
    await shelf.answer('old');
    expect(await early).toBe('old');
    await fill(kept, 'a', 'new');
    expect(kept.get('a', shelf.read)).toBe('new');
  });

  it('keeps no failure, and a late one takes nothing away', async () => {
    const kept = second();
    const failing = kept.get('a', shelf.read);
    kept.forget('a');
    const other = new Shelf();
    const reading = kept.get('a', other.read);
    await other.answer('one');
    await reading;
    await Promise.all([expect(failing).rejects.toThrow('away'), shelf.fail()]);
    expect(kept.get('a', shelf.read)).toBe('one');

    kept.forget('a');
    await Promise.all([expect(kept.get('a', shelf.read)).rejects.toThrow('away'), shelf.fail()]);
    await fill(kept, 'a', 'two');
    expect(kept.get('a', shelf.read)).toBe('two');
  });

  it('holds no more than it may', async () => {
    const kept = second(2);
    for (const key of ['a', 'b', 'c']) await fill(kept, key, key);
    expect(kept.get('c', shelf.read)).toBe('c');
    expect(kept.get('b', shelf.read)).toBe('b');
    void kept.get('a', shelf.read);
    expect(shelf.reads).toBe(4);
  });

  it('keeps for good what never changes', async () => {
    const kept = new Kept<string>({ max: 1, isFresh: forGood }, clock);
    await fill(kept, 'a', 'one');
    clock.atMs += 1e12;
    expect(kept.get('a', shelf.read)).toBe('one');
  });
});
