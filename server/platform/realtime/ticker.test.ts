import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../shared/kernel/failure.js';
import { FailureError } from '../failure-error.js';
import { Ticker, type TickerOptions } from './ticker.js';

type Votes = { votes: number };
type Told = [room: string, votes: number];

const gone = failure('test.gone', 404);

let told: Told[];
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
});
afterEach(() => vi.useRealTimers());

function ticking(changes: Partial<TickerOptions<Votes>> = {}): Ticker<Votes> {
  const options: TickerOptions<Votes> = {
    everyMs: 500,
    nothing: () => ({ votes: 0 }),
    tell: async (room, { votes }) => void told.push([room, votes]),
    putBack: (waiting, untold) => (waiting.votes += untold.votes),
    ...changes,
  };
  const ticker = new Ticker(options, pino({ level: 'silent' }));
  ticker.start();
  return ticker;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a ticker', () => {
  it('tells a room once in its time, however much changes, and nothing where nothing does', async () => {
    const ticker = ticking();
    for (let ms = 0; ms < 2_000; ms += 10) {
      ticker.stir('a').votes += 1;
      await pass(10);
    }
    expect(told.map(([room]) => room)).toEqual(['a', 'a', 'a', 'a']);
    expect(told.reduce((sum, [, votes]) => sum + votes, 0)).toBe(200);
    await pass(5_000);
    expect(told).toHaveLength(4);
  });

  it('tells each room its own', async () => {
    const ticker = ticking();
    ticker.stir('a').votes += 1;
    ticker.stir('b').votes += 2;
    ticker.stir('a').votes += 3;
    await pass(499);
    expect(told).toEqual([]);
    await pass(1);
    expect(told).toEqual([
      ['a', 4],
      ['b', 2],
    ]);
  });

  it('lets some rooms hear fewer ticks, with all that changed in between', async () => {
    const ticker = ticking({ stride: (room) => (room === 'full' ? 2 : 1) });
    for (let beat = 0; beat < 4; beat += 1) {
      for (const room of ['full', 'small']) ticker.stir(room).votes += 1;
      await pass(500);
    }
    expect(told.filter(([room]) => room === 'small').map(([, votes]) => votes)).toEqual([1, 1, 1, 1]);
    expect(told.filter(([room]) => room === 'full').map(([, votes]) => votes)).toEqual([2, 2]);
  });

  it('tells no room twice at once, and lets none wait for a slow one', async () => {
    let running = 0;
    let most = 0;
    const release: (() => void)[] = [];
    const ticker = ticking({
      tell: async (room, { votes }) => {
        told.push([room, votes]);
        if (room !== 'slow') return;
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => release.push(resolve));
        running -= 1;
      },
    });
    for (let beat = 0; beat < 3; beat += 1) {
      for (const room of ['slow', 'quick']) ticker.stir(room).votes += 1;
      await pass(500);
    }
    expect(told.filter(([room]) => room === 'quick')).toHaveLength(3);
    expect(told.filter(([room]) => room === 'slow')).toEqual([['slow', 1]]);
    release.pop()?.();
    await pass(500);
    expect(told.filter(([room]) => room === 'slow')).toEqual([
      ['slow', 1],
      ['slow', 2],
    ]);
    expect(most).toBe(1);
    release.pop()?.();
  });

  it('tells again what failed, with what came since', async () => {
    let fails = 2;
    const ticker = ticking({
      tell: async (room, { votes }) => {
        if ((fails -= 1) >= 0) throw new Error('the database is away');
        told.push([room, votes]);
      },
    });
    ticker.stir('a').votes += 1;
    await pass(500);
    ticker.stir('a').votes += 10;
    await pass(1_000);
    expect(told).toEqual([['a', 11]]);
    await pass(2_000);
    expect(told).toHaveLength(1);
  });

  it('keeps what is to be told later', async () => {
    let open = false;
    const ticker = ticking({
      tell: async (room, { votes }) => {
        if (!open) return 'later';
        told.push([room, votes]);
      },
    });
    ticker.stir('a').votes += 1;
    await pass(3_000);
    expect(told).toEqual([]);
    open = true;
    ticker.stir('a').votes += 1;
    await pass(500);
    expect(told).toEqual([['a', 2]]);
  });

  it('gives up what is about something that does not exist', async () => {
    let tries = 0;
    const ticker = ticking({
      tell: async () => {
        tries += 1;
        throw new FailureError(gone);
      },
    });
    ticker.stir('a');
    await pass(3_000);
    expect(tries).toBe(1);
  });

  it('ends after the tick that is under way, and tells nothing more', async () => {
    let release: () => void = () => undefined;
    const ticker = ticking({
      tell: (room, { votes }) =>
        new Promise((resolve) => {
          told.push([room, votes]);
          release = resolve;
        }),
    });
    ticker.stir('a').votes += 1;
    await pass(500);
    let ended = false;
    const ending = ticker.stop().then(() => (ended = true));
    ticker.stir('a').votes += 1;
    await pass(2_000);
    expect(ended).toBe(false);
    release();
    await ending;
    await pass(2_000);
    expect(told).toEqual([['a', 1]]);
  });
});
