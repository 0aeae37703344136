import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure, networkFailure } from './api-failure.js';
import { BACK_FOR_MS, Connection, SLOW_AFTER_MS, retryDelayMs } from './connection.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function connectionWith(answers: boolean[]) {
  const askedAt: number[] = [];
  const began = performance.now();
  const connection = new Connection(async () => {
    askedAt.push(performance.now() - began);
    if (!answers.shift()) throw new Error('no answer');
  });
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.state()));
  return { connection, askedAt, states };
}

const failing = async (connection: Connection) => {
  await connection.watch(Promise.reject(networkFailure())).catch(() => undefined);
};

describe('the connection', () => {
  it('is slow after 4 s without an answer and online when it comes', async () => {
    const { connection } = connectionWith([]);
    let answer: (value: string) => void = () => undefined;
    const watched = connection.watch(new Promise<string>((resolve) => (answer = resolve)));
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1);
    expect(connection.state()).toBe('online');
    await vi.advanceTimersByTimeAsync(1);
    expect(connection.state()).toBe('slow');
    answer('here');
    await expect(watched).resolves.toBe('here');
    expect(connection.state()).toBe('online');
  });

  it('is offline when only a kept answer comes, which is none of the server', async () => {
    const { connection, states } = connectionWith([]);
    const kept = new Response('{}', { headers: { 'x-kept': 'yes' } });
    await expect(connection.watch(Promise.resolve(kept))).resolves.toBe(kept);
    await connection.watch(Promise.resolve(kept));
    expect(states).toEqual(['offline']);
    await connection.watch(Promise.resolve(new Response('{}')));
    expect(states).toEqual(['offline', 'back']);
  });

  it('stays online when the server refuses', async () => {
    const { connection, states } = connectionWith([]);
    const refusal = new ApiFailure({ code: 'not_found', status: 404 });
    await expect(connection.watch(Promise.reject(refusal))).rejects.toBe(refusal);
    expect(states).toEqual([]);
  });

  it('asks after 1, 2, 4, 8, 15 s and then every 15 s while it is offline', async () => {
    const { connection, askedAt } = connectionWith([]);
    await failing(connection);
    expect(connection.state()).toBe('offline');
    await vi.advanceTimersByTimeAsync(62_000);
    expect(askedAt).toEqual([1_000, 3_000, 7_000, 15_000, 30_000, 45_000, 60_000]);
  });

  it('says for 3 s that it is back', async () => {
    const { connection, states } = connectionWith([false, true]);
    await failing(connection);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(connection.state()).toBe('back');
    await vi.advanceTimersByTimeAsync(BACK_FOR_MS);
    expect(states).toEqual(['offline', 'back', 'online']);
  });

  it('asks at once when told to, and starts the waits over when it is lost again', async () => {
    const { connection, askedAt } = connectionWith([true]);
    await failing(connection);
    connection.tryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.state()).toBe('back');
    await failing(connection);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(askedAt).toEqual([0, 1_000]);
  });
});

describe('the wait before a retry', () => {
  it('never exceeds 15 s', () => {
    expect([0, 1, 2, 3, 4, 5, 99].map(retryDelayMs)).toEqual([
      1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
  });
});
