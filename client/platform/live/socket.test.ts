import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { LiveSocket } from './socket.js';

type Contract = {
  namespace: '/room';
  client: { watch: { in: z.ZodObject; out: z.ZodObject } };
  server: Record<string, never>;
};

let server: Server;
let socket: LiveSocket<Contract>;
beforeEach(async () => {
  const http = createServer();
  server = new Server(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}`, hostname: '127.0.0.1', port });
});
afterEach(async () => {
  socket.close();
  await server.close();
  vi.unstubAllGlobals();
});

const attend = (join: () => Promise<void>) => {
  const [lost, resync] = [vi.fn<(shownOut: boolean) => void>(), vi.fn<() => void>()];
  socket = new LiveSocket<Contract>('/room', () => 10);
  socket.attend({ join, lost, resync });
  return { lost, resync };
};

describe('a live socket', () => {
  it('comes back although the server could not say who it is', async () => {
    let tries = 0;
    server
      .of('/room')
      .use((_socket, next) => next((tries += 1) === 1 ? new Error('unavailable') : undefined));
    const join = vi.fn<() => Promise<void>>(() => Promise.resolve());
    attend(join);
    await expect.poll(() => join.mock.calls.length).toBe(1);
    expect(tries).toBe(2);
  });

  it('comes back after the server showed it out, and says so', async () => {
    server.of('/room').once('connection', (one) => one.disconnect(true));
    const join = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const { lost } = attend(join);
    await expect.poll(() => join.mock.calls.length).toBe(2);
    expect(lost.mock.calls).toEqual([[true]]);
  });

  it('joins again when the server was busy, and fetches when it said no', async () => {
    const answers = [
      { ok: false, error: { code: 'unavailable' } },
      { ok: false, error: { code: 'not_found' } },
    ];
    server.of('/room').on('connection', (one) => {
      one.on('watch', (_payload, ack: (answer: unknown) => void) => ack(answers.shift()));
    });
    const { resync } = attend(async () => void (await socket.emitAck('watch', {})));
    await expect.poll(() => resync.mock.calls.length).toBe(1);
    expect(answers).toEqual([]);
  });
});
