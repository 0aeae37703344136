import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { attemptView, type AttemptView } from '../../shared/contest/attempt.schema.js';
import { contestSocket, memberSocket } from '../../shared/contest/contest.events.js';
import { roundId as asRoundId } from '../../shared/contest/contest.schema.js';
import type { SocketContract } from '../../shared/kernel/events.js';
import { TestApp } from '../support/app.js';
import { HOUR, inFuture, MINUTE, publishedRound } from '../support/contest.js';
import { addCrowd, startCrowd } from '../support/crowd.js';
import { Device } from '../support/socket.js';
import { expectTallied } from '../support/tally.js';
import type { Agent } from '../support/world.js';

const CROWD = 300;

let first: TestApp;
let second: TestApp;
let organiser: Agent;
const open: { close: () => void }[] = [];

beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.join(first);
  organiser = await first.member({ roles: [{ role: 'organiser' }] });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});
afterEach(() => {
  for (const device of open.splice(0)) device.close();
});

/** A device at each node. */
async function atBoth<Contract extends SocketContract>(
  who: Agent,
  contract: Contract,
): Promise<Device<Contract>[]> {
  const devices = await Promise.all([first, second].map((node) => Device.connect(node, who, contract)));
  open.push(...devices);
  return devices;
}

async function watchers(roundId: string): Promise<Device<typeof contestSocket>[]> {
  const devices = await atBoth(organiser, contestSocket);
  for (const device of devices)
    expect(await device.ask('round.watch', { roundId: asRoundId.parse(roundId) })).toMatchObject({
      ok: true,
    });
  return devices;
}

async function started(who: Agent, roundId: string): Promise<AttemptView> {
  return attemptView.parse((await who.post(`/api/rounds/${roundId}/attempts`)).body);
}

/** Both clocks, which run on the same database. */
async function advance(ms: number): Promise<void> {
  await first.advance(ms);
  await second.advance(0);
}

const nodes: [name: string, near: () => TestApp][] = [
  ['the first node', () => first],
  ['the second node', () => second],
];

