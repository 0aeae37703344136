import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { deviceNow, serverNow } from '../time/server-time.js';
import { LiveRoom, type RoomPlan } from './live-room.js';

type SeatSchema = z.ZodObject<{ seq: z.ZodNumber; serverNow: z.ZodString; shown: z.ZodString }>;
type Contract = {
  namespace: '/halls';
  client: { watch: { in: z.ZodObject<{ hall: z.ZodString }>; out: SeatSchema } };
  server: { tick: z.ZodObject<{ n: z.ZodNumber }>; note: z.ZodString };
};
type Seat = z.output<SeatSchema>;

let server: Server;
let room: LiveRoom<Contract, Seat>;
/** Who watches which hall, as the server was asked. */
let watched: string[];
let refusals: { code: string }[];
let clock: string;

beforeEach(async () => {
  const http = createServer();
  server = new Server(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}`, hostname: '127.0.0.1', port });
  [watched, refusals, clock] = [[], [], new Date(deviceNow()).toISOString()];
  server.of('/halls').on('connection', (one) => {
    one.on('watch', ({ hall }: { hall: string }, ack: (answer: unknown) => void) => {
      const error = refusals.shift();
      if (error) return ack({ ok: false, error });
      watched.push(hall);
      ack({ ok: true, data: { seq: 7, serverNow: clock, shown: hall } });
    });
  });
});
afterEach(async () => {
  room.close();
  await server.close();
  vi.unstubAllGlobals();
});

function open(halls: string[], plan: Partial<RoomPlan<Contract, Seat>> = {}) {
  const heard = { ticks: [] as number[], entered: [] as string[][], lost: 0, resyncs: 0 };
  room = new LiveRoom<Contract, Seat>(
    '/halls',
    () => ({
      doors: halls.map((hall) => ({
        room: `hall:${hall}`,
        enter: (socket) => socket.emitAck('watch', { hall }),
      })),
      hear: { tick: ({ n }) => heard.ticks.push(n) },
      onEntered: (seats) => heard.entered.push(seats.map(({ shown }) => shown)),
      onLost: () => (heard.lost += 1),
      onResync: () => (heard.resyncs += 1),
      ...plan,
    }),
    () => 10,
  );
  return heard;
}

const tell = (seq: number, data: object = { n: seq }) =>
  server.of('/halls').emit('tick', { room: 'hall:A', seq, data });
const sockets = (): Socket[] => [...server.of('/halls').sockets.values()];

describe('a live room', () => {
  it('is entered by all its doors, and says so once one is in', async () => {
    const heard = open(['A', 'B']);
    expect(room.isIn).toBe(false);
    await expect.poll(() => heard.entered).toEqual([['A', 'B']]);
    expect(room.isIn).toBe(true);
    expect(watched.toSorted()).toEqual(['A', 'B']);
  });

  it('hears each broadcast once, and asks for the whole after the first one that was missed', async () => {
    const heard = open(['A']);
    await expect.poll(() => room.isIn).toBe(true);
    tell(8);
    tell(8);
    tell(9);
    await expect.poll(() => heard.ticks).toEqual([8, 9]);
    expect(heard.resyncs).toBe(0);
    tell(11);
    await expect.poll(() => heard.ticks).toEqual([8, 9, 11]);
    expect(heard.resyncs).toBe(1);
  });

  it('notices by the number it was let in with that the very first broadcast was missed', async () => {
    const heard = open(['A']);
    await expect.poll(() => room.isIn).toBe(true);
    tell(9);
    await expect.poll(() => heard.ticks).toEqual([9]);
    expect(heard.resyncs).toBe(1);
  });

  it('enters again after the connection broke, and asks for what it may have missed', async () => {
    const heard = open(['A']);
    await expect.poll(() => room.isIn).toBe(true);
    for (const socket of sockets()) socket.disconnect(true);
    await expect.poll(() => heard.entered).toEqual([['A'], ['A']]);
    expect(heard.lost).toBe(1);
    expect(heard.resyncs).toBe(1);
    expect(watched).toEqual(['A', 'A']);
  });

  it('is out while the connection is broken', async () => {
    let wasIn: boolean | null = null;
    open(['A'], { onLost: () => (wasIn = room.isIn) });
    await expect.poll(() => room.isIn).toBe(true);
    for (const socket of sockets()) socket.disconnect(true);
    await expect.poll(() => wasIn).toBe(false);
  });

  it('tries again when the server is busy, and fetches when it says no', async () => {
    refusals = [{ code: 'unavailable' }, { code: 'not_found' }];
    const heard = open(['A']);
    await expect.poll(() => heard.resyncs).toBe(1);
    expect(refusals).toEqual([]);
    expect(heard.entered).toEqual([]);
    expect(room.isIn).toBe(false);
  });

  it('enters anew when what belongs to entering had no answer', async () => {
    refusals = [];
    let tries = 0;
    open(['A'], {
      onEntered: async () => {
        tries += 1;
        if (tries > 1) return;
        refusals = [{ code: 'unavailable' }];
        await room.emitAck('watch', { hall: 'C' });
      },
    });
    await expect.poll(() => tries).toBe(2);
    expect(watched).toEqual(['A', 'A']);
  });

  it('leaves for good: nobody is there any more, and nothing is heard or said of it', async () => {
    const heard = open(['A']);
    await expect.poll(() => room.isIn).toBe(true);
    room.close();
    expect(room.isIn).toBe(false);
    await expect.poll(() => sockets().length).toBe(0);
    expect(heard.lost).toBe(0);
  });

  it('looks at its plan anew with every event', async () => {
    const heard: string[] = [];
    let who = 'first';
    room = new LiveRoom<Contract, Seat>('/halls', () => {
      const now = who;
      return { doors: [], hear: { tick: ({ n }) => heard.push(`${now} ${n}`) }, onResync: () => undefined };
    });
    await expect.poll(() => room.isIn).toBe(true);
    tell(8);
    await expect.poll(() => heard).toEqual(['first 8']);
    who = 'second';
    tell(9);
    await expect.poll(() => heard).toEqual(['first 8', 'second 9']);
  });

  it('learns the time of the server from answers and broadcasts', async () => {
    clock = new Date(deviceNow() + 3_600_000).toISOString();
    open(['A']);
    await expect.poll(() => room.isIn).toBe(true);
    expect(serverNow() - deviceNow()).toBeGreaterThan(3_500_000);
    tell(8, { n: 8, serverNow: new Date(deviceNow()).toISOString() });
    await expect.poll(() => serverNow() - deviceNow()).toBeLessThan(100_000);
  });
});
