import { describe, expect, it, vi } from 'vitest';
import { keepRunning } from '../../scripts/provision/postgres-keeper.mjs';

const patience = { lookEveryMs: 1, pausesMs: [0, 1, 1], stopsAllowed: 3 };

/** A server that stops when told and starts when asked, unless it is broken. */
function fakeServer({ broken = 0 } = {}) {
  const server = {
    running: true,
    starts: 0,
    log: '/data/postgres.log',
    isRunning: () => server.running,
    start: vi.fn(async () => {
      server.starts += 1;
      if (server.starts <= broken) throw new Error('pre-existing shared memory block is still in use');
      server.running = true;
    }),
  };
  return server;
}

function listen() {
  const told = [];
  const { promise, resolve } = Promise.withResolvers();
  return { told, gaveUp: promise, tell: (text) => told.push(text), giveUp: resolve };
}

describe('keepRunning', () => {
  it('leaves a server alone that runs', async () => {
    const server = fakeServer();
    const looked = vi.spyOn(server, 'isRunning');
    const letGo = keepRunning(server, listen(), patience);
    await expect.poll(() => looked.mock.calls.length).toBeGreaterThan(5);
    await letGo();
    expect(server.start).not.toHaveBeenCalled();
  });

  it('starts it again each time it stopped, and says both', async () => {
    const server = fakeServer();
    const listener = listen();
    const letGo = keepRunning(server, listener, patience);
    for (const times of [1, 2, 3]) {
      server.running = false;
      await expect.poll(() => listener.told.length).toBe(2 * times);
      expect(server.running).toBe(true);
    }
    await letGo();
    expect(listener.told[0]).toContain('The database stopped by itself');
    expect(listener.told[1]).toContain('The database runs again');
  });

  it('tries again while what a killed server left still ends', async () => {
    const server = fakeServer({ broken: 2 });
    const listener = listen();
    const letGo = keepRunning(server, listener, patience);
    server.running = false;
    await expect.poll(() => listener.told.length).toBe(2);
    await letGo();
    expect(server.starts).toBe(3);
  });

  it('gives up after its attempts, with the reason and the place to look', async () => {
    const server = fakeServer({ broken: 99 });
    const listener = listen();
    const letGo = keepRunning(server, listener, patience);
    server.running = false;
    const problem = await listener.gaveUp;
    expect(problem.message).toContain('could not be started again in 3 attempts');
    expect(problem.message).toContain('pre-existing shared memory block is still in use');
    expect(problem.advice).toContain('/data/postgres.log');
    expect(server.starts).toBe(3);
    await letGo();
  });

  it('gives up on one that stops again and again', async () => {
    const server = fakeServer();
    const listener = listen();
    server.isRunning = () => false;
    keepRunning(server, listener, patience);
    expect((await listener.gaveUp).message).toContain('stopped by itself 4 times');
    expect(server.starts).toBe(3);
  });

  it('starts nothing any more once it is let go of, and waits for a start under way', async () => {
    const server = fakeServer();
    const listener = listen();
    const start = Promise.withResolvers();
    server.start.mockImplementation(() => start.promise);
    const letGo = keepRunning(server, listener, patience);
    server.running = false;
    await expect.poll(() => server.start.mock.calls.length).toBe(1);
    let gone = false;
    const letting = letGo().then(() => (gone = true));
    await Promise.resolve();
    expect(gone).toBe(false);
    start.resolve();
    await letting;
    expect(server.start).toHaveBeenCalledTimes(1);
  });

  it('is let go of at once between two attempts', async () => {
    const server = fakeServer({ broken: 1 });
    const letGo = keepRunning(server, listen(), { ...patience, pausesMs: [0, 3_600_000] });
    server.running = false;
    await expect.poll(() => server.starts).toBe(1);
    await letGo();
    expect(server.starts).toBe(1);
  });
});
