import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, inFuture, MINUTE, publishedRound, type PublishedRound } from '../../../support/contest.js';
import { TestApp } from '../../../support/app.js';
import type { Agent } from '../../../support/world.js';

let world: TestApp;
let organiser: Agent;
beforeAll(async () => {
  world = await TestApp.start();
  organiser = await world.member({ roles: [{ role: 'organiser' }] });
});
afterAll(() => world.stop());

/** Closes in an hour without a grace; the answers are promised for `atMs` from now. */
async function roundWith(atMs: number) {
  const opensAt = inFuture(world, -MINUTE);
  const closesAt = inFuture(world, HOUR);
  const answersVisible = { kind: 'at', at: inFuture(world, atMs) } as const;
  const round = await publishedRound(world, organiser, {
    opensAt,
    closesAt,
    graceSeconds: 0,
    answersVisible,
  });
  return { ...round, opensAt };
}

async function submitted({ roundId }: PublishedRound): Promise<() => Promise<{ review: unknown }>> {
  const early = await world.member();
  const { id } = (await early.post(`/api/rounds/${roundId}/attempts`)).body;
  await early.put(`/api/attempts/${id}/submission`, { epoch: 1 });
  return async () => (await early.get(`/api/attempts/${id}/result`)).body;
}

const extend = ({ roundId, opensAt }: { roundId: string; opensAt: string }, byMs: number) =>
  organiser.put(`/api/rounds/${roundId}/window`, {
    opensAt,
    closesAt: inFuture(world, byMs),
    reason: 'Mất mạng diện rộng',
  });

const giveTime = ({ roundId }: { roundId: string }, who: Agent, minutes: number) =>
  organiser.put(`/api/rounds/${roundId}/extra-time/${who.memberId}`, { minutes, reason: 'Máy hỏng' });

describe('answers promised for an instant after the close', () => {
  it('wait for the new close when the round is extended past that instant', async () => {
    const round = await roundWith(70 * MINUTE);
    const result = await submitted(round);
    const answer = await extend(round, 2 * HOUR);
    expect(answer.body.rounds[0].answersVisible).toEqual({ kind: 'on_close' });
    await world.advance(71 * MINUTE);
    expect(await result()).toMatchObject({ review: null });
    await world.advance(50 * MINUTE);
    expect((await result()).review).toHaveLength(5);
  });

  it('wait for the last who has extra time', async () => {
    const round = await roundWith(HOUR);
    const result = await submitted(round);
    const slow = await world.member();
    await world.advance(45 * MINUTE);
    const { id } = (await slow.post(`/api/rounds/${round.roundId}/attempts`)).body;
    expect((await giveTime(round, slow, 20)).status).toBe(200);
    await world.advance(16 * MINUTE);
    expect((await slow.get(`/api/attempts/${id}`)).body.state).toBe('running');
    expect(await result()).toMatchObject({ review: null });
    await world.advance(20 * MINUTE);
    await expect.poll(async () => (await result()).review).toHaveLength(5);
  });

  it('keep their instant while it stays behind the close', async () => {
    const round = await roundWith(3 * HOUR);
    const kept = (await extend(round, 2 * HOUR)).body.rounds[0].answersVisible;
    expect(kept).toMatchObject({ kind: 'at' });
  });

  it('keep it, too, when the organiser had them shown while the round is open', async () => {
    const round = await roundWith(30 * MINUTE);
    expect((await extend(round, 2 * HOUR)).body.rounds[0].answersVisible).toMatchObject({ kind: 'at' });
  });
});
