import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { readConfig } from '../config.js';
import { NotificationListener } from '../database/listener.js';
import { createLogger } from '../log.js';
import { MAX_BYTES, NodeBus } from './node-bus.service.js';
import { NodeRoster } from '../database/node-roster.service.js';

const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
const logger = createLogger('silent');

/** What PostgreSQL does with notifications: everybody hears them, also whoever sent them. */
class Line extends NotificationListener {
  isAway = false;
  private onNotification: (payload: string) => void = () => undefined;
  private onReconnect: () => void = () => undefined;

  constructor(private readonly wire: { lines: Line[]; sent: string[] }) {
    super(config, logger, new Clock());
    wire.lines.push(this);
  }

  override listen(
    _channel: string,
    onNotification: (payload: string) => void,
    onReconnect: () => void,
  ): void {
    [this.onNotification, this.onReconnect] = [onNotification, onReconnect];
  }

  override async send(_channel: string, payloads: readonly string[]): Promise<void> {
    if (this.isAway) throw new Error('away');
    this.wire.sent.push(...payloads);
    for (const payload of payloads)
      for (const line of this.wire.lines) if (!line.isAway) line.onNotification(payload);
  }

  again(): void {
    this.isAway = false;
    this.onReconnect();
  }
}

function node(wire: { lines: Line[]; sent: string[] }) {
  const line = new Line(wire);
  const bus = new NodeBus(line, new NodeRoster(line), logger);
  const heard: unknown[] = [];
  let gaps = 0;
  bus.on('word', z.unknown(), (data) => heard.push(data));
  bus.onGap(() => (gaps += 1));
  return { line, bus, heard, gaps: () => gaps };
}

async function two() {
  const wire: { lines: Line[]; sent: string[] } = { lines: [], sent: [] };
  const [one, other] = [node(wire), node(wire)];
  await one.bus.start();
  await other.bus.start();
  return { wire, one, other };
}

describe('the bus between nodes', () => {
  it('is silent while a node is alone', async () => {
    const wire: { lines: Line[]; sent: string[] } = { lines: [], sent: [] };
    const one = node(wire);
    await one.bus.start();
    one.bus.tell('word', 1);
    await one.bus.sent();
    expect(wire.sent.length).toBe(1);
  });

  it('is heard once by the others, in order, and not by whoever speaks', async () => {
    const { one, other } = await two();
    for (const data of [1, 2, 3]) one.bus.tell('word', data);
    await one.bus.sent();
    expect([one.heard, other.heard, other.gaps()]).toEqual([[], [1, 2, 3], 0]);
  });

  it('says what could not be sent once the line is back, and takes that for a gap of its own', async () => {
    const { one, other } = await two();
    one.line.isAway = true;
    one.bus.tell('word', 1);
    other.bus.tell('word', 'missed');
    await Promise.all([one.bus.sent(), other.bus.sent()]);
    expect(other.heard).toEqual([]);
    one.line.again();
    await one.bus.sent();
    expect([other.heard, one.heard, one.gaps(), other.gaps()]).toEqual([[1], [], 1, 0]);
  });

  it('takes a word twice for one, and a missing one for a gap', async () => {
    const { wire, one, other } = await two();
    one.bus.tell('word', 1);
    await one.bus.sent();
    await one.line.send('nodes', wire.sent.slice(-1));
    expect([other.heard, other.gaps()]).toEqual([[1], 0]);
    one.bus.tell('word', 2);
    other.line.isAway = true;
    await one.bus.sent();
    other.line.isAway = false;
    one.bus.tell('word', 3);
    await one.bus.sent();
    expect([other.heard, other.gaps()]).toEqual([[1, 3], 1]);
  });

  it('speaks to one node alone where it is asked to', async () => {
    const { wire, one, other } = await two();
    const third = node(wire);
    await third.bus.start();
    const { from } = z.object({ from: z.number() }).parse(JSON.parse(wire.sent.at(-1) ?? ''));
    one.bus.tell('word', 1, from);
    await one.bus.sent();
    expect([other.heard, third.heard]).toEqual([[], [1]]);
  });

  it('never says more than PostgreSQL takes; what is longer is a gap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 9_000, unit: 'grapheme' }), async (text) => {
        const { wire, one, other } = await two();
        one.bus.tell('word', text);
        await one.bus.sent();
        for (const sent of wire.sent) expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(MAX_BYTES);
        expect(other.heard.length + other.gaps()).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
