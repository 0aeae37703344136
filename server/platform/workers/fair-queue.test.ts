import { describe, expect, it } from 'vitest';
import { FairQueue, type FairQueueLimits } from './fair-queue.js';

/** Pieces of work that end when they are told, in a list of what began. */
function workplace(limits: Partial<FairQueueLimits> = {}) {
  const queue = new FairQueue({ width: 1, maxWaiting: 100, maxWaitingOfOne: 10, ...limits });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (piece: string, signal?: AbortSignal): Promise<string> =>
    queue.run(
      piece.charAt(0),
      () =>
        new Promise((resolve) => {
          begun.push(piece);
          ends.set(piece, () => resolve(piece));
        }),
      signal,
    );
  const end = async (piece: string): Promise<void> => {
    ends.get(piece)?.();
    await settled();
  };
  return { queue, begun, ask, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a fair queue', () => {
  it('lets everybody have a turn before anybody has a second one', async () => {
    const { begun, ask, end } = workplace();
    for (const piece of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) void ask(piece);
    await settled();
    for (const piece of ['a1', 'b1', 'c1', 'a2', 'b2']) await end(piece);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('does no two things of one person at once, and several of several', async () => {
    const { begun, ask, end } = workplace({ width: 2 });
    for (const piece of ['a1', 'a2', 'b1', 'c1']) void ask(piece);
    await settled();
    expect(begun).toEqual(['a1', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'b1', 'c1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('refuses what one person has no room for, and nobody else', async () => {
    const { ask } = workplace({ maxWaitingOfOne: 2 });
    for (const piece of ['a1', 'a2', 'a3']) void ask(piece);
    await expect(ask('a4')).rejects.toMatchObject({
      kind: { code: 'busy', status: 503 },
      params: { retryAfterSeconds: expect.any(Number) },
    });
    void ask('b1');
    await settled();
  });

  it('refuses what nobody has room for, telling when to come back', async () => {
    const { ask } = workplace({ maxWaiting: 3 });
    for (const piece of ['a1', 'b1', 'c1', 'd1']) void ask(piece);
    const refused = await ask('e1').catch((error: unknown) => error);
    expect(refused).toMatchObject({ params: { retryAfterSeconds: 4 } });
  });

  it('forgets who no longer waits, and gives the place to others', async () => {
    const { begun, ask, end } = workplace({ maxWaiting: 2 });
    const leaving = new AbortController();
    void ask('a1');
    const left = ask('b1', leaving.signal);
    void ask('c1');
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    void ask('d1');
    await settled();
    await end('a1');
    await end('c1');
    expect(begun).toEqual(['a1', 'c1', 'd1']);
    await expect(ask('e1', AbortSignal.abort(new Error('never came')))).rejects.toThrow('never came');
  });

  it('goes on after work that failed', async () => {
    const { queue } = workplace();
    await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run('a', () => Promise.resolve('done'))).toBe('done');
  });
});