describe('hints of contests reach the devices at both nodes', () => {
  it('of twenty submissions, each once', async () => {
    const { roundId } = await publishedRound(first, organiser);
    const watching = await watchers(roundId);
    const people = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const who = await first.member();
        const near = index % 2 === 0 ? first : second;
        return { who: near.here(who), devices: await atBoth(who, memberSocket) };
      }),
    );
    await Promise.all(
      people.map(async ({ who }) => {
        const { id } = await started(who, roundId);
        await who.put(`/api/attempts/${id}/submission`, { epoch: 1 }).expect(200);
      }),
    );
    for (const device of people.flatMap(({ devices }) => devices)) {
      await device.hears('attempt.submitted');
      expect(device.heard.map(({ event, seq }) => ({ event, seq }))).toEqual([
        { event: 'attempt.submitted', seq: 1 },
      ]);
    }
    for (const device of watching) await device.hears('standings.moved');
  });

  it('of standings that move all the time at both nodes, at most once a second', async () => {
    const { roundId } = await publishedRound(first, organiser);
    const watching = await watchers(roundId);
    const beganMs = performance.now();
    const submitting = async (node: TestApp): Promise<void> => {
      while (watching.some(({ heard }) => heard.length < 4)) {
        const who = node.here(await first.member());
        const { id } = await started(who, roundId);
        await who.put(`/api/attempts/${id}/submission`, { epoch: 1 }).expect(200);
      }
    };
    await Promise.all([submitting(first), submitting(second)]);
    const seconds = Math.ceil((performance.now() - beganMs) / 1_000);
    for (const { heard } of watching) {
      expect(heard.map(({ event, seq }) => `${event} ${seq}`)).toEqual(
        heard.map((_, index) => `standings.moved ${index + 1}`),
      );
      expect(heard.length).toBeLessThanOrEqual(seconds + 1);
    }
  });

  it.each(nodes)('of another device that takes the lead at %s', async (_name, near) => {
    const { roundId } = await publishedRound(first, organiser);
    const who = await first.member();
    const { id } = await started(who, roundId);
    const devices = await atBoth(who, memberSocket);
    await near().here(who).put(`/api/attempts/${id}/lead`).expect(200);
    for (const device of devices) {
      await device.hears('attempt.lead', ({ attemptId, epoch }) => attemptId === id && epoch === 2);
      expect(device.heard.length).toBe(1);
    }
  });

  it.each(nodes)('of an answer that the older device offers at %s', async (_name, near) => {
    const { roundId } = await publishedRound(first, organiser);
    const who = await first.member();
    const { id } = await started(who, roundId);
    const devices = await atBoth(who, memberSocket);
    await who.put(`/api/attempts/${id}/lead`).expect(200);
    const save = { epoch: 1, sequence: 1, response: { type: 'single_choice', choice: 'b' } };
    await near().here(who).put(`/api/attempts/${id}/answers/1`, save).expect(200);
    for (const device of devices) {
      // What two nodes say at the same moment may come in either order, and is numbered as it comes.
      await device.hears('attempt.lead', ({ attemptId }) => attemptId === id);
      await device.hears('attempt.offer', ({ attemptId }) => attemptId === id);
      expect(device.heard.map(({ seq }) => seq)).toEqual([1, 2]);
    }
  });

  it.each(nodes)('of a deadline that moved at %s', async (_name, near) => {
    const { roundId } = await publishedRound(first, organiser);
    const who = await first.member();
    const { id } = await started(who, roundId);
    const devices = await atBoth(who, memberSocket);
    const path = `/api/rounds/${roundId}/extra-time/${who.memberId}`;
    await near().here(organiser).put(path, { minutes: 10, reason: 'Mất điện' }).expect(200);
    for (const device of devices) {
      await device.hears('attempt.deadline', ({ attemptId }) => attemptId === id);
      expect(device.heard.length).toBe(1);
    }
  });

  it.each(nodes)('of a window that moved at %s', async (_name, near) => {
    const { contestId, roundId } = await publishedRound(first, organiser);
    const devices = await watchers(roundId);
    const [round] = (await organiser.get(`/api/contests/${contestId}/draft`)).body.rounds;
    const closesAt = inFuture(first, 3 * HOUR);
    const moved = { opensAt: round.opensAt, closesAt, reason: 'Mất mạng' };
    await near().here(organiser).put(`/api/rounds/${roundId}/window`, moved).expect(200);
    for (const device of devices) {
      await device.hears('round.phase', (data) => data.closesAt === closesAt);
      expect(device.heard.map(({ seq }) => seq)).toEqual([1]);
    }
  });

  it('of an opening by the clock, each once', async () => {
    const window = { opensAt: inFuture(first, MINUTE), closesAt: inFuture(first, HOUR) };
    const { roundId } = await publishedRound(first, organiser, window);
    const devices = await watchers(roundId);
    await advance(MINUTE);
    for (const device of devices) {
      await device.hears('round.phase', ({ phase }) => phase === 'open');
      expect(device.heard.length).toBe(1);
    }
  });
});

describe('attempts whose time is up', () => {
  it('are closed once each by two nodes that sweep', async () => {
    const round = await publishedRound(first, organiser, { closesAt: inFuture(first, 3 * HOUR) });
    const { roundId } = round;
    const members = await addCrowd(first, CROWD, [await first.unit()]);
    const deadlineAt = new Date(first.now().getTime() + 30 * MINUTE);
    const ids = (await startCrowd(first, round, { members, deadlineAt })).map(({ id }) => id);
    await advance(40 * MINUTE);
    const events = async (): Promise<string[]> => {
      const rows: unknown = await first.database.query(
        `SELECT payload->>'attemptId' AS id FROM outbox WHERE topic = 'attempt.submitted' AND payload->>'roundId' = $1`,
        [roundId],
      );
      return z
        .array(z.object({ id: z.string() }))
        .parse(rows)
        .map(({ id }) => id);
    };
    await expect.poll(async () => (await events()).length).toBe(ids.length);
    expect((await events()).toSorted()).toEqual(ids.toSorted());
    const closed: unknown = await first.database.query(
      `SELECT count(*)::int AS attempts, count(DISTINCT round_result.member_id)::int AS results FROM attempt
       JOIN round_result ON attempt_id = attempt.id WHERE attempt.round_id = $1 AND closed_by = 'server'`,
      [roundId],
    );
    expect(closed).toEqual([{ attempts: CROWD, results: CROWD }]);
    await expectTallied(first, roundId);
  });
});
