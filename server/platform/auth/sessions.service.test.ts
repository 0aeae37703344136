import { createHmac } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/kernel/ids.js';
import type { Viewer } from '../../../shared/kernel/viewer.js';
import { Clock } from '../clock.js';
import { readConfig } from '../config.js';
import { NotificationListener } from '../database/listener.js';
import { createLogger } from '../log.js';
import { SESSION_COOKIE, SessionReader } from './session.js';
import { Sessions } from './sessions.service.js';

const SECRET = 'a secret of these tests alone, long enough';
const SECOND = 1_000;

class SetClock extends Clock {
  atMs = 1_000_000;
  override nowMs(): number {
    return this.atMs;
  }
}

class SetListener extends NotificationListener {
  /** Null: the connection is away. */
  lastHeardMs: number | null = null;
  constructor(clock: Clock) {
    const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1/none', SESSION_SECRET: SECRET });
    super(config, createLogger('fatal'), clock);
  }
  override heardUntil(readAtMs: number): number {
    return Math.max(readAtMs, this.lastHeardMs ?? 0);
  }
}

class CountingReader extends SessionReader {
  reads = 0;
  viewer: Viewer | null = { memberId: memberId.parse(v7()), sessionId: v7(), unitPath: [], grants: [] };
  override read(): Promise<Viewer | null> {
    this.reads += 1;
    return Promise.resolve(this.viewer);
  }
  override guestOf(): null {
    return null;
  }
}

const signature = createHmac('sha256', SECRET).update('token').digest('base64');
const COOKIE = `${SESSION_COOKIE}=${encodeURIComponent(`token.${signature}`)}`;

let clock: SetClock;
let listener: SetListener;
let reader: CountingReader;
let sessions: Sessions;
beforeEach(() => {
  clock = new SetClock();
  listener = new SetListener(clock);
  reader = new CountingReader();
  sessions = new Sessions(reader, clock, listener, SECRET);
});

/** Asks after so many milliseconds, with the connection heard at that moment or away. */
async function askAfter(ms: number, hears: boolean): Promise<Viewer | null> {
  clock.atMs += ms;
  listener.lastHeardMs = hears ? clock.atMs : null;
  return sessions.viewerOf(COOKIE);
}

describe('how long a session is trusted', () => {
  it('is a second while nobody knows whether announcements are heard', async () => {
    await askAfter(0, false);
    await askAfter(SECOND - 1, false);
    expect(reader.reads).toBe(1);
    await askAfter(1, false);
    expect(reader.reads).toBe(2);
  });

  it('is as long as announcements are heard, and a minute at most', async () => {
    await askAfter(0, true);
    for (let second = 1; second < 60; second += 1) await askAfter(SECOND, true);
    expect(reader.reads).toBe(1);
    await askAfter(SECOND, true);
    expect(reader.reads).toBe(2);
  });

  it('ends at once when something is announced', async () => {
    await askAfter(0, true);
    reader.viewer = null;
    sessions.forgetAll();
    expect(await askAfter(0, true)).toBeNull();
  });

  it('keeps nothing that was read before an announcement and arrived after it', async () => {
    const early = sessions.viewerOf(COOKIE);
    sessions.forgetAll();
    await early;
    await askAfter(0, true);
    expect(reader.reads).toBe(2);
  });

  it('is nothing for a signature that is not ours', async () => {
    expect(await sessions.viewerOf(`${SESSION_COOKIE}=token.${btoa('somebody else')}`)).toBeNull();
    expect(reader.reads).toBe(0);
  });
});

describe('what is kept of a session', () => {
  const percent = (text: string) =>
    [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');

  it('is one thing, whatever other cookies stand beside its own, and however that is written', async () => {
    await askAfter(0, true);
    for (const header of [
      `haidang.guest=x; ${COOKIE}`,
      `${COOKIE}; shade=dark`,
      `${SESSION_COOKIE}=${percent(`token.${signature}`)}`,
    ])
      expect(await sessions.viewerOf(header)).toBe(reader.viewer);
    expect(reader.reads).toBe(1);
  });

  it('weighs what its cookie weighs, not what was sent around it', async () => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    const heapBytes = (): number => {
      if (typeof collect === 'function') collect();
      return process.memoryUsage().heapUsed;
    };
    const before = heapBytes();
    for (let number = 0; number < 2_000; number += 1) {
      const token = `token-${number}`;
      const proof = createHmac('sha256', SECRET).update(token).digest('base64');
      // As a header arrives: in one piece, so that a part of it may keep all of it.
      const header = Buffer.from(`${SESSION_COOKIE}=${token}.${proof}; pad=${'x'.repeat(14_000)}`).toString();
      expect(await sessions.viewerOf(header)).toBe(reader.viewer);
    }
    expect(heapBytes() - before).toBeLessThan(8_000_000);
  });
});
