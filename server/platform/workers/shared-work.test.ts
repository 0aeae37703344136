import { describe, expect, it } from 'vitest';
import { SharedWork } from './shared-work.js';

describe('shared work', () => {
  it('is done once for all who ask while it goes on, and anew afterwards', async () => {
    const shared = new SharedWork<number>();
    let begun = 0;
    const begin = async () => {
      begun += 1;
      await Promise.resolve();
      return begun;
    };
    expect(await Promise.all([shared.join('a', begin), shared.join('a', begin)])).toEqual([1, 1]);
    expect(await shared.join('a', begin)).toBe(2);
  });

  it('goes on while somebody waits, and ends when the last has left', async () => {
    const shared = new SharedWork<string>();
    const [first, second] = [new AbortController(), new AbortController()];
    let ended = '';
    const begin = (gone: AbortSignal) =>
      new Promise<string>((_settle, reject) =>
        gone.addEventListener('abort', () => {
          ended = String(gone.reason);
          reject(new Error(ended));
        }),
      );
    const asked = [shared.join('a', begin, first.signal), shared.join('a', begin, second.signal)];
    const outcomes = Promise.allSettled(asked);
    first.abort('first');
    await expect(asked[0]).rejects.toBe('first');
    expect(ended).toBe('');
    second.abort('second');
    expect(ended).toBe('second');
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await shared.join('a', () => Promise.resolve('anew'))).toBe('anew');
  });

  it('fails for all who ask, once', async () => {
    const shared = new SharedWork<string>();
    const fails = () => Promise.reject(new Error('broken'));
    const asked = [shared.join('a', fails), shared.join('a', fails)];
    for (const one of asked) await expect(one).rejects.toThrow('broken');
    expect(await shared.join('a', () => Promise.resolve('well'))).toBe('well');
  });
});
