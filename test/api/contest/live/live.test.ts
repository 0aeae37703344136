import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { contestSocket, memberSocket } from '../../../../shared/contest/contest.events.js';
import { roundId as asRoundId } from '../../../../shared/contest/contest.schema.js';
import type { SocketContract } from '../../../../shared/kernel/events.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';
import {
  HOUR,
  inFuture,
  MINUTE,
  publishedRound,
  readyDraft,
  staff,
  type Staff,
} from '../../../support/contest.js';
import { Device } from '../../../support/socket.js';

let world: TestApp;
let people: Staff;
const devices: { close: () => void }[] = [];
beforeAll(async () => {
  world = await TestApp.start();
  people = await staff(world);
});
afterAll(() => world.stop());
afterEach(() => {
  for (const device of devices.splice(0)) device.close();
});

async function connect<Contract extends SocketContract>(
  who: Agent,
  contract: Contract,
): Promise<Device<Contract>> {
  const device = await Device.connect(world, who, contract);
  devices.push(device);
  return device;
}

async function watcher(who: Agent, roundId: string) {
  const device = await connect(who, contestSocket);
  const answer = await device.ask('round.watch', { roundId });
  return { device, answer };
}

async function submit(who: Agent, roundId: string): Promise<string> {
  const { id } = (await who.post(`/api/rounds/${roundId}/attempts`)).body;
  await who.put(`/api/attempts/${id}/submission`, { epoch: 1 });
  return id;
}

describe('round.watch', () => {
  it('answers with the phase of a round that is there for the viewer', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const draft = await readyDraft(world, people.owner);
    const phase = async (who: Agent, id: string) => (await watcher(who, id)).answer;
    expect(await phase(people.member, roundId)).toMatchObject({ ok: true, data: { phase: 'open' } });
    expect(await phase(people.owner, draft.roundId)).toMatchObject({ ok: true, data: { phase: 'draft' } });
    for (const hidden of [draft.roundId, v7()]) {
      expect(await phase(people.member, hidden)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    const { device } = await watcher(people.member, roundId);
    const refused = await device.ask('round.watch', { roundId: 'not an id' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  });

  it.each([contestSocket, memberSocket])('$namespace is shut for who is not signed in', async (contract) => {
    const device = await connect(people.outsider, contract);
    await device.ended();
    expect(device.connected).toBe(false);
  });
});

describe('round.phase', () => {
  it('arrives when the clock passes the opening and the close, numbered without a gap', async () => {
    const window = { opensAt: inFuture(world, MINUTE), closesAt: inFuture(world, HOUR) };
    const { roundId } = await publishedRound(world, people.owner, window);
    const { device, answer } = await watcher(people.member, roundId);
    expect(answer).toMatchObject({ ok: true, data: { phase: 'upcoming', seq: 0 } });
    await world.advance(MINUTE);
    const opened = await device.hears('round.phase');
    expect(opened).toMatchObject({ seq: 1, data: { roundId, phase: 'open', closesAt: window.closesAt } });
    await world.advance(HOUR);
    const closed = await device.hears('round.phase', ({ phase }) => phase === 'closed');
    expect(closed.seq).toBe(2);
  });

  it('arrives when the window moves and when the contest is cancelled', async () => {
    const { contestId, roundId } = await publishedRound(world, people.owner);
    const { device } = await watcher(people.member, roundId);
    const [round] = (await people.owner.get(`/api/contests/${contestId}/draft`)).body.rounds;
    const closesAt = inFuture(world, 3 * HOUR);
    await people.owner.put(`/api/rounds/${roundId}/window`, {
      opensAt: round.opensAt,
      closesAt,
      reason: 'Mất mạng',
    });
    await device.hears('round.phase', (data) => data.closesAt === closesAt && data.phase === 'open');
    await people.owner.put(`/api/contests/${contestId}/cancellation`, { reason: 'Sai đề' });
    await device.hears('round.phase', ({ phase }) => phase === 'cancelled');
  });

  it('is heard by who watches that round, and no longer by who stopped', async () => {
    const [mine, other] = [
      await publishedRound(world, people.owner),
      await publishedRound(world, people.owner),
    ];
    const { device: stopped } = await watcher(people.member, mine.roundId);
    const { device: elsewhere } = await watcher(people.member, other.roundId);
    const { device: watching } = await watcher(people.scoped, mine.roundId);
    await stopped.ask('round.unwatch', { roundId: asRoundId.parse(mine.roundId) });
    await people.owner.put(`/api/contests/${mine.contestId}/cancellation`, { reason: 'Sai đề' });
    await watching.hears('round.phase', ({ phase }) => phase === 'cancelled');
    expect([...stopped.heard, ...elsewhere.heard]).toEqual([]);
  });
});

describe('standings.moved', () => {
  it('comes at most once a second however many submit, and names only the round', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const { device } = await watcher(people.member, roundId);
    const contestants: Agent[] = [];
    for (let count = 0; count < 5; count += 1) contestants.push(await world.member());
    const began = performance.now();
    await Promise.all(contestants.map((who) => submit(who, roundId)));
    const first = await device.hears('standings.moved');
    expect(first.data).toEqual({ roundId });
    await submit(await world.member(), roundId);
    await device.hears('standings.moved', () => device.heard.length > 1);
    const seconds = (performance.now() - began) / 1000;
    expect(device.heard.length).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
  });

  it('says nothing while standings are hidden, and comes when they show', async () => {
    const at = inFuture(world, 30 * MINUTE);
    const hidden = await publishedRound(world, people.owner, { standingsVisible: { kind: 'at', at } });
    const shown = await publishedRound(world, people.owner);
    const { device } = await watcher(people.member, hidden.roundId);
    const { device: other } = await watcher(people.member, shown.roundId);
    const contestant = await world.member();
    await submit(contestant, hidden.roundId);
    await submit(contestant, shown.roundId);
    await other.hears('standings.moved');
    expect(device.heard).toEqual([]);
    await world.advance(30 * MINUTE);
    await device.hears('standings.moved');
  });
});

describe("a member's own devices", () => {
  it('hear of a submission on another one, and nobody else does', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const contestant = await world.member();
    const own = await connect(await world.secondDevice(contestant), memberSocket);
    const foreign = await connect(people.member, memberSocket);
    const id = await submit(contestant, roundId);
    const heard = await own.hears('attempt.submitted');
    expect(heard.data).toEqual({ attemptId: id, roundId });
    expect(foreign.heard).toEqual([]);
  });

  it('hear of a submission by the server, with nobody there', async () => {
    const { roundId } = await publishedRound(world, people.owner, { closesAt: inFuture(world, 5 * HOUR) });
    const contestant = await world.member();
    const own = await connect(contestant, memberSocket);
    const { id } = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    await world.advance(31 * MINUTE);
    const heard = await own.hears('attempt.submitted');
    expect(heard.data).toEqual({ attemptId: id, roundId });
  });

  it('hear of a deadline that moved', async () => {
    const { roundId } = await publishedRound(world, people.owner);
    const contestant = await world.member();
    const { id, deadlineAt } = (await contestant.post(`/api/rounds/${roundId}/attempts`)).body;
    const own = await connect(contestant, memberSocket);
    const path = `/api/rounds/${roundId}/extra-time/${contestant.memberId}`;
    await people.owner.put(path, { minutes: 10, reason: 'Mất điện' });
    const { data } = await own.hears('attempt.deadline');
    expect(data.attemptId).toBe(id);
    expect(Date.parse(data.deadlineAt) - Date.parse(deadlineAt)).toBe(10 * MINUTE);
  });
});
