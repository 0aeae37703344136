import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiFailure, networkFailure } from '../api/api-failure.js';
import { isNewer, type OutboxItem } from './outbox-item.rules.js';
import { openMemory, type OutboxStore } from './outbox-store.js';
import { Outbox } from './outbox.js';

const isText = (stored: OutboxItem<unknown>): stored is OutboxItem<string> =>
  typeof stored.value === 'string';

function open(store: OutboxStore, wait?: (ms: number) => Promise<void>) {
  return Outbox.open<string>({ store, parse: (stored) => (isText(stored) ? stored : null), wait });
}

const item = (key: string, seq: number, epoch = 1): OutboxItem<string> => ({
  key,
  epoch,
  seq,
  value: `${key}${seq}`,
});

describe('the outbox', () => {
  it('keeps per key the item with the highest epoch and sequence, whatever the order', async () => {
    const writes = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'b'),
        epoch: fc.integer({ min: 1, max: 3 }),
        seq: fc.nat({ max: 9 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(writes, async (all) => {
        const outbox = await open(openMemory());
        for (const write of all) await outbox.enqueue({ ...write, value: '' });
        for (const kept of outbox.pending()) {
          expect(all.filter((write) => write.key === kept.key).some((write) => isNewer(write, kept))).toBe(
            false,
          );
        }
        expect(outbox.pending().length).toBe(new Set(all.map((write) => write.key)).size);
      }),
    );
  });

  it('survives the page', async () => {
    const store = openMemory();
    const before = await open(store);
    await before.enqueue(item('q2', 2));
    await before.enqueue(item('q1', 1));
    const after = await open(store);
    expect(after.pending()).toEqual([item('q1', 1), item('q2', 2)]);
  });

  it('takes in what another page put into the store or took out of it, and keeps what it knows of the rest', async () => {
    const store = openMemory();
    const outbox = await open(store);
    for (const one of [item('q1', 1), item('q2', 2), item('q3', 3)]) await outbox.enqueue(one);
    const refusal = new ApiFailure({ code: 'attempt.over', status: 409 });
    await outbox.drain(() => Promise.reject(refusal));
    await store.remove('q1');
    await store.put('q3', item('q3', 4));
    await store.put('q4', item('q4', 5));
    await outbox.reload();
    expect(outbox.pending()).toEqual([{ ...item('q2', 2), refusal }, item('q3', 4), item('q4', 5)]);
  });

  it('loses nothing that is put or sent while the store is read', async () => {
    const store = openMemory();
    const outbox = await open(store);
    await outbox.enqueue(item('q1', 1));
    let reads = 0;
    const all = store.all;
    store.all = async () => {
      const stored = await all();
      reads += 1;
      if (reads === 1) {
        await outbox.enqueue(item('q2', 2));
        await outbox.drop('q1', item('q1', 1));
      }
      return stored;
    };
    await outbox.reload();
    expect(outbox.pending()).toEqual([item('q2', 2)]);
  });

  it('drops what an older release stored in another form', async () => {
    const store = openMemory();
    await store.put('old', 'something else');
    expect((await open(store)).pending()).toEqual([]);
  });

  it('sends everything and forgets what arrived', async () => {
    const store = openMemory();
    const outbox = await open(store);
    const sent: string[] = [];
    await outbox.enqueue(item('q1', 1));
    await outbox.enqueue(item('q2', 2));
    await outbox.drain(async (one) => void sent.push(one.value));
    expect(sent).toEqual(['q11', 'q22']);
    expect(outbox.pending()).toEqual([]);
    expect(await store.all()).toEqual([]);
  });

  it('keeps a newer item that came while the older one was on its way', async () => {
    const outbox = await open(openMemory());
    await outbox.enqueue(item('q1', 1));
    const sent: number[] = [];
    await outbox.drain(async (one) => {
      sent.push(one.seq);
      if (one.seq === 1) await outbox.enqueue(item('q1', 2));
    });
    expect(sent).toEqual([1, 2]);
    expect(outbox.pending()).toEqual([]);
  });

  it('waits longer after each lost try and loses nothing', async () => {
    const waits: number[] = [];
    const outbox = await open(openMemory(), async (ms) => void waits.push(ms));
    await outbox.enqueue(item('q1', 1));
    let tries = 0;
    await outbox.drain(async () => {
      tries += 1;
      if (tries < 5) throw networkFailure();
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(outbox.pending()).toEqual([]);
  });

  it('keeps what the server refused, with the reason, and sends the rest', async () => {
    const outbox = await open(openMemory());
    await outbox.enqueue(item('q1', 1));
    await outbox.enqueue(item('q2', 2));
    const refusal = new ApiFailure({ code: 'attempt.over', status: 409 });
    await outbox.drain(async (one) => {
      if (one.key === 'q1') throw refusal;
    });
    expect(outbox.pending()).toEqual([{ ...item('q1', 1), refusal }]);
  });

  const refusedWith = (status: number, code = 'refused') => new ApiFailure({ code, status });

  it.each([
    [401, 'auth.required'],
    [403, 'auth.forbidden'],
    [404, 'not_found'],
    [408, 'timeout'],
    [425, 'too_early'],
    [429, 'rate.limited'],
    [500, 'internal'],
    [507, 'internal'],
  ])('keeps what was refused with %i (%s) until it is taken', async (status, code) => {
    const refusal = refusedWith(status, code);
    const seen: unknown[] = [];
    const outbox = await open(openMemory(), async () => void seen.push(outbox.pending()[0]?.refusal));
    await outbox.enqueue(item('q1', 1));
    let tries = 0;
    await outbox.drain(async () => {
      tries += 1;
      if (tries < 3) throw refusal;
    });
    expect(seen).toEqual([refusal, refusal]);
    expect(outbox.pending()).toEqual([]);
  });

  it.each([
    [400, 'attempt.response_of_other_type'],
    [404, 'attempt.no_such_position'],
    [409, 'attempt.elsewhere'],
    [413, 'input.too_large'],
  ])('gives up asking after %i (%s): no sign-in, role or time cures it', async (status, code) => {
    const outbox = await open(openMemory());
    await outbox.enqueue(item('q1', 1));
    let tries = 0;
    await outbox.drain(async () => {
      tries += 1;
      throw refusedWith(status, code);
    });
    expect([tries, outbox.pending()[0]?.refusal?.code]).toEqual([1, code]);
  });

  it('lets the others pass by one that the server cannot take just now', async () => {
    const outbox = await open(openMemory(), async () => void (isMended = true));
    let isMended = false;
    for (const one of [item('q1', 1), item('q2', 2), item('q3', 3)]) await outbox.enqueue(one);
    const sent: string[] = [];
    await outbox.drain(async ({ key }) => {
      if (key === 'q1' && !isMended) throw refusedWith(500);
      sent.push(key);
    });
    expect(sent).toEqual(['q2', 'q3', 'q1']);
  });

  it('asks for one and not for all while nobody is signed in, and goes on at once when told', async () => {
    const outbox = await open(openMemory(), () => new Promise(() => undefined));
    for (const one of [item('q1', 1), item('q2', 2)]) await outbox.enqueue(one);
    const asked: string[] = [];
    let isSignedIn = false;
    const drained = outbox.drain(async ({ key }) => {
      asked.push(key);
      if (isSignedIn) return;
      setImmediate(() => {
        expect(asked).toEqual(['q1']);
        isSignedIn = true;
        outbox.retryNow();
      });
      throw refusedWith(401);
    });
    await drained;
    expect(asked).toEqual(['q1', 'q1', 'q2']);
  });

  it('does not let a new item wait for a refused one', async () => {
    const outbox = await open(openMemory(), () => new Promise(() => undefined));
    await outbox.enqueue(item('q1', 1));
    const sent: string[] = [];
    void outbox.drain(async ({ key }) => {
      if (key === 'q1') throw refusedWith(500);
      sent.push(key);
    });
    await expect.poll(() => outbox.pending()[0]?.refusal).toBeDefined();
    await outbox.enqueue(item('q2', 2));
    await expect.poll(() => sent).toEqual(['q2']);
  });

  it('waits as long as the server asks', async () => {
    const waits: number[] = [];
    const outbox = await open(openMemory(), async (ms) => void waits.push(ms));
    await outbox.enqueue(item('q1', 1));
    await outbox.drain(async () => {
      if (waits.length === 0)
        throw new ApiFailure({ code: 'rate.limited', status: 429, params: { retryAfterSeconds: 40 } });
    });
    expect(waits).toEqual([40_000]);
  });

  it('ends a wait when told to retry', async () => {
    const outbox = await open(openMemory(), () => new Promise(() => undefined));
    await outbox.enqueue(item('q1', 1));
    let tries = 0;
    const drained = outbox.drain(async () => {
      tries += 1;
      if (tries === 1) {
        // After this failure the queue waits, for ever by this test's clock.
        setImmediate(() => outbox.retryNow());
        throw networkFailure();
      }
    });
    await drained;
    expect(tries).toBe(2);
  });

  it('drains once at a time', async () => {
    const outbox = await open(openMemory());
    await outbox.enqueue(item('q1', 1));
    let running = 0;
    const send = async () => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      running -= 1;
    };
    await Promise.all([outbox.drain(send), outbox.drain(send)]);
    expect(outbox.pending()).toEqual([]);
  });
});
