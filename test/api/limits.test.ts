import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contestSocket, memberSocket } from '../../shared/contest/contest.events.js';
import { roundId } from '../../shared/contest/contest.schema.js';
import type { SocketContract } from '../../shared/kernel/events.js';
import { failureView } from '../../shared/kernel/failure.js';
import { qnaSocket } from '../../shared/qna/qna.events.js';
import { qnaSessionId } from '../../shared/qna/session.schema.js';
import { TestApp } from '../support/app.js';
import { Device } from '../support/socket.js';
import type { Agent } from '../support/world.js';

/** How many in ten seconds `@Listen` lets through where an event says nothing else. */
const RATE_MAX = 30;

let world: TestApp;
const open: { close: () => void }[] = [];
beforeAll(async () => {
  world = await TestApp.start();
});
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});
afterAll(() => world.stop());

async function connect<Contract extends SocketContract>(
  agent: Agent,
  contract: Contract,
): Promise<Device<Contract>> {
  const device = await Device.connect(world, agent, contract);
  open.push(device);
  return device;
}

function connectMany<Contract extends SocketContract>(agent: Agent, contract: Contract, many: number) {
  return Promise.all(Array.from({ length: many }, () => connect(agent, contract)));
}

const guestAgent = (): Agent => ({
  ...world.outsider(),
  cookie: `haidang.guest=${randomBytes(32).toString('base64url')}`,
});

/** Asks in vain, so often on each device at once: what is counted is who was told to slow down. */
async function ask(devices: readonly { watch: () => Promise<unknown> }[], times: number) {
  const answers = await world.atOneMoment(() =>
    Promise.all(devices.flatMap((device) => Array.from({ length: times }, () => device.watch()))),
  );
  const errors = answers.map((answer) => z.object({ error: failureView }).parse(answer).error);
  const slowed = errors.filter(({ code }) => code === 'rate.limited');
  return { passed: errors.length - slowed.length, slowed };
}

const rounds = (devices: readonly Device<typeof contestSocket>[]) =>
  devices.map((device) => ({ watch: () => device.ask('round.watch', { roundId: roundId.parse(v7()) }) }));
const sessions = (devices: readonly Device<typeof qnaSocket>[]) =>
  devices.map((device) => ({
    watch: () => device.ask('session.watch', { sessionId: qnaSessionId.parse(v7()) }),
  }));

describe('the rate of a socket event', () => {
  it('is one for all sockets of a member, and each member has their own', async () => {
    const [greedy, other] = [await world.member(), await world.member()];
    const devices = await connectMany(greedy, contestSocket, 40);
    const quiet = await connect(other, contestSocket);
    const { passed, slowed } = await ask(rounds(devices), 30);
    expect(passed).toBe(RATE_MAX);
    for (const { params } of slowed) expect(params['retryAfterSeconds']).toBeGreaterThanOrEqual(1);
    expect((await ask(rounds([quiet]), 30)).passed).toBe(30);
  });

  it('is one for all sockets of a guest, and each guest behind one address has their own', async () => {
    const [greedy, other] = [guestAgent(), guestAgent()];
    const devices = await connectMany(greedy, qnaSocket, 10);
    const quiet = await connect(other, qnaSocket);
    expect((await ask(sessions(devices), 30)).passed).toBe(RATE_MAX);
    expect((await ask(sessions([quiet]), 30)).passed).toBe(30);
  });

  it('is one for an address where nobody says who they are', async () => {
    const devices = await connectMany(world.outsider(), qnaSocket, 5);
    expect((await ask(sessions(devices), 30)).passed).toBe(RATE_MAX);
  });
});

describe('the number of sockets', () => {
  it('of one member is limited, and of the others behind the same address is not', async () => {
    const [greedy, other] = [await world.member(), await world.member()];
    await connectMany(greedy, memberSocket, 50);
    await expect(connect(greedy, memberSocket)).rejects.toThrow('too_many');
    await connect(other, memberSocket);
    open.shift()?.close();
    await expect.poll(() => connect(greedy, memberSocket).catch(() => null)).not.toBeNull();
  });

  it('behind one address leaves a hall of a thousand people alone', async () => {
    for (let hundred = 0; hundred < 10; hundred += 1)
      await Promise.all(Array.from({ length: 100 }, () => connect(guestAgent(), qnaSocket)));
    expect(open).toHaveLength(1000);
  });
});

describe('a refusal over HTTP', () => {
  it('says in its header, too, when to come back', async () => {
    const signIn = () => world.outsider().post('/api/session', { login: 'ai.do', password: 'không phải' });
    let answer = await signIn();
    for (let tries = 0; tries < 5; tries += 1) answer = await signIn();
    expect(answer.status).toBe(429);
    const { params } = failureView.parse(answer.body);
    expect(params['retryAfterSeconds']).toBeGreaterThan(0);
    expect(params['retryAfterSeconds']).toBeLessThanOrEqual(60);
    expect(answer.headers['retry-after']).toBe(String(params['retryAfterSeconds']));
  });
});
